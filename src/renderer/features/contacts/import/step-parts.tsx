import type { ReactNode } from 'react'
import classes from './wizard.module.css'

/** A step begins where it is read: its heading takes the focus, so that Tab goes on from there. */
const focusOnce = (heading: HTMLElement | null): void => heading?.focus({ preventScroll: true })

interface StepHeadingProps {
  readonly children: string
  readonly text?: ReactNode
}

/** What a step is about. */
export function StepHeading({ children, text }: StepHeadingProps) {
  return (
    <div className={classes['headingBlock']}>
      <h2 ref={focusOnce} tabIndex={-1} className={classes['heading']}>
        {children}
      </h2>
      {text !== undefined && <p className={classes['headingText']}>{text}</p>}
    </div>
  )
}

/** What scrolls of a step. */
export function StepBody({ children }: { readonly children: ReactNode }) {
  return (
    <div className={classes['body']}>
      <div className={classes['column']}>{children}</div>
    </div>
  )
}

interface StepFooterProps {
  readonly back?: ReactNode
  /** What to know before going on. */
  readonly note?: ReactNode
  readonly children: ReactNode
}

/** The way back and the way on; always in sight. */
export function StepFooter({ back, note, children }: StepFooterProps) {
  return (
    <div className={classes['footer']}>
      {back}
      <p className={classes['footerNote']}>{note}</p>
      {children}
    </div>
  )
}
