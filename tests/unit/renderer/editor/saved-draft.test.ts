import { describe, expect, it } from 'vitest'
import {
  type CampaignFormValues,
  newCampaignValues,
  valuesOf
} from '../../../../src/renderer/features/campaigns/campaign-values'
import { writeDraft } from '../../../../src/renderer/features/campaigns/editor/kept-draft'
import { isSaved } from '../../../../src/renderer/features/campaigns/editor/saved-draft'
import { type Campaign, campaignSchema } from '../../../../src/shared/domain/campaign'

const NOW = '2026-11-24T01:20:00.000Z'

const campaign = (number: number, fields: object = {}): Campaign =>
  campaignSchema.parse({
    _id: String(number).repeat(24),
    name: `Reminder ${number}`,
    status: 'draft',
    call_script: 'Hello',
    contacts: ['b'.repeat(24)],
    schedule_settings: {
      frequency: 'weekly',
      start_time: '2026-11-24T09:00:00',
      timezone: 'UTC',
      max_runs: 5
    },
    created_at: NOW,
    updated_at: NOW,
    ...fields
  })

const draftOf = (values: CampaignFormValues) => ({ at: NOW, values: writeDraft({ values, base: null }) })

const saved = campaign(1)
const typed = valuesOf(saved)
const others = [campaign(2), campaign(3)]

describe('a draft that was saved', () => {
  it('is one of a new campaign that is there by now, whatever its status', () => {
    const { _id, ...beginning } = typed
    expect(isSaved('new', draftOf(beginning), [...others, campaign(1, { status: 'active' })])).toBe(true)
    expect(isSaved('new', draftOf(beginning), others)).toBe(false)
  })

  it('is one that saving only tidied up: spaces around the name, a channel twice', () => {
    const untidy = { ...typed, name: ' Reminder 1 ', flow: [...typed.flow, ...typed.flow] }
    expect(isSaved(saved._id, draftOf(untidy), [saved])).toBe(true)
  })

  it('is compared with its own campaign, and with every one when that is gone', () => {
    const copy = { ...saved, _id: '4'.repeat(24) }
    const own = { ...saved, call_script: 'Changed since' }
    expect(isSaved(saved._id, draftOf(typed), [own, copy])).toBe(false)
    expect(isSaved(saved._id, draftOf(typed), [copy])).toBe(true)
  })

  it.each<[string, Partial<CampaignFormValues>]>([
    ['another letter of the text', { call_script: 'Hello!' }],
    ['a text of a channel', { texts: { telegram: 'Hello' } }],
    ['one contact more', { contacts: [...typed.contacts, 'c'.repeat(24)] }],
    ['another order of the channels', { flow: typed.flow.toReversed() }],
    ['another end', { end: 'never' }],
    ['another policy', { policies: { ...typed.policies, missed: 'skip' } }],
    ['a field that is wrong', { name: '' }]
  ])('is none with %s', (_what, change) => {
    expect(isSaved(saved._id, draftOf({ ...typed, ...change }), [saved])).toBe(false)
  })

  it('is none when not all of it can be read', () => {
    const values = { ...typed, contacts: 'everybody' }
    expect(isSaved(saved._id, { at: NOW, values: JSON.stringify({ values, base: null }) }, [saved])).toBe(
      false
    )
    expect(isSaved(saved._id, { at: NOW, values: '{' }, [saved])).toBe(false)
  })

  it('is none that says no more than a new campaign does', () => {
    expect(isSaved('new', draftOf(newCampaignValues(new Date(NOW), 'UTC')), [saved])).toBe(false)
  })
})
