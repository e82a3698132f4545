import type { Alert } from '../../shared/domain/alert'
import type { Campaign } from '../../shared/domain/campaign'
import type { ChannelId } from '../../shared/domain/channel'
import type { Occurrence } from '../../shared/domain/schedule'
import type { Warning } from '../../shared/ipc/views'
import type { Clock } from '../ports'
import type { Presence } from '../presence/presence'
import { diskSpace } from '../health/disk-space'
import { type DataFolder, everyFile } from '../store/data-folder'
import { DiskWarning } from './disk-warning'
import { GatewayCheck, type GatewayCheckContext } from './gateway-check'
import { SleepWarnings } from './sleep-warnings'
import { storageWarnings } from './storage-warnings'

export interface WarningsConfig {
  readonly clock: Clock
  readonly data: DataFolder
  readonly presence: Pick<Presence, 'gaps' | 'knownFromMs'>
  /** The next slot of each campaign that will run. */
  readonly upcoming: () => readonly { readonly campaign: Campaign; readonly occurrence: Occurrence }[]
  readonly isPractice: () => boolean
  readonly answers: (channel: ChannelId) => Promise<boolean>
  readonly onDown: GatewayCheckContext['onDown']
  readonly alert: (alert: Alert) => void
  readonly onChange: () => void
}

/**
 * What the operator should hear before it goes wrong: the gateway, a computer that sleeps, a disk that refuses or
 * is nearly full.
 */
export function openWarnings(config: WarningsConfig) {
  const { clock, data, presence, upcoming, isPractice, answers, onDown, alert, onChange } = config
  const gateway = new GatewayCheck({
    clock,
    upcoming: () => (isPractice() ? [] : upcoming()),
    answers,
    onDown,
    onChange
  })
  const sleep = new SleepWarnings({
    clock,
    upcoming,
    gaps: () => presence.gaps(),
    knownFromMs: () => presence.knownFromMs(),
    onLikely: ({ name }, { at }) => alert({ type: 'asleep_likely', campaign_name: name, at }),
    onChange
  })
  const disk = new DiskWarning({
    clock,
    freeBytes: async () => (await diskSpace(data.folder))?.free_bytes ?? null,
    onLow: (free_bytes) => alert({ type: 'disk_low', free_bytes }),
    onChange
  })
  return {
    list: (): readonly Warning[] => [
      ...storageWarnings(everyFile(data)),
      ...disk.warnings,
      ...gateway.warnings,
      ...sleep.warnings
    ],
    tick: () => {
      gateway.tick()
      sleep.tick()
      disk.tick()
    },
    /** Another gateway is chosen. */
    forgetGateway: () => gateway.forget(),
    /** The campaigns have changed. */
    look: () => sleep.look()
  }
}
