import { type CampaignDraft, campaignDraftSchema } from '../../src/shared/domain/campaign'

const VIETNAM = 'Asia/Ho_Chi_Minh'

/** Campaigns as a language school may have them; `contacts` are filled in when the people have their ids. */
export const sampleCampaigns: readonly CampaignDraft[] = [
  {
    name: 'Morning reminder',
    call_script: 'Good morning! Your English class starts at 19:30 today. See you there!',
    schedule_settings: { frequency: 'daily', start_time: '2026-03-11T08:00:00', timezone: VIETNAM }
  },
  {
    name: 'Nhắc lịch học cuối tuần',
    call_script: 'Chào bạn, lớp tiếng Anh cuối tuần bắt đầu lúc 9 giờ sáng thứ Bảy. Hẹn gặp bạn ở lớp nhé!',
    schedule_settings: {
      frequency: 'weekly',
      start_time: '2026-03-13T17:30:00',
      timezone: VIETNAM,
      days_of_week: [3, 4]
    }
  },
  {
    name: 'Monthly newsletter',
    call_script: 'Our news of the month: new evening classes and a speaking club.',
    flow: ['whatsapp', 'telegram'],
    schedule_settings: {
      frequency: 'monthly',
      start_time: '2026-03-31T10:00:00',
      timezone: 'Europe/London',
      day_of_month: 31
    }
  },
  {
    name: 'Tuition fee',
    call_script: 'A friendly reminder: the tuition fee of this term is due on Friday.',
    schedule_settings: { frequency: 'once', start_time: '2026-03-16T09:00:00', timezone: VIETNAM }
  },
  {
    name: 'Chúc mừng năm mới',
    call_script: 'Chúc bạn và gia đình một năm mới an khang thịnh vượng!',
    schedule_settings: {
      frequency: 'yearly',
      start_time: '2027-02-06T08:00:00',
      timezone: VIETNAM
    }
  },
  {
    name: 'Speaking club',
    call_script: 'The speaking club meets at 18:00 today. Bring a story!',
    flow: ['telegram'],
    schedule_settings: {
      frequency: 'weekly',
      start_time: '2026-03-16T17:00:00',
      timezone: VIETNAM,
      days_of_week: [0, 1, 2, 3, 4],
      end_time: '2026-06-30'
    }
  }
].map((campaign) => campaignDraftSchema.parse(campaign))

/** How many of them are active; the others show a pause, a draft and a completed one. */
export const ACTIVE = 3
