import type { ChannelId } from '../../shared/domain/channel'
import type { Settings, SettingsPatch } from '../../shared/domain/settings'
import type { ConnectionTest } from '../../shared/ipc/views'
import type { Result } from '../../shared/result'
import type { CampaignService } from '../campaigns/campaign-service'
import { testConnection } from '../channels/gateway/test-connection'
import type { ContactService } from '../contacts/contact-service'
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
  readonly practiceGateway: () => FrozenGateway
}

/** What the operator does on the settings page. */
export function settingsOrders(context: SettingsOrdersContext) {
  const { clock, settings, campaigns, contacts, rules, ledgers, index, practiceGateway } = context
  return {
    /** Tests what is typed, saved or not. Never sends a message. */
    testConnection: (
      channel: ChannelId,
      choice: Parameters<typeof chosenGateway>[0]
    ): Promise<ConnectionTest> => testConnection(channel, chosenGateway(choice, practiceGateway()), clock),

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
