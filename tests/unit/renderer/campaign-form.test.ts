import { describe, expect, it } from 'vitest'
import {
  copyOf,
  draftOf,
  errorAt,
  newCampaignValues,
  valuesOf
} from '../../../src/renderer/features/campaigns/campaign-values'
import { campaignDraftSchema, campaignSchema } from '../../../src/shared/domain/campaign'

const NOW = new Date('2026-11-24T01:20:00.000Z')

const stored = campaignSchema.parse({
  _id: 'a'.repeat(24),
  name: 'Morning reminder',
  status: 'active',
  call_script: 'Hello {{ first_name }}',
  texts: { telegram: 'Hello on Telegram' },
  placeholders: true,
  missing_values: 'blank',
  contacts: ['b'.repeat(24)],
  flow: ['telegram', 'whatsapp'],
  schedule_settings: {
    frequency: 'weekly',
    start_time: '2026-11-24T09:00:00',
    timezone: 'Asia/Ho_Chi_Minh',
    interval: 2,
    days_of_week: [0, 3],
    max_runs: 5
  },
  created_at: NOW.toISOString(),
  updated_at: NOW.toISOString()
})

describe('a campaign in the form', () => {
  it('starts daily at the next full hour, through all channels', () => {
    const values = newCampaignValues(NOW, 'Asia/Ho_Chi_Minh')
    expect(values.schedule_settings).toMatchObject({ frequency: 'daily', start_time: '2026-11-24T09:00:00' })
    expect(values.flow).toEqual(['whatsapp', 'telegram', 'ai_call'])
  })

  it('is sent back as it was stored', () => {
    const {
      status: _status,
      approval: _approval,
      forgotten: _forgotten,
      effective_from: _from,
      ...rest
    } = stored
    const { created_at: _created, updated_at: _updated, ...draft } = rest
    expect(campaignDraftSchema.parse(draftOf(valuesOf(stored)))).toEqual(draft)
  })

  it('keeps its policies, also in a copy; an empty number is wrong at its field', () => {
    const policies = {
      ...stored.policies,
      missed: 'skip',
      overlap: 'buffer_one',
      delivery: 'first_success'
    } as const
    expect(campaignDraftSchema.parse(copyOf({ ...stored, policies }, 'Copy')).policies).toEqual(policies)
    const values = valuesOf(stored)
    const emptied = { ...values, policies: { ...values.policies, catch_up_window_min: '' as const } }
    const parsed = campaignDraftSchema.safeParse(draftOf(emptied))
    expect(parsed.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)).toEqual([
      'policies.catch_up_window_min: catch_up_window_range'
    ])
  })

  it('sends only the end that is chosen', () => {
    const values = valuesOf(stored)
    values.schedule_settings.end_time = '2026-12-31'
    expect(draftOf(values).schedule_settings).toMatchObject({ max_runs: 5, end_time: undefined })
    expect(draftOf({ ...values, end: 'date' }).schedule_settings).toMatchObject({
      max_runs: undefined,
      end_time: '2026-12-31'
    })
  })

  it('does not take an empty number for none', () => {
    const values = valuesOf(stored)
    values.schedule_settings.interval = ''
    expect(campaignDraftSchema.safeParse(draftOf(values)).error?.issues[0]).toMatchObject({
      path: ['schedule_settings', 'interval'],
      message: 'interval_range'
    })
  })

  it('is copied without its identity', () => {
    const { _id, name: _name, ...rest } = draftOf(valuesOf(stored))
    expect(_id).toBe(stored._id)
    expect(copyOf(stored, 'Copy')).toEqual({ ...rest, _id: undefined, name: 'Copy' })
    expect(rest).toMatchObject({
      call_script: 'Hello {{ first_name }}',
      texts: { telegram: 'Hello on Telegram' },
      placeholders: true,
      missing_values: 'blank'
    })
  })
})

describe('the message at a field', () => {
  it('is also that of one of its elements', () => {
    expect(errorAt({ 'schedule_settings.exclude_dates.2': 'wrong' }, 'schedule_settings.exclude_dates')).toBe(
      'wrong'
    )
    expect(errorAt({ name: 'missing' }, 'schedule_settings')).toBeUndefined()
  })
})
