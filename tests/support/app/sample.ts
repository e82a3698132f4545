import type { Page } from '@playwright/test'
import { campaignDraftSchema } from '../../../src/shared/domain/campaign'
import { contactDraftSchema } from '../../../src/shared/domain/contact'
import type { LoaApi } from '../../../src/shared/ipc/contract'

declare global {
  interface Window {
    loa: LoaApi
  }
}

/** Fills the app by its own calls, for tests whose subject is what comes after. Gives the campaign's id. */
export async function activeCampaign(
  page: Page,
  { gatewayUrl, startTime, people = 1 }: { gatewayUrl: string; startTime: string; people?: number }
): Promise<string> {
  const contacts = Array.from({ length: people }, (_, index) => {
    const number = `+84 90 123 45${String(index + 10)}`
    return contactDraftSchema.parse({
      first_name: 'John',
      last_name: `Doe ${index + 1}`,
      phone: number,
      whatsapp_number: number,
      telegram_username: `johndoe${index + 1}`
    })
  })
  const campaign = campaignDraftSchema.parse({
    name: 'Daily greeting',
    call_script: 'Hello',
    schedule_settings: { frequency: 'daily', start_time: startTime, timezone: 'UTC' }
  })
  return page.evaluate(
    async ({ contacts, campaign, gatewayUrl }) => {
      const { loa } = window
      const settings = await loa.getSettings()
      if (!settings.ok) throw new Error(settings.error.code)
      const custom = { base_url: gatewayUrl, ai_call_url: `${gatewayUrl}/call`, user_id: '' }
      const gateways = { ...settings.value.gateways, custom }
      await loa.saveSettings({ ...settings.value, gateway: 'custom', gateways })
      const ids: string[] = []
      for (const contact of contacts) {
        const saved = await loa.saveContact(contact)
        if (!saved.ok) throw new Error(saved.error.code)
        ids.push(saved.value._id)
      }
      const saved = await loa.saveCampaign({ ...campaign, contacts: ids })
      if (!saved.ok) throw new Error(saved.error.code)
      const active = await loa.activateCampaign(saved.value.campaign._id, { ai_calls: 1_000_000 })
      if (!active.ok) throw new Error(active.error.code)
      return saved.value.campaign._id
    },
    { contacts, campaign, gatewayUrl }
  )
}
