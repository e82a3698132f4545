import { describe, expect, it } from 'vitest'
import { newCampaignValues, valuesOf } from '../../../../src/renderer/features/campaigns/campaign-values'
import { readDraft, writeDraft } from '../../../../src/renderer/features/campaigns/editor/kept-draft'
import {
  isChangedElsewhere,
  isSameCampaign,
  openingOf
} from '../../../../src/renderer/features/campaigns/editor/opening'
import { campaignSchema } from '../../../../src/shared/domain/campaign'

const NOW = new Date('2026-11-24T01:20:00.000Z')
const AT = '2026-11-24T03:42:00.000Z'
const beginning = newCampaignValues(NOW, 'UTC')

const stored = campaignSchema.parse({
  _id: 'a'.repeat(24),
  name: 'Morning reminder',
  status: 'active',
  call_script: 'Hello',
  texts: { telegram: 'Hello on Telegram' },
  contacts: ['b'.repeat(24)],
  schedule_settings: { frequency: 'weekly', start_time: '2026-11-24T09:00:00', timezone: 'UTC', max_runs: 5 },
  created_at: NOW.toISOString(),
  updated_at: NOW.toISOString()
})
const saved = valuesOf(stored)

const draft = (values: object, base: object | null = saved) => ({
  at: AT,
  values: JSON.stringify({ values, base })
})

describe('what was typed', () => {
  it('comes back as it was', () => {
    const values = { ...saved, name: ' half typed', flow: [], contacts: ['x'], end: 'date' as const }
    expect(readDraft(writeDraft({ values, base: saved }), saved)).toEqual({ values, base: saved })
    const schedule = { ...saved.schedule_settings, interval: '', max_runs: '1.', start_time: '' }
    const emptied = { ...values, schedule_settings: schedule }
    expect(readDraft(writeDraft({ values: emptied, base: null }), saved)).toEqual({
      values: emptied,
      base: null
    })
  })

  it('loses what is unknown, and what is wrong is as it is stored; the rest stays', () => {
    const odd = {
      ...saved,
      name: 'Typed',
      surprise: true,
      call_script: 7,
      contacts: 'everybody',
      flow: ['whatsapp', 'smoke signals'],
      texts: { telegram: 'Typed too', pager: 'beep' },
      schedule_settings: {
        ...saved.schedule_settings,
        frequency: 'hourly',
        interval: 'often',
        timezone: 'Asia/Tokyo'
      },
      policies: null
    }
    expect(readDraft(JSON.stringify({ values: odd, base: 'nonsense' }), saved)).toEqual({
      values: {
        ...saved,
        name: 'Typed',
        texts: { telegram: 'Typed too' },
        schedule_settings: { ...saved.schedule_settings, timezone: 'Asia/Tokyo' }
      },
      base: null
    })
  })

  it.each(['', 'null', '[]', '"text"', '{"values":3}', '{"values":', '{}'])(
    'is nothing when it is %j',
    (text) => {
      expect(readDraft(text, saved)).toBeNull()
    }
  )

  it('never says which campaign it is', () => {
    const foreign = JSON.stringify({ values: { ...saved, _id: 'c'.repeat(24) }, base: null })
    expect(readDraft(foreign, saved)?.values._id).toBe(stored._id)
    expect(readDraft(foreign, beginning)?.values).not.toHaveProperty('_id')
  })
})

describe('an editor begins', () => {
  it('with the campaign where nothing was typed', () => {
    expect(openingOf(stored, null, beginning)).toEqual({
      values: saved,
      origin: saved,
      base: saved,
      restored_at: null,
      is_kept: false
    })
    expect(openingOf(null, null, beginning)).toMatchObject({ values: beginning, base: null })
  })

  it('with what was typed, and says since when', () => {
    const opening = openingOf(stored, draft({ ...saved, name: 'Typed' }), beginning)
    expect(opening).toMatchObject({ values: { name: 'Typed' }, origin: saved, restored_at: AT })
    expect(isSameCampaign(opening.values, opening.origin)).toBe(false)
  })

  it('without a word where what was typed says the same as what is stored', () => {
    expect(openingOf(stored, draft(saved), beginning)).toMatchObject({ restored_at: null, is_kept: true })
    expect(openingOf(stored, { at: AT, values: '{' }, beginning)).toMatchObject({
      restored_at: null,
      is_kept: true
    })
  })

  it('with the campaign alone while it is archived', () => {
    const archived = { ...stored, status: 'archived' as const }
    expect(openingOf(archived, draft({ ...saved, name: 'Typed' }), beginning)).toMatchObject({
      values: { name: 'Morning reminder' },
      is_kept: false
    })
  })
})

describe('a campaign that was typed over', () => {
  const opening = openingOf(stored, draft({ ...saved, name: 'Typed' }), beginning)

  it('is the same after a pause', () => {
    const paused = { ...stored, status: 'paused' as const, updated_at: AT, effective_from: AT }
    expect(isChangedElsewhere(paused, opening.base)).toBe(false)
  })

  it('was changed by others when it says something else now', () => {
    expect(isChangedElsewhere({ ...stored, call_script: 'Other' }, opening.base)).toBe(true)
    const days = { ...stored.schedule_settings, exclude_dates: ['2026-12-25'] }
    expect(isChangedElsewhere({ ...stored, schedule_settings: days }, opening.base)).toBe(true)
  })

  it('counts as changed when nobody knows what it was', () => {
    const unknown = openingOf(stored, draft({ ...saved, name: 'Typed' }, null), beginning)
    expect(isChangedElsewhere(stored, unknown.base)).toBe(true)
  })
})
