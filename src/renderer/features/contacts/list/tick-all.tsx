import classes from './contacts.module.css'

interface TickAllProps {
  readonly label: string
  readonly ticked: number
  readonly of: number
  readonly onToggle: () => void
}

/** Ticks or unticks all rows; half ticked while some are. */
export function TickAll({ label, ticked, of, onToggle }: TickAllProps) {
  return (
    <input
      type="checkbox"
      className={classes['tick']}
      aria-label={label}
      disabled={of === 0}
      checked={of > 0 && ticked === of}
      ref={(element) => {
        if (element !== null) element.indeterminate = ticked > 0 && ticked < of
      }}
      onChange={onToggle}
    />
  )
}
