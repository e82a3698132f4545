import { type ReactNode, useState } from 'react'
import classes from './editor.module.css'

/** A step begins where it is read: its heading takes the focus, so that Tab goes on from there. */
const focusOnce = (heading: HTMLElement | null): void => heading?.focus({ preventScroll: true })

interface StepFrameProps {
  readonly title: string
  /** One line: what is asked here. */
  readonly text: string
  /** The operator has just come here: the heading takes the focus. */
  readonly takesFocus: boolean
  readonly children: ReactNode
}

/** One step of the editor: what it is about, and its fields. */
export function StepFrame({ title, text, takesFocus, children }: StepFrameProps) {
  // Decided once: what is typed later must not send the focus back here.
  const [focuses] = useState(takesFocus)
  return (
    <section className={classes['step']}>
      <h2 ref={focuses ? focusOnce : null} tabIndex={-1} className={classes['stepTitle']}>
        {title}
      </h2>
      <p className={classes['stepText']}>{text}</p>
      <div className={classes['stepFields']}>{children}</div>
    </section>
  )
}
