import type { Alert } from '../../shared/domain/alert'

/** Alerts of one type that are told together. */
export type AlertGroup = readonly [Alert, ...Alert[]]

/**
 * What the notification of a type says, when new alerts come while an earlier one is still to be seen: both, and of the
 * same thing only the last.
 */
export function together(earlier: readonly Alert[], [first, ...others]: AlertGroup): AlertGroup {
  const fresh = [first, ...others]
  const again = new Set(fresh.flatMap((alert) => subjectOf(alert) ?? []))
  const [head = first, ...rest] = [
    ...earlier.filter((alert) => !again.has(subjectOf(alert) ?? '')),
    ...fresh.filter((alert, at) => {
      const subject = subjectOf(alert)
      return subject === null || fresh.findLastIndex((other) => subjectOf(other) === subject) === at
    })
  ]
  return [head, ...rest]
}

/** The run that an alert is about; null when it is about something else. */
export const runOf = (alert: Alert): string | null => ('run_id' in alert ? alert.run_id : null)

/** What an alert is about, so that a second one about it takes its place; null when each is a thing of its own. */
function subjectOf(alert: Alert): string | null {
  switch (alert.type) {
    case 'run_finished':
    case 'run_paused':
    case 'calls_held':
      return alert.run_id
    case 'channel_paused':
      return `${alert.run_id} ${alert.channel}`
    case 'channel_waits':
      return alert.channel
    case 'storage_failed':
      return alert.file
    case 'disk_low':
    case 'clock_jump':
    case 'emergency_stop':
    case 'backup_failed':
    case 'restore_failed':
      return alert.type
    case 'slots_missed':
    case 'gateway_down':
    case 'asleep_likely':
      return null
  }
}
