import type { DeliveryCounts } from '../../shared/domain/delivery'
import { progressParts } from './progress-parts'
import classes from './run-progress-bar.module.css'

/** A run at a glance. The numbers stand beside it in words, so it is not read out. */
export function RunProgressBar({ counts }: { readonly counts: DeliveryCounts }) {
  return (
    <div className={classes['bar']} aria-hidden>
      {progressParts(counts).map((part) => (
        <span key={part.state} data-state={part.state} style={{ width: `${part.percent}%` }} />
      ))}
    </div>
  )
}
