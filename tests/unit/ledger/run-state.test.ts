import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DeliveryRecord, FrozenContact, LedgerRecord } from '../../../src/engine/ledger/ledger-record'
import { Replay } from '../../../src/engine/ledger/replay'
import { RunState } from '../../../src/engine/ledger/run-state'
import { CHANNEL_IDS } from '../../../src/shared/domain/channel'
import { DELIVERY_STATES } from '../../../src/shared/domain/delivery'
import { idOf } from '../../support/engine/records'
import { after, frozenContact, headOf, line } from '../../support/runs/ledger-lines'
import { NaiveRun } from '../../support/runs/naive-run'

const RUNS = Number(process.env['RUN_STATE_PROPERTY_RUNS'] ?? 500)
const PEOPLE = 4

const contactsArbitrary: fc.Arbitrary<readonly FrozenContact[]> = fc
  .array(fc.subarray([...CHANNEL_IDS]), { minLength: 1, maxLength: PEOPLE })
  .map((each) => each.map((channels, index) => frozenContact(index + 1, channels)))

const ofAnswer = {
  status_code: fc.option(fc.constantFrom(200, 429, 500), { nil: undefined }),
  duration_ms: fc.option(fc.nat(500), { nil: undefined }),
  answer: fc.option(fc.constantFrom('', '{}'), { nil: undefined })
}

/** Lines in any order, also such as no run would write, also about people who are not in the run. */
const recordArbitrary: fc.Arbitrary<DeliveryRecord> = fc
  .tuple(
    fc.constantFrom(...CHANNEL_IDS),
    fc.integer({ min: 1, max: PEOPLE + 1 }),
    fc.nat(10_000),
    fc.oneof(
      fc.record({ type: fc.constantFrom('sending' as const, 'arrived' as const, 'again' as const) }),
      fc.record({
        type: fc.constant('requeued' as const),
        reason: fc.constantFrom('busy' as const, 'unreachable' as const, 'held' as const)
      }),
      fc.record({ type: fc.constant('claimed' as const), by: fc.constantFrom('one', 'two') }),
      fc.record({
        type: fc.constant('outcome' as const),
        state: fc.constantFrom('sent' as const, 'failed' as const, 'unknown' as const, 'skipped' as const),
        ...ofAnswer
      })
    )
  )
  .map(([channel, number, ms, rest]) => ({
    ...rest,
    channel,
    contact_id: idOf(number),
    at: after(ms)
  }))

describe('the state of a run', () => {
  it('is that of a map of all deliveries, whatever lines come', () =>
    fc.assert(
      fc.property(
        contactsArbitrary,
        fc.subarray([...CHANNEL_IDS], { minLength: 1 }),
        fc.array(recordArbitrary, { maxLength: 40 }),
        (contacts, flow, records) => {
          const state = new RunState(headOf({ flow }), contacts)
          const deliveries = contacts.flatMap((contact) =>
            state.channelsOf(contact).map((channel) => ({ contact_id: contact.contact_id, channel }))
          )
          const naive = new NaiveRun(deliveries)
          for (const record of records) {
            state.apply(record)
            naive.apply(record)
          }
          for (const [position, { contact_id }] of contacts.entries()) {
            expect(state.positionOf(contact_id)).toBe(position)
            for (const channel of CHANNEL_IDS) {
              const expected = naive.entry(contact_id, channel)
              expect(state.entry(contact_id, channel)).toEqual(expected)
              expect(state.entryAt(position, channel)).toEqual(expected)
              const takesPart = deliveries.some(
                (each) => each.contact_id === contact_id && each.channel === channel
              )
              expect(state.stateAt(position, channel)).toBe(takesPart ? expected.state : null)
            }
          }
          const { counts, total_contacts, sent_by_channel } = state.summary()
          expect(total_contacts).toBe(contacts.length)
          for (const each of DELIVERY_STATES) {
            for (const channel of CHANNEL_IDS) {
              expect(state.count(channel, each)).toBe(naive.count(channel, each))
              expect(state.countsOn(channel)[each]).toBe(naive.count(channel, each))
            }
            const all = CHANNEL_IDS.reduce((sum, channel) => sum + naive.count(channel, each), 0)
            expect(counts[each]).toBe(all)
          }
          for (const channel of CHANNEL_IDS)
            expect(sent_by_channel[channel]).toBe(naive.count(channel, 'sent'))
          const isOpen = CHANNEL_IDS.some(
            (channel) => naive.count(channel, 'queued') + naive.count(channel, 'sending') > 0
          )
          expect(state.allFinal).toBe(!isOpen)
        }
      ),
      { numRuns: RUNS }
    ))

  it('is the same when it is read from its lines', () =>
    fc.assert(
      fc.property(contactsArbitrary, fc.array(recordArbitrary, { maxLength: 20 }), (contacts, records) => {
        const head = headOf()
        const live = new RunState(head, contacts)
        const replay = new Replay()
        const lines: LedgerRecord[] = [head, ...contacts, { type: 'ready', contacts: contacts.length }]
        for (const each of [...lines, ...records]) replay.add(each)
        for (const each of records) live.apply(each)
        const read = replay.run({ damaged: false })
        expect(read?.summary()).toEqual(live.summary())
        for (const { contact_id } of contacts) {
          for (const channel of CHANNEL_IDS) {
            expect(read?.entry(contact_id, channel)).toEqual(live.entry(contact_id, channel))
          }
        }
      }),
      { numRuns: RUNS }
    ))

  it('counts up with every delivery that changes, and with nothing else', () => {
    const state = new RunState(headOf(), [frozenContact(1, ['whatsapp'])])
    const revisions = [
      line('sending', 1, {}),
      line('outcome', 2, { state: 'sent' }),
      line('again', 3, {}),
      line('sending', 4, {}, { channel: 'telegram' }),
      line('sending', 5, {}, { contact_id: idOf(9) }),
      line('claimed', 6, { by: 'another' })
    ].map((record) => {
      state.apply(record)
      return state.revision
    })
    expect(revisions).toEqual([1, 2, 2, 2, 2, 3])
  })
})
