import { type ReactNode, useId } from 'react'
import classes from './settings.module.css'

interface SettingsSectionProps {
  readonly title: string
  readonly text?: string
  readonly children: ReactNode
}

/** A part of the settings: what it is about on the left, its fields on the right. */
export function SettingsSection({ title, text, children }: SettingsSectionProps) {
  const titleId = useId()
  return (
    <section className={classes['section']} aria-labelledby={titleId}>
      <div className={classes['about']}>
        <h2 id={titleId} tabIndex={-1}>
          {title}
        </h2>
        {text !== undefined && <p>{text}</p>}
      </div>
      <div className={classes['fields']}>{children}</div>
    </section>
  )
}
