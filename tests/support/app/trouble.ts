import type { Page } from '@playwright/test'
import { TestFolder } from '../engine/data-folder'
import {
  activeCampaign,
  campaignRecord,
  type ContactRecord,
  contactRecord,
  scheduleFromNow,
  settingsFor
} from '../engine/records'
import { accept, acceptAfter, chosenBy, closeWithoutAnswer, status } from '../gateway/gateway-answers'
import type { RecordingGateway } from '../gateway/recording-gateway'

const NAMES = [
  ['An', 'Nguyễn Văn'],
  ['Bình', 'Trần Thị'],
  ['Châu', 'Lê Minh'],
  ['Dung', 'Phạm Thuỳ'],
  ['Hà', 'Đặng Thu'],
  ['Khánh', 'Vũ Quốc'],
  ['Lan', 'Hoàng Ngọc'],
  ['Minh', 'Bùi Đức'],
  ['Thảo', 'Đỗ Phương'],
  ['Tuấn', 'Ngô Anh']
] as const

const people = (count: number): ContactRecord[] =>
  Array.from({ length: count }, (_, index) => {
    const [first_name, last_name] = NAMES[index % NAMES.length] ?? NAMES[0]
    const again = index < NAMES.length ? '' : ` ${Math.floor(index / NAMES.length) + 1}`
    return contactRecord(index + 1, { first_name: `${first_name}${again}`, last_name })
  })

const MINUTE_MS = 60_000
/** Vietnam is so far ahead of the UTC in which `scheduleFromNow` writes. */
const AHEAD_MS = 7 * 60 * MINUTE_MS
/** Two days and some hours: three daily slots are missed. */
const MISSED_SINCE_MS = (50 * 60 + 40) * MINUTE_MS

/** The campaigns of a folder in which a lot went wrong, by what went wrong. */
export const TROUBLE = {
  missed: 'Nhắc lịch học cuối tuần',
  mixed: 'Khuyến mãi đầu năm',
  slow: 'Mời họp phụ huynh',
  dead: 'Thông báo học phí'
} as const

/**
 * A data folder whose campaigns have missed slots, and a gateway that refuses some messages, swallows others and is
 * dead for a whole campaign. Write it before the app starts.
 * @param nowMs when the app lives, if not now
 */
export async function writeTrouble(
  dataDir: string,
  gateway: RecordingGateway,
  nowMs = Date.now()
): Promise<void> {
  const folder = new TestFolder(dataDir)
  const contacts = people(24)
  const everybody = contacts.map(({ _id }) => _id)
  const base = { contacts: everybody, call_script: 'Chào bạn! Lớp học bắt đầu lúc 9 giờ sáng thứ Bảy.' }
  await folder.writeContacts(contacts)
  await folder.writeCampaigns([
    activeCampaign(1, {
      ...base,
      name: TROUBLE.missed,
      schedule_settings: {
        ...scheduleFromNow(nowMs - Date.now() + AHEAD_MS - MISSED_SINCE_MS, { frequency: 'daily' }),
        timezone: 'Asia/Ho_Chi_Minh'
      },
      policies: { missed: 'skip' }
    }),
    campaignRecord(2, {
      ...base,
      name: TROUBLE.mixed,
      policies: { error_threshold: { errors: 0, in_a_row: 0 } }
    }),
    campaignRecord(3, { ...base, name: TROUBLE.slow, call_script: 'Kính mời phụ huynh.' }),
    campaignRecord(4, {
      ...base,
      name: TROUBLE.dead,
      call_script: 'Học phí tháng này.',
      flow: ['telegram', 'whatsapp']
    })
  ])
  await folder.writeSettings(settingsFor(gateway, { default_country: 'VN' }))
  const slow = acceptAfter(60_000)
  const troubled = chosenBy(({ bodyText }) => {
    if (bodyText.includes('Học phí') && bodyText.includes('contact_'))
      return status(500, { error: 'out of credit' })
    if (bodyText.includes('Kính mời')) return slow
    if (bodyText.includes('Học phí')) return accept
    if (/0100000[37]|contact_[59]"/.test(bodyText)) return closeWithoutAnswer
    if (/010000(04|12)|contact_1[01]"/.test(bodyText)) {
      return status(400, { success: false, message: 'number is not on WhatsApp' })
    }
    return accept
  })
  gateway.answer = () => troubled
}

/** Runs a campaign by hand, by its name, and gives the run's id. */
export const runByName = (page: Page, name: string): Promise<string> =>
  page.evaluate(async (wanted) => {
    const { loa } = window
    const listed = await loa.listCampaigns()
    const view = listed.ok ? listed.value.find(({ campaign }) => campaign.name === wanted) : undefined
    if (view === undefined) throw new Error(`There is no campaign ${wanted}`)
    const plan = await loa.prepareManualRun(view.campaign._id)
    if (!plan.ok) throw new Error(plan.error.code)
    const started = await loa.runNow(view.campaign._id, plan.value.run_id)
    if (!started.ok) throw new Error(started.error.code)
    return started.value.id
  }, name)
