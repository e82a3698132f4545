import type { DeliveryCounts } from '../../../shared/domain/delivery'
import classes from './overview.module.css'

/** What went well, what did not, what is still to come. */
const ORDER = ['sent', 'failed', 'unknown', 'skipped', 'sending', 'queued'] as const

/** A run at a glance. The numbers stand beside it in words, so it is not read out. */
export function RunBar({ counts }: { readonly counts: DeliveryCounts }) {
  return (
    <div className={classes['bar']} aria-hidden>
      {ORDER.filter((state) => counts[state] > 0).map((state) => (
        <span key={state} data-state={state} style={{ flexGrow: counts[state] }} />
      ))}
    </div>
  )
}
