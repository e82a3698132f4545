import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { DeliveryRecord } from '../../../src/engine/ledger/ledger-record'
import { RunState } from '../../../src/engine/ledger/run-state'
import { DELIVERY_STATES, type DeliveryState } from '../../../src/shared/domain/delivery'
import { readBook } from '../../support/books/markdown'
import { fencesIn } from '../../support/books/protocol'
import { idOf } from '../../support/engine/records'
import { after, frozenContact, headOf } from '../../support/runs/ledger-lines'

const FILE = 'docs/architecture.md'
const book = readBook(FILE, readFileSync(join(process.cwd(), FILE), 'utf8'))

const diagramOf = (kind: string): string[] => {
  const found = fencesIn(book, 'mermaid').filter(({ text }) => text.startsWith(kind))
  expect(found).toHaveLength(1)
  return (found[0]?.text ?? '').split('\n').map((line) => line.trim())
}

const moves = diagramOf('stateDiagram-v2').flatMap((line) => {
  const [, from, to, record] = /^(\w+) --> (\w+): (\w+)$/.exec(line) ?? []
  return from === undefined ? [] : [{ from: from as DeliveryState, to: to as DeliveryState, record: record! }]
})

const of = { contact_id: idOf(1), channel: 'whatsapp', at: after(1) } as const

/** The record of a type that leads to a state, where it names one. */
const recordOf = (type: string, to: DeliveryState): DeliveryRecord => {
  switch (type) {
    case 'sending':
    case 'arrived':
    case 'again':
      return { type, ...of }
    case 'requeued':
      return { type, ...of, reason: 'busy' }
    case 'claimed':
      return { type, ...of, by: 'another' }
    case 'outcome':
      if (to === 'queued' || to === 'sending') throw new Error(`${to} is no outcome`)
      return { type, ...of, state: to }
    default:
      throw new Error(`There is no record ${type}`)
  }
}

const PATH_TO: Readonly<Record<DeliveryState, readonly [string, DeliveryState][]>> = {
  queued: [],
  sending: [['sending', 'sending']],
  sent: [['outcome', 'sent']],
  failed: [['outcome', 'failed']],
  unknown: [['outcome', 'unknown']],
  skipped: [['outcome', 'skipped']]
}

const stateAfter = (records: readonly DeliveryRecord[]): DeliveryState => {
  const run = new RunState(headOf({ flow: ['whatsapp'] }), [frozenContact(1, ['whatsapp'])])
  for (const record of records) run.apply(record)
  return run.entry(idOf(1), 'whatsapp').state
}

describe("the diagram of a delivery's life", () => {
  it('has every state, and no other', () => {
    const named = new Set(moves.flatMap(({ from, to }) => [from, to]))
    expect([...named].sort()).toEqual([...DELIVERY_STATES].sort())
  })

  it.each(moves)('$from becomes $to by $record', ({ from, to, record }) => {
    const before = PATH_TO[from].map(([type, state]) => recordOf(type, state))
    expect(stateAfter(before)).toBe(from)
    expect(stateAfter([...before, recordOf(record, to)])).toBe(to)
  })
})

describe('the diagram of what is written before what', () => {
  it('has the intent on the disk before the request, and asks once more between them', () => {
    const lines = diagramOf('sequenceDiagram')
    const inOrder = ['run->>ledger: sending', 'ledger-->>run: on the disk', 'run->>run: still allowed?']
    const places = [...inOrder, 'run->>gateway'].map((start) =>
      lines.findIndex((line) => line.startsWith(start))
    )
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places).not.toContain(-1)
    // And so does the code that the diagram is of.
    const sender = readFileSync(join(process.cwd(), 'src/engine/runner/run-sender.ts'), 'utf8')
    const send = sender.slice(sender.indexOf('async #send('))
    const code = [
      "records.commit({ type: 'sending'",
      'if (!mayWork()',
      '.send({',
      'this.#record(contact, channel, outcome)'
    ]
    const there = code.map((part) => send.indexOf(part))
    expect(there).not.toContain(-1)
    expect(there).toEqual([...there].sort((a, b) => a - b))
  })
})
