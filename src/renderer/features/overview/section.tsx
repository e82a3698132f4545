import { type ReactNode, useId } from 'react'
import classes from './overview.module.css'

interface SectionProps {
  /** Its place among the others, where they stand side by side. */
  readonly area?: 'running' | 'next' | 'messages' | 'recent'
  readonly title: string
  /** Beside the title. */
  readonly beside?: ReactNode
  /** On the right of the title. */
  readonly action?: ReactNode
  readonly children: ReactNode
}

/** One part of the overview: a card with a heading. */
export function Section({ area, title, beside, action, children }: SectionProps) {
  const headingId = useId()
  return (
    <section className={classes['section']} aria-labelledby={headingId} data-area={area}>
      <div className={classes['head']}>
        <h2 id={headingId}>{title}</h2>
        {beside}
        {action !== undefined && <div className={classes['headAction']}>{action}</div>}
      </div>
      {children}
    </section>
  )
}
