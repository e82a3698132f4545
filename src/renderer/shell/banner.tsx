import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Tone } from '../ui/status-badge'
import classes from './banner.module.css'

interface BannerProps {
  readonly tone: Tone
  readonly icon: Icon
  readonly title: string
  readonly children: ReactNode
  readonly actions: ReactNode
}

/** One thing that holds for the whole app, above every page. */
export function Banner({ tone, icon: Symbol, title, children, actions }: BannerProps) {
  return (
    <section className={classes['banner']} data-tone={tone} role="status">
      <Symbol size={20} stroke={1.7} aria-hidden className={classes['icon']} />
      <div className={classes['words']} data-selectable>
        <strong>{title}</strong>
        <div className={classes['text']}>{children}</div>
      </div>
      <div className={classes['actions']}>{actions}</div>
    </section>
  )
}
