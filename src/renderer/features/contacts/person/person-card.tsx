import { type ReactNode, useId } from 'react'
import classes from './person-page.module.css'

interface PersonCardProps {
  readonly title: string
  readonly children: ReactNode
}

/** One subject of the page about a person. */
export function PersonCard({ title, children }: PersonCardProps) {
  const id = useId()
  return (
    <section className={classes['card']} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}
