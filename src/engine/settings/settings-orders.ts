import type { ChannelId } from '../../shared/domain/channel'
import type { Settings, SettingsPatch } from '../../shared/domain/settings'
import type { AppState, ConnectionTest } from '../../shared/ipc/views'
import { ok, type Result } from '../../shared/result'
import type { CampaignService } from '../campaigns/campaign-service'
import { isSameGateway } from '../channels/gateway/same-gateway'
import type { ContactService } from '../contacts/contact-service'
import type { VitalSigns } from '../health/vital-signs'
import type { SendingRules } from '../limits/sending-rules'
import type { Clock, FrozenGateway, Ledgers, RunIndex } from '../ports'
import type { RunCoordinator } from '../runner/run-coordinator'
import type { Scheduler } from '../scheduler/scheduler'
import type { DataFolder } from '../store/data-folder'
import { isoOf } from '../system-clock'
import { changeSettings } from './change-settings'
import { recoverFile } from './recover-file'
import { chosenGateway, type SettingsService } from './settings-service'

export interface SettingsOrdersContext {
  readonly clock: Clock
  readonly data: DataFolder
  readonly coordinator: Pick<RunCoordinator, 'pauseEach'>
  readonly scheduler: Pick<Scheduler, 'look'>
  readonly state: () => AppState
  readonly settings: SettingsService
  readonly campaigns: CampaignService
  readonly contacts: ContactService
  readonly rules: SendingRules
  readonly ledgers: Ledgers
  readonly index: RunIndex
  readonly signs: VitalSigns
  readonly practiceGateway: () => FrozenGateway
  /** Is a channel's gateway there? Never sends a message. */
  readonly testGateway: (channel: ChannelId, gateway: FrozenGateway) => Promise<ConnectionTest>
}

/** What the operator does on the settings page. */
export function settingsOrders(context: SettingsOrdersContext) {
  const { settings, campaigns, contacts, rules, ledgers, index, signs, practiceGateway } = context
  return {
    /** Tests what is typed, saved or not. Never sends a message. */
    async testConnection(
      channel: ChannelId,
      choice: Parameters<typeof chosenGateway>[0]
    ): Promise<ConnectionTest> {
      const gateway = chosenGateway(choice, practiceGateway())
      const test = await context.testGateway(channel, gateway)
      if (isSameGateway(gateway, chosenGateway(settings.value, practiceGateway())))
        signs.noteTest(channel, test)
      return test
    },

    async saveSettings(patch: SettingsPatch): Promise<Result<Settings>> {
      // A cap over more days needs what was sent in them, before it is asked.
      await rules.rememberFor(patch.frequency_cap, ledgers, index)
      const country = settings.value.default_country
      const changed = await changeSettings(patch, settings, campaigns)
      if (changed.ok && patch.default_country !== country) await contacts.rereadInvalid()
      return changed
    },

    /** Ends the problem of a data file; whatever is open waits for the operator. */
    async recoverFile(name: string, from: 'backup' | 'empty'): Promise<Result<AppState>> {
      const { clock, data, coordinator, scheduler, state } = context
      const recovered = await recoverFile(data, settings, name, from, isoOf(clock.nowMs()))
      if (!recovered.ok) return recovered
      await coordinator.pauseEach('emergency_stop', () => true)
      scheduler.look()
      return ok(state())
    }
  }
}
