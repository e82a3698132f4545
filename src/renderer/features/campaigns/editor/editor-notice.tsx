import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Tone } from '../../../ui/status-badge'
import classes from './editor-notice.module.css'

interface EditorNoticeProps {
  /** `quiet`: nothing needs to be done. */
  readonly tone: Tone | 'quiet'
  readonly icon: Icon
  /** What must be decided is said at once by a screen reader; the rest when there is a pause. */
  readonly isUrgent?: boolean
  readonly children: string
  readonly actions?: ReactNode
}

/** One sentence about the campaign as a whole, above the step, with what can be done about it. */
export function EditorNotice({ tone, icon: Symbol, isUrgent = false, children, actions }: EditorNoticeProps) {
  return (
    <div
      className={classes['notice']}
      data-tone={tone === 'quiet' ? undefined : tone}
      data-quiet={tone === 'quiet' || undefined}
      role={isUrgent ? 'alert' : 'status'}
    >
      <Symbol size={18} stroke={1.7} aria-hidden />
      <p>{children}</p>
      {actions !== undefined && <span className={classes['actions']}>{actions}</span>}
    </div>
  )
}
