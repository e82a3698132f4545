import type { AppError } from '../../shared/app-error'
import type { EmergencyReason, Settings, SettingsPatch } from '../../shared/domain/settings'
import { ok, type Result } from '../../shared/result'
import type { Clock, FrozenGateway } from '../ports'
import type { Collection } from '../store/collection'
import type { SettingsFile } from '../store/data-folder'
import { isoOf } from '../system-clock'

/** The operator's settings. Every change is durable when it resolves. */
export class SettingsService {
  readonly #collection: Collection<SettingsFile>
  readonly #clock: Clock

  constructor(collection: Collection<SettingsFile>, clock: Clock) {
    this.#collection = collection
    this.#clock = clock
  }

  get value(): Settings {
    return this.#collection.value.settings
  }

  /** Why a change cannot be saved, or null. A custom gateway needs an address to send to. */
  refusalOf({ gateway, gateways: { custom } }: SettingsPatch): AppError | null {
    if (gateway !== 'custom' || custom.base_url !== '' || custom.ai_call_url !== '') return null
    const path = ['gateways', 'custom', 'base_url']
    return { code: 'url_required', issues: [{ path, code: 'url_required' }] }
  }

  /** Changes everything but the pause. */
  save(patch: SettingsPatch): Promise<Result<Settings>> {
    return this.#update((settings) => ({ ...settings, ...patch }))
  }

  /** Pauses everything, or goes on: slots that passed meanwhile are not missed. */
  setPausedAll(paused: boolean): Promise<Result<Settings>> {
    const now = isoOf(this.#clock.nowMs())
    return this.#update((settings) =>
      settings.paused_all === paused
        ? settings
        : { ...settings, paused_all: paused, ...(!paused && { slots_from: now }) }
    )
  }

  /**
   * Stops everything at once, or lets the operator go on. Switching it on twice keeps the first reason, unless a backup was
   * put back since.
   * @param backupAt when that backup was made
   */
  setEmergencyStop(reason: EmergencyReason | null, backupAt?: string): Promise<Result<Settings>> {
    const at = isoOf(this.#clock.nowMs())
    return this.#update((settings) => {
      const isOn = settings.emergency_stop !== null
      if (isOn === (reason !== null) && backupAt === undefined) return settings
      const backup = backupAt === undefined ? {} : { backup_at: backupAt }
      return { ...settings, emergency_stop: reason === null ? null : { at, reason, ...backup } }
    })
  }

  /** Holds everything until the operator has confirmed the time; null lets it go. */
  setClockHold(byMs: number | null): Promise<Result<Settings>> {
    const at = isoOf(this.#clock.nowMs())
    return this.#update((settings) => ({
      ...settings,
      clock_hold: byMs === null ? null : { at, by_ms: byMs }
    }))
  }

  /** The clock was set back: an instant that lies ahead now must not hold slots until then. */
  async cutFuture(): Promise<void> {
    const now = isoOf(this.#clock.nowMs())
    await this.#update((settings) =>
      settings.slots_from !== null && settings.slots_from > now ? { ...settings, slots_from: now } : settings
    )
  }

  async #update(change: (settings: Settings) => Settings): Promise<Result<Settings>> {
    const saved = await this.#collection.update((file) => {
      const settings = change(file.settings)
      return settings === file.settings ? file : { ...file, settings }
    })
    return saved.ok ? ok(saved.value.settings) : saved
  }
}

/** The addresses that a choice of gateway stands for. */
export function chosenGateway(
  settings: Pick<Settings, 'gateway' | 'gateways'>,
  practice: FrozenGateway
): FrozenGateway {
  if (settings.gateway === 'practice') return practice
  return { id: settings.gateway, ...settings.gateways[settings.gateway] }
}
