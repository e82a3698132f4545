import type { Alert } from '../../shared/domain/alert'
import type { ChannelId } from '../../shared/domain/channel'
import type { StorageProblem, Warning } from '../../shared/ipc/views'
import type { RestoreEnd } from '../backup/apply-restore'
import type { LaneHold } from '../limits/lane'
import type { Log } from '../ports'

type GatewayDown = Extract<Warning, { readonly kind: 'gateway_down' }>

const HOLD_TEXT: Readonly<Record<LaneHold['reason'], string>> = {
  retry_after: 'Waits, as the gateway asked',
  paused: 'Paused: the gateway asked for more than an hour',
  unreachable: 'The gateway is out of reach: waits and tries again',
  keychain_locked: 'Waits: the keychain with the key of the gateway is locked',
  secret_missing: 'Waits: the key of the gateway has to be set again'
}

/** Tells the operator, in the log and as an alert, what is up with gateway and files. */
export function operatorReports(log: Log, alert: (alert: Alert) => void) {
  return {
    /** A channel waits for its gateway, or goes on (null). */
    hold: (channel: ChannelId, hold: LaneHold | null): void => {
      log({ type: 'channel_waits', channel, text: hold === null ? 'Goes on' : HOLD_TEXT[hold.reason] })
      if (hold === null) return
      const reason = hold.reason === 'paused' ? 'retry_after' : hold.reason
      alert({ type: 'channel_waits', channel, reason })
    },

    /** A backup was put back before this start, or could not be. */
    restore: (end: RestoreEnd): void => {
      if (end.kind === 'done') {
        const text = 'A backup was put back: nothing is sent until you release the emergency stop'
        log({ type: 'app', level: 'warning', text })
      }
      if (end.kind !== 'failed') return
      const text = `The backup was not put back, nothing has changed: ${end.detail}`
      log({ type: 'app', level: 'error', text })
      alert({ type: 'restore_failed', detail: end.detail })
    },

    /** A data file that cannot be used. */
    problem: ({ file, kind }: StorageProblem): void => {
      const text = `Data file ${file} is ${kind}; nothing is sent until you decide`
      log({ type: 'app', level: 'error', text })
    },

    /** The gateway of a campaign that is due soon does not answer. */
    gatewayDown: ({ campaign_name, channels, occurrence }: GatewayDown): void => {
      const text = `The gateway does not answer (${channels.join(', ')}); '${campaign_name}' is due at ${occurrence.local}`
      log({ type: 'app', level: 'warning', text })
      alert({ type: 'gateway_down', campaign_name, channels, at: occurrence.at })
    }
  }
}
