import { describe, expect, it } from 'vitest'
import { RunRows } from '../../../src/renderer/stores/run-rows'
import {
  type DeliveryPage,
  type DeliveryQuery,
  type DeliveryRow,
  EVERY_DELIVERY
} from '../../../src/shared/domain/delivery'
import { ok, type Result } from '../../../src/shared/result'

const CONTACTS = 5_000

const rowOf = (index: number, state: 'queued' | 'sent'): DeliveryRow => ({
  contact_id: String(index),
  contact_name: `Contact ${index}`,
  cells: { whatsapp: { state, matches: true } }
})

/** A run whose first contacts are done, and that answers when the test says so. */
function bigRun() {
  const asked: { query: DeliveryQuery; from: number; count: number; answer: () => Promise<void> }[] = []
  const run = { sent: 0 }
  const rows = new RunRows('run', {
    findDeliveries: (_runId, query, from, count) =>
      new Promise<Result<DeliveryPage>>((resolve) => {
        const answer = async () => {
          const found = query.state === 'queued' ? CONTACTS - run.sent : CONTACTS
          const skipped = query.state === 'queued' ? run.sent : 0
          const page = Array.from({ length: Math.max(0, Math.min(count, found - from)) }, (_, offset) => {
            const index = skipped + from + offset
            return rowOf(index, index < run.sent ? 'sent' : 'queued')
          })
          resolve(ok({ rows: page, found_contacts: found, found_deliveries: found }))
          await Promise.resolve()
        }
        asked.push({ query: query as DeliveryQuery, from, count, answer })
      })
  })
  /** Answers everything that is asked until nothing is. */
  const settle = async () => {
    for (let next = asked.shift(); next !== undefined; next = asked.shift()) {
      await next.answer()
      await new Promise((resolve) => setTimeout(resolve, 0))
    }
  }
  return { rows, run, asked, settle }
}

const heldBy = (rows: RunRows): readonly [number, number] => {
  const { first, rows: held } = rows.answer()
  return [first, first + held.length]
}

describe('the rows of a run in the window', () => {
  it('holds only a stretch around what is in sight, wherever that is', async () => {
    const { rows, settle } = bigRun()
    rows.look(0, 30)
    rows.ask(EVERY_DELIVERY)
    await settle()
    expect(rows.answer().found_contacts).toBe(CONTACTS)
    expect(heldBy(rows)).toEqual([0, 90])
    rows.look(4_000, 4_030)
    await settle()
    const [first, end] = heldBy(rows)
    expect(first).toBeLessThanOrEqual(3_980)
    expect(end).toBeGreaterThanOrEqual(4_050)
    expect(end - first).toBeLessThan(200)
  })

  it('asks in advance when the edge comes near, and not while it is far', async () => {
    const { rows, asked, settle } = bigRun()
    rows.look(0, 30)
    rows.ask(EVERY_DELIVERY)
    await settle()
    rows.look(20, 50)
    expect(asked).toHaveLength(0)
    rows.look(50, 80)
    expect(asked).toHaveLength(1)
    await settle()
    rows.look(2_000, 2_030)
    await settle()
    rows.look(1_970, 2_000)
    expect(asked).toHaveLength(0)
    rows.look(1_950, 1_980)
    expect(asked).toHaveLength(1)
  })

  it('asks once for any number of scrolls while an answer is on its way, then for where one is', async () => {
    const { rows, asked, settle } = bigRun()
    rows.ask(EVERY_DELIVERY)
    for (let first = 100; first <= 3_000; first += 100) rows.look(first, first + 30)
    expect(asked).toHaveLength(1)
    await asked.shift()?.answer()
    await new Promise((resolve) => setTimeout(resolve, 0))
    expect(asked.map(({ from }) => from)).toEqual([2_940])
    await settle()
  })

  it('replaces everything it holds by rows of one moment, and keeps what did not change', async () => {
    const { rows, run, settle } = bigRun()
    rows.look(0, 30)
    rows.ask(EVERY_DELIVERY)
    await settle()
    const before = rows.answer().rows
    run.sent = 10
    void rows.refresh()
    await settle()
    const now = rows.answer().rows
    expect(now[9]?.cells.whatsapp?.state).toBe('sent')
    expect(now[9]).not.toBe(before[9])
    expect(now[10]).toBe(before[10])
    expect(new Set(now.map((row) => row.contact_id)).size).toBe(now.length)
  })

  it('asks again when the run changed while an answer was on its way', async () => {
    const { rows, run, asked, settle } = bigRun()
    rows.ask({ ...EVERY_DELIVERY, state: 'queued' })
    const [first] = asked
    run.sent = 0
    void rows.refresh()
    expect(asked).toHaveLength(1)
    await first?.answer()
    asked.shift()
    run.sent = 5
    await new Promise((resolve) => setTimeout(resolve, 0))
    expect(asked).toHaveLength(1)
    await settle()
    expect(rows.answer().rows[0]?.contact_id).toBe('5')
  })

  it('shows the answer before until the next is there, and never an overtaken one', async () => {
    const { rows, asked, settle } = bigRun()
    rows.ask(EVERY_DELIVERY)
    await settle()
    rows.ask({ ...EVERY_DELIVERY, text: 'a' })
    rows.ask({ ...EVERY_DELIVERY, text: 'ab' })
    expect(rows.answer().rows.length).toBeGreaterThan(0)
    expect(asked.map(({ query }) => query.text)).toEqual(['a', 'ab'])
    const [overtaken] = asked.splice(0, 1)
    await settle()
    const shown = rows.answer()
    await overtaken?.answer()
    await new Promise((resolve) => setTimeout(resolve, 0))
    expect(rows.answer()).toBe(shown)
  })

  it('starts another query at its first row', async () => {
    const { rows, asked, settle } = bigRun()
    rows.ask(EVERY_DELIVERY)
    rows.look(3_000, 3_030)
    await settle()
    rows.ask({ ...EVERY_DELIVERY, state: 'queued' })
    expect(asked[0]?.from).toBe(0)
    await settle()
  })
})
