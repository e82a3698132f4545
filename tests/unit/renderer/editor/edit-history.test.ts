import { describe, expect, it } from 'vitest'
import {
  type CampaignFormValues,
  newCampaignValues
} from '../../../../src/renderer/features/campaigns/campaign-values'
import { changedPaths } from '../../../../src/renderer/features/campaigns/editor/changes'
import {
  type EditHistory,
  historyFrom,
  recorded,
  redone,
  rested,
  type Restored,
  undone
} from '../../../../src/renderer/features/campaigns/editor/edit-history'

const first = newCampaignValues(new Date('2026-11-24T01:20:00.000Z'), 'UTC')

/** The form hands over a copy with every change, as Mantine's does. */
const change = (history: EditHistory, fields: Partial<CampaignFormValues>): EditHistory =>
  recorded(history, structuredClone({ ...history.present, ...fields }))

const typed = (history: EditHistory, text: string): EditHistory =>
  Array.from(text).reduce((typing, letter) => change(typing, { name: typing.present.name + letter }), history)

const there = (restored: Restored | null): Restored => {
  if (restored === null) throw new Error('There is no such step')
  return restored
}

describe('the way back', () => {
  it('takes what was typed without a rest as one step, and what came after a rest as another', () => {
    const history = typed(rested(typed(historyFrom(first), 'Morning')), ' reminder')
    expect(history.present.name).toBe('Morning reminder')
    const once = there(undone(history))
    expect(once.history.present.name).toBe('Morning')
    expect(there(undone(once.history)).history.present.name).toBe('')
  })

  it('takes every tick and every choice as a step of its own, however quick', () => {
    const ticked = change(change(historyFrom(first), { contacts: ['a'] }), { contacts: ['a', 'b'] })
    expect(there(undone(ticked)).history.present.contacts).toEqual(['a'])
  })

  it('does not mix two fields that are typed one right after the other', () => {
    const history = change(typed(historyFrom(first), 'Name'), { call_script: 'H' })
    const back = there(undone(history))
    expect(back.paths).toEqual(['call_script'])
    expect(back.history.present.name).toBe('Name')
  })

  it('takes what one choice changes in several fields as one step', () => {
    const schedule = { ...first.schedule_settings, end_time: '2026-12-24' }
    const history = change(historyFrom(first), { end: 'date', schedule_settings: schedule })
    const back = there(undone(history))
    expect(back.paths).toEqual(['end', 'schedule_settings.end_time'])
    expect(undone(back.history)).toBeNull()
  })

  it('goes forth again, until something new is typed', () => {
    const history = change(historyFrom(first), { contacts: ['a'] })
    const back = there(undone(history)).history
    expect(there(redone(back)).history.present.contacts).toEqual(['a'])
    expect(redone(change(back, { contacts: ['b'] }))).toBeNull()
  })

  it('does not take a step back for something new', () => {
    const back = there(undone(change(historyFrom(first), { contacts: ['a'] }))).history
    const seen = recorded(back, structuredClone(back.present))
    expect(redone(seen)).not.toBeNull()
    expect(seen.past).toEqual(back.past)
  })

  it('keeps the last hundred steps', () => {
    let history = historyFrom(first)
    for (let count = 1; count <= 150; count++) history = change(history, { contacts: [`${count}`] })
    expect(history.past).toHaveLength(100)
    expect(history.past[0]?.contacts).toEqual(['50'])
  })

  it('never takes back which campaign it is', () => {
    const saved = change(change(historyFrom(first), { contacts: ['a'] }), { _id: 'b'.repeat(24) })
    const back = there(undone(saved))
    expect(back.history.present).toMatchObject({ _id: 'b'.repeat(24), contacts: [] })
    expect(undone(back.history)).toBeNull()
  })

  it('holds what did not change once', () => {
    const contacts = Array.from({ length: 1000 }, (_, index) => `${index}`)
    const history = typed(change(historyFrom(first), { contacts }), 'Name')
    const [before] = history.past.slice(-1)
    expect(before?.contacts).toEqual(contacts)
    expect(history.present.contacts).toBe(before?.contacts)
    expect(history.present.schedule_settings).toBe(before?.schedule_settings)
  })
})

describe('where two values differ', () => {
  it('is named by form path; a list is one field, and nothing is the same as undefined', () => {
    expect(
      changedPaths(
        { name: 'a', flow: ['x', 'y'], texts: { telegram: undefined }, number: Number.NaN },
        { name: 'b', flow: ['y', 'x'], texts: {}, number: Number.NaN }
      )
    ).toEqual(['name', 'flow'])
    expect(changedPaths({ texts: {} }, { texts: { telegram: 'Hi' } })).toEqual(['texts.telegram'])
  })
})
