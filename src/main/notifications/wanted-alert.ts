import type { Alert } from '../../shared/domain/alert'
import type { NotificationChoice } from '../../shared/domain/settings'

/** Does the operator want to hear of it? What stops all sending is not to be chosen. */
export function isWanted(alert: Alert, choice: NotificationChoice): boolean {
  return choice.on && isChosen(alert, choice)
}

function isChosen(alert: Alert, choice: NotificationChoice): boolean {
  switch (alert.type) {
    case 'run_finished':
      return (choice.run_failed && alert.failed > 0) || (choice.unknown && alert.unknown > 0)
    case 'slots_missed':
      return choice.missed
    case 'run_paused':
    case 'channel_paused':
      return choice.channel_paused
    case 'calls_held':
      return choice.calls_held
    case 'channel_waits':
    case 'gateway_down':
      return choice.gateway_down
    case 'asleep_likely':
      return choice.asleep_likely
    case 'storage_failed':
    case 'disk_low':
    case 'clock_jump':
    case 'emergency_stop':
    case 'backup_failed':
    case 'restore_failed':
      return true
  }
}
