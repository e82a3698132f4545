import type { Alert } from '../shared/domain/alert'
import { engineChanges } from './engine-changes'
import { createLogBook } from './log/log-book'
import type { Clock } from './ports'
import { Redaction } from './secrets/redaction'
import { operatorReports } from './warnings/operator-reports'

/** How the engine tells what happens: changes and alerts to whoever subscribes, lines without secrets to the log. */
export function openTelling(clock: Clock) {
  const { publish, subscribe } = engineChanges()
  const redaction = new Redaction()
  const book = createLogBook(clock, redaction.clean)
  const { log } = book
  const alert = (alert: Alert) => publish({ kind: 'alert', alert })
  return {
    publish,
    subscribe,
    alert,
    stateChanged: () => publish({ kind: 'state' }),
    redaction,
    book,
    log,
    reports: operatorReports(log, alert),
    say: (text: string) => log({ type: 'app', level: 'info', text })
  }
}
