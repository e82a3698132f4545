import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { visibleText } from '../../../shared/text/foreign-text'
import { Foreign } from '../../ui/foreign'
import type { Tone } from '../../ui/status-badge'
import classes from './attention.module.css'

interface DecisionCardProps {
  readonly tone: Tone
  readonly icon: Icon
  readonly title: string
  readonly children: ReactNode
  /** The main one last. */
  readonly actions?: ReactNode
}

/** One thing to decide: what happened, and what can be done about it. */
export function DecisionCard({ tone, icon: Symbol, title, children, actions }: DecisionCardProps) {
  return (
    <article className={classes['card']} aria-label={visibleText(title)}>
      <span className={classes['symbol']} data-tone={tone}>
        <Symbol size={19} stroke={1.7} aria-hidden />
      </span>
      <div className={classes['words']} data-selectable>
        <h3>
          <Foreign>{title}</Foreign>
        </h3>
        {children}
      </div>
      {actions !== undefined && <div className={classes['actions']}>{actions}</div>}
    </article>
  )
}

/** A line of a card. */
export function CardLine({ children }: { readonly children: ReactNode }) {
  return <div className={classes['line']}>{children}</div>
}
