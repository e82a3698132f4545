import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import classes from './wizard.module.css'

interface NoticeProps {
  readonly tone: 'bad' | 'caution' | 'busy'
  readonly children: string
}

/** A sentence that must not be overlooked; screen readers say it as soon as it is there. */
export function Notice({ tone, children }: NoticeProps) {
  const Symbol = tone === 'busy' ? IconInfoCircle : IconAlertTriangle
  return (
    <div className={classes['problem']} data-tone={tone} role="alert">
      <Symbol size={18} stroke={1.7} aria-hidden />
      <span>{children}</span>
    </div>
  )
}
