import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FrozenContact } from '../../../src/engine/ledger/ledger-record'
import { RunState } from '../../../src/engine/ledger/run-state'
import { DeliverySearch } from '../../../src/engine/runs/delivery-search'
import { CHANNEL_IDS, type ChannelId } from '../../../src/shared/domain/channel'
import {
  DELIVERY_STATES,
  type DeliveryQuery,
  type DeliveryState,
  EVERY_DELIVERY
} from '../../../src/shared/domain/delivery'
import { plainText } from '../../support/contacts/naive-search'
import { idOf } from '../../support/engine/records'
import { frozenContact, headOf, line } from '../../support/runs/ledger-lines'

const RUNS = Number(process.env['DELIVERY_SEARCH_PROPERTY_RUNS'] ?? 300)

function holdsText({ name, addresses }: FrozenContact, text: string): boolean {
  const { whatsapp, telegram, ai_call } = addresses
  const numbers = [whatsapp, ai_call].map((address) => address?.to ?? '')
  const isNumber = (address: string) => /^[\d+ ().\-/]+$/.test(address)
  const places = [...numbers.filter((each) => !isNumber(each)), telegram?.to ? `@${telegram.to}` : '']
  const haystack = plainText([name, ...places].join('\n'))
  const words = plainText(text)
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.every((word) => haystack.includes(word))) return true
  if (!/^[\d+ ().\-/]+$/.test(text.trim()) || !/\d/.test(text)) return false
  const wanted = text.replace(/\D/g, '')
  const digits = wanted.replace(/^0*/, '') === '' ? wanted : wanted.replace(/^0*/, '')
  return numbers.some((number) => number.replace(/\D/g, '').includes(digits))
}

const contactArbitrary = fc
  .record({
    name: fc.constantFrom('Nguyễn Văn Đạt', 'Trần Lan', 'lan', 'John 42', ''),
    whatsapp: fc.option(fc.constantFrom('+84 33 917 0155', '+84901000155', '12', 'ask An', '')),
    telegram: fc.option(fc.constantFrom('john_doe', 'Lan42', '')),
    ai_call: fc.option(fc.constantFrom('+84 33 917 0155', '+84901000199', ''))
  })
  .map(({ name, ...places }) => ({ name, places }))

const queryArbitrary: fc.Arbitrary<DeliveryQuery> = fc.record({
  state: fc.constantFrom('all', ...DELIVERY_STATES),
  channel: fc.constantFrom('all', ...CHANNEL_IDS),
  text: fc.constantFrom(
    '',
    ' ',
    'NGUYEN',
    'lan tr',
    'đ',
    '@john',
    '42',
    '0339 170',
    '+84 90',
    '0155',
    '00',
    'ask an',
    'lan 4',
    'x'
  )
})

const states: readonly DeliveryState[] = ['sending', 'sent', 'failed', 'unknown', 'skipped']

describe('what is found in a run', () => {
  it('is what going through all deliveries finds, also after changes', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(contactArbitrary, { maxLength: 8 }),
        fc.array(
          fc.tuple(queryArbitrary, fc.nat(), fc.constantFrom(...CHANNEL_IDS), fc.constantFrom(...states)),
          {
            minLength: 1,
            maxLength: 10
          }
        ),
        fc.nat(8),
        fc.integer({ min: 1, max: 9 }),
        async (people, steps, offset, limit) => {
          const contacts = people.map(({ name, places }, index): FrozenContact => {
            const taken = CHANNEL_IDS.flatMap((channel) => {
              const to = places[channel]
              return to === null ? [] : [[channel, { to }] as const]
            })
            return {
              type: 'contact',
              contact_id: idOf(index + 1),
              name,
              addresses: Object.fromEntries(taken)
            }
          })
          const state = new RunState(headOf(), contacts)
          const search = new DeliverySearch(state)
          // Each query before a change and after it.
          for (const [query, number, channel, next] of steps.flatMap((step) => [step, step])) {
            const matches = (contact: FrozenContact, on: ChannelId) =>
              (query.channel === 'all' || query.channel === on) &&
              (query.state === 'all' || query.state === state.entry(contact.contact_id, on).state) &&
              (query.text.trim() === '' || holdsText(contact, query.text))
            const expected = contacts.flatMap((contact) =>
              state
                .channelsOf(contact)
                .filter((on) => matches(contact, on))
                .map((on) => ({ contact_id: contact.contact_id, channel: on }))
            )
            const ids = [...new Set(expected.map(({ contact_id }) => contact_id))]
            expect(await search.refs(query)).toEqual(expected)
            const page = await search.page(query, offset, limit)
            expect(page).toMatchObject({ found_contacts: ids.length, found_deliveries: expected.length })
            expect(page.rows.map(({ contact_id }) => contact_id)).toEqual(ids.slice(offset, offset + limit))
            for (const { contact_id, cells } of page.rows) {
              for (const on of CHANNEL_IDS) {
                const isFound = expected.some((ref) => ref.contact_id === contact_id && ref.channel === on)
                expect(cells[on]?.matches ?? false).toBe(isFound)
                if (cells[on] !== undefined) {
                  expect(cells[on].state).toBe(state.entry(contact_id, on).state)
                }
              }
            }
            const contact_id = idOf((number % Math.max(1, contacts.length)) + 1)
            if (next === 'sending') state.apply(line('sending', 1, {}, { contact_id, channel }))
            else state.apply(line('outcome', 2, { state: next as 'sent' }, { contact_id, channel }))
          }
        }
      ),
      { numRuns: RUNS }
    ))

  it('is found anew when something has changed', async () => {
    const state = new RunState(headOf(), [frozenContact(1), frozenContact(2)])
    const search = new DeliverySearch(state)
    const sent = async () => (await search.refs({ ...EVERY_DELIVERY, state: 'sent', text: 'contact' })).length
    expect(await sent()).toBe(0)
    state.apply(line('outcome', 5, { state: 'sent' }))
    expect(await sent()).toBe(1)
    state.apply(line('outcome', 6, { state: 'sent' }, { contact_id: idOf(2), channel: 'ai_call' }))
    expect(await sent()).toBe(2)
  })

  it('says when and why', async () => {
    const state = new RunState(headOf(), [frozenContact(1, ['whatsapp', 'telegram'])])
    state.apply(line('outcome', 5, { state: 'failed', reason: { code: 'busy', detail: 'HTTP 429' } }))
    const { rows } = await new DeliverySearch(state).page({ ...EVERY_DELIVERY, state: 'failed' }, 0, 10)
    expect(rows).toEqual([
      {
        contact_id: idOf(1),
        contact_name: 'Contact 1',
        cells: {
          whatsapp: { state: 'failed', at: state.lastAt, reason: 'busy', matches: true },
          telegram: { state: 'queued', matches: false }
        }
      }
    ])
  })
})
