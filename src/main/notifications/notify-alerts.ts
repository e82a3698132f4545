import type { Engine } from '../../engine/engine'
import type { Alert } from '../../shared/domain/alert'
import type { Page } from '../../shared/ipc/pages'
import type { Destination } from '../../shared/ipc/desktop'
import type { Words } from '../words'
import { alertText } from './alert-text'
import { tellInBursts } from './bursts'
import type { Notifier, Shown } from './show-notification'
import { type AlertGroup, runOf, together } from './told-alerts'
import { isWanted } from './wanted-alert'

/** A hundred campaigns that fail do so within a moment. */
const TIMES = { settleMs: 1_500, intervalMs: 30_000 } as const

export interface NotifyContext {
  readonly engine: Engine
  readonly notifier: Notifier
  /** In the operator's language of this moment. */
  readonly words: () => Words
  readonly open: (destination: Destination<Page>) => void
  /** Does the operator look at that place now? */
  readonly isSeen: (destination: Destination<Page>) => boolean
}

/**
 * Shows what the operator should hear of as notifications of the system; a click opens the window where something can
 * be done about it. At most one of a type is on the screen, and at most one about a run: a newer one takes the place of
 * the older. What the operator is looking at is not said.
 *
 * @returns stops showing more
 */
export function notifyAlerts({ engine, notifier, words, open, isSeen }: NotifyContext): () => void {
  const told = new Map<Alert['type'], { readonly shown: Shown; readonly alerts: AlertGroup }>()

  function tell(fresh: AlertGroup): void {
    const [{ type }] = fresh
    const earlier = told.get(type)
    const alerts = together(earlier?.alerts ?? [], fresh)
    const { title, body, opens } = alertText(alerts, words())
    if (isSeen(opens)) return
    const runs = new Set(fresh.map(runOf))
    for (const [otherType, other] of [...told]) {
      const isOvertaken = other.alerts.every((alert) => runOf(alert) !== null && runs.has(runOf(alert)))
      if (otherType !== type && !isOvertaken) continue
      told.delete(otherType)
      other.shown.close()
    }
    const shown = notifier.show(
      { title, body },
      () => open(opens),
      () => {
        if (told.get(type)?.shown === shown) told.delete(type)
      }
    )
    if (shown !== null) told.set(type, { shown, alerts })
  }

  const bursts = tellInBursts<Alert>(TIMES, ({ type }) => type, tell)
  const stopWatching = engine.subscribe((change) => {
    if (change.kind !== 'alert') return
    if (isWanted(change.alert, engine.settings.value.notifications)) bursts.add(change.alert)
  })
  return () => {
    stopWatching()
    bursts.cancel()
  }
}
