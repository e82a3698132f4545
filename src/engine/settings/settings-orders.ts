import type { ChannelId } from '../../shared/domain/channel'
import type { Settings, SettingsPatch } from '../../shared/domain/settings'
import type { ConnectionTest } from '../../shared/ipc/views'
import type { Result } from '../../shared/result'
import type { CampaignService } from '../campaigns/campaign-service'
import { isSameGateway } from '../channels/gateway/same-gateway'
import { testConnection } from '../channels/gateway/test-connection'
import type { ContactService } from '../contacts/contact-service'
import type { VitalSigns } from '../health/vital-signs'
import type { SendingRules } from '../limits/sending-rules'
import type { Clock, FrozenGateway, Ledgers, RunIndex } from '../ports'
import { changeSettings } from './change-settings'
import { chosenGateway, type SettingsService } from './settings-service'

export interface SettingsOrdersContext {
  readonly clock: Clock
  readonly settings: SettingsService
  readonly campaigns: CampaignService
  readonly contacts: ContactService
  readonly rules: SendingRules
  readonly ledgers: Ledgers
  readonly index: RunIndex
  readonly signs: VitalSigns
  readonly practiceGateway: () => FrozenGateway
}

/** What the operator does on the settings page. */
export function settingsOrders(context: SettingsOrdersContext) {
  const { clock, settings, campaigns, contacts, rules, ledgers, index, signs, practiceGateway } = context
  return {
    /** Tests what is typed, saved or not. Never sends a message. */
    async testConnection(
      channel: ChannelId,
      choice: Parameters<typeof chosenGateway>[0]
    ): Promise<ConnectionTest> {
      const gateway = chosenGateway(choice, practiceGateway())
      const test = await testConnection(channel, gateway, clock)
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
    }
  }
}
