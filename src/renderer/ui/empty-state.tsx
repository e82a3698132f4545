import { Text, Title } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './empty-state.module.css'

interface EmptyStateProps {
  readonly icon: Icon
  readonly title: string
  /** One sentence: why it is empty, or what will appear here. */
  readonly text: string
  /** One action at most. */
  readonly action?: ReactNode
}

/** What a page shows when there is nothing to show yet. */
export function EmptyState({ icon: Symbol, title, text, action }: EmptyStateProps) {
  return (
    <div className={classes['empty']}>
      <span className={classes['symbol']}>
        <Symbol size={28} stroke={1.5} aria-hidden />
      </span>
      <Title order={2} size="h4">
        {title}
      </Title>
      <Text c="dimmed" size="sm" maw={420}>
        {text}
      </Text>
      {action && <div className={classes['action']}>{action}</div>}
    </div>
  )
}
