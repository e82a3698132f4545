import { DateTime } from 'luxon'
import type { CampaignDraft } from '../../shared/domain/campaign'
import { type ContactDraft, contactDraftSchema } from '../../shared/domain/contact'

const ZONE = 'Asia/Ho_Chi_Minh'

/** Five people who can be reached on every channel. The first is the seed's own. */
const PEOPLE = [
  ['John', 'Doe', '+84 33 917 0155', 'johndoe'],
  ['An', 'Nguyễn Văn', '+84 90 123 4567', 'annguyen'],
  ['Bình', 'Trần Thị', '+84 91 234 5678', 'binhtran'],
  ['Châu', 'Lê Minh', '+84 98 765 4321', 'chauleminh'],
  ['Emma', 'Wilson', '+44 7400 123456', 'emmawilson']
] as const

export const sampleContacts: readonly ContactDraft[] = PEOPLE.map(
  ([first_name, last_name, phone, telegram]) =>
    contactDraftSchema.parse({
      first_name,
      last_name,
      phone,
      whatsapp_number: phone,
      telegram_username: telegram,
      email: `${telegram}@example.com`
    })
)

/** A daily campaign whose first slot is `leadMs` from now, on the full second. */
export function sampleCampaign(nowMs: number, leadMs: number, contacts: readonly string[]): CampaignDraft {
  const start = DateTime.fromMillis(Math.ceil((nowMs + leadMs) / 1000) * 1000, { zone: ZONE })
  return {
    name: 'Morning greeting',
    type: 'scheduled',
    call_script: 'Hello, this is a test message from Loa. Have a good day!',
    contacts: [...contacts],
    flow: ['whatsapp', 'telegram', 'ai_call'],
    schedule_settings: {
      frequency: 'daily',
      start_time: start.toFormat("yyyy-MM-dd'T'HH:mm:ss"),
      timezone: ZONE,
      interval: 1,
      days_of_week: [],
      exclude_dates: []
    }
  }
}
