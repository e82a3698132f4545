import { type CampaignRecord, campaignRecord } from '../support/engine/records'
import { firstPeople, samplePeople } from './sample-people'
import { SAMPLE_NOW, VIETNAM } from './sample-time'

const ACTIVE: Partial<CampaignRecord> = {
  status: 'active',
  effective_from: new Date(SAMPLE_NOW).toISOString(),
  approval: { at: new Date(SAMPLE_NOW).toISOString(), ai_calls: samplePeople.length }
}

const everybody = firstPeople(samplePeople.length)

export const MORNING = campaignRecord(1, {
  ...ACTIVE,
  name: 'Morning reminder',
  call_script: 'Good morning {{ first_name }}! Your English class starts at 19:30 today. See you there!',
  placeholders: true,
  contacts: firstPeople(24),
  schedule_settings: { frequency: 'daily', start_time: '2027-01-27T08:00:00', timezone: VIETNAM }
})

export const WEEKEND = campaignRecord(2, {
  ...ACTIVE,
  name: 'Nhắc lịch học cuối tuần',
  call_script:
    'Chào {{ first_name }}, lớp tiếng Anh cuối tuần bắt đầu lúc 9 giờ sáng thứ Bảy. Hẹn gặp bạn ở lớp nhé!',
  texts: {
    ai_call:
      'Xin chào {{ first_name }}. Trung tâm gọi để nhắc: lớp cuối tuần bắt đầu lúc 9 giờ sáng thứ Bảy. Xin cảm ơn.'
  },
  placeholders: true,
  contacts: everybody,
  schedule_settings: {
    frequency: 'weekly',
    start_time: '2027-01-28T17:30:00',
    timezone: VIETNAM,
    days_of_week: [3, 4],
    // Tết and the Reunification Day.
    exclude_dates: ['2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08', '2027-02-09', '2027-04-30']
  }
})

export const NEWSLETTER = campaignRecord(3, {
  ...ACTIVE,
  name: 'Monthly newsletter',
  call_script: 'Our news of the month: new evening classes and a speaking club.',
  contacts: everybody,
  flow: ['whatsapp', 'telegram'],
  schedule_settings: {
    frequency: 'monthly',
    start_time: '2027-01-31T10:00:00',
    timezone: 'Europe/London',
    day_of_month: 31
  }
})

/** A draft: its AI calls have no yes yet. */
export const NEW_YEAR = campaignRecord(5, {
  name: 'Chúc mừng năm mới',
  call_script:
    'Chào {{ first_name | default: "bạn" }}, trung tâm chúc bạn và gia đình một năm mới an khang thịnh vượng!',
  placeholders: true,
  contacts: everybody,
  schedule_settings: { frequency: 'yearly', start_time: '2027-02-06T08:00:00', timezone: VIETNAM }
})

/** Campaigns as a language school may have them. */
export const sampleCampaigns: readonly CampaignRecord[] = [
  MORNING,
  WEEKEND,
  NEWSLETTER,
  campaignRecord(7, {
    ...ACTIVE,
    name: 'Open day',
    call_script: 'Our doors are open this Saturday from 10:00. Bring a friend!',
    contacts: firstPeople(120),
    flow: ['whatsapp'],
    schedule_settings: { frequency: 'once', start_time: '2027-01-30T10:00:00', timezone: VIETNAM }
  }),
  campaignRecord(4, {
    ...ACTIVE,
    status: 'paused',
    name: 'Tuition fee',
    call_script: 'A friendly reminder: the tuition fee of this term is due on Friday.',
    contacts: firstPeople(86),
    schedule_settings: { frequency: 'once', start_time: '2027-02-01T09:00:00', timezone: VIETNAM }
  }),
  NEW_YEAR,
  campaignRecord(6, {
    ...ACTIVE,
    status: 'completed',
    name: 'Speaking club',
    call_script: 'The speaking club meets at 18:00 today. Bring a story!',
    contacts: firstPeople(38),
    flow: ['telegram'],
    schedule_settings: {
      frequency: 'weekly',
      start_time: '2026-09-09T17:00:00',
      timezone: VIETNAM,
      days_of_week: [2],
      end_time: '2026-12-18'
    }
  })
]
