import { Group, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { visibleText } from '../../shared/text/foreign-text'
import classes from './page-header.module.css'

interface PageHeaderProps {
  readonly title: string
  /** One line that says what the page is for. */
  readonly description?: string
  /** Buttons on the right; the main one last. */
  readonly actions?: ReactNode
  /** Before the title, for example the way back. */
  readonly before?: ReactNode
  /** Beside the title, for example a status badge. */
  readonly beside?: ReactNode
}

/** Title, one line of description, actions. */
export function PageHeader({ title, description, actions, before, beside }: PageHeaderProps) {
  return (
    <header className={classes['header']}>
      {before}
      <div className={classes['words']}>
        <Group gap="sm" wrap="nowrap">
          <Title order={1} className={classes['title']}>
            {visibleText(title)}
          </Title>
          {beside}
        </Group>
        {description && (
          <Text c="dimmed" size="sm">
            {description}
          </Text>
        )}
      </div>
      {actions && (
        <Group gap="xs" wrap="nowrap" className={classes['actions']}>
          {actions}
        </Group>
      )}
    </header>
  )
}
