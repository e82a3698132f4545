import type { ReactNode } from 'react'
import classes from './page.module.css'

interface PageProps {
  readonly header: ReactNode
  readonly children: ReactNode
  /** Stays below what scrolls, for example what is to be done with unsaved input. */
  readonly footer?: ReactNode
  /** `own`: the page scrolls a list of its own and fills the height; otherwise the body scrolls under the header. */
  readonly scroll?: 'body' | 'own'
}

/** The frame of every page: a header that stays, a body that scrolls, the same margins everywhere. */
export function Page({ header, children, footer, scroll = 'body' }: PageProps) {
  return (
    <div className={classes['page']}>
      {header}
      <div className={classes['body']} data-scroll={scroll}>
        {children}
      </div>
      {footer}
    </div>
  )
}
