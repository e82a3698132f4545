import { describe, expect, it } from 'vitest'
import type { DeliveryRecord } from '../../../src/engine/ledger/ledger-record'
import { RunState } from '../../../src/engine/ledger/run-state'
import { stepsOf } from '../../../src/engine/runs/delivery-steps'
import { linesLeadingTo } from '../../../src/engine/runs/live-lines'
import type { DeliveryStep } from '../../../src/shared/domain/delivery'
import { idOf } from '../../support/engine/records'
import { after, frozenContact, headOf, line } from '../../support/runs/ledger-lines'

const sent = { state: 'sent', status_code: 200, duration_ms: 20, answer: 'ok' } as const
const sentStep = { result: 'sent', status_code: 200, duration_ms: 20, answer: 'ok' } as const

const cases: readonly (readonly [string, readonly DeliveryRecord[], readonly DeliveryStep[]])[] = [
  ['nothing yet', [], []],
  ['a request under way', [line('sending', 5, {})], [{ kind: 'request', at: after(5), result: 'sending' }]],
  [
    'a request and its answer',
    [line('sending', 5, {}), line('outcome', 25, sent)],
    [{ kind: 'request', at: after(5), ended_at: after(25), ...sentStep }]
  ],
  [
    'a request whose intent is left out: the answer says how long it took',
    [line('outcome', 25, sent)],
    [{ kind: 'request', at: after(5), ended_at: after(25), ...sentStep }]
  ],
  [
    'a gateway that was too busy, with what it said',
    [
      line('sending', 0, {}),
      line('requeued', 10, {
        reason: 'busy',
        until: after(2000),
        outcome_reason: { code: 'busy', detail: 'HTTP 429' },
        status_code: 429,
        duration_ms: 9,
        answer: 'later'
      }),
      line('sending', 2000, {}),
      line('outcome', 2020, sent)
    ],
    [
      {
        kind: 'request',
        at: after(0),
        ended_at: after(10),
        result: 'waiting',
        reason: { code: 'busy', detail: 'HTTP 429' },
        status_code: 429,
        duration_ms: 9,
        answer: 'later',
        until: after(2000)
      },
      { kind: 'request', at: after(2000), ended_at: after(2020), ...sentStep }
    ]
  ],
  [
    'waits of a ledger that did not write down what the gateway said',
    [
      line('sending', 0, {}),
      line('requeued', 10, { reason: 'busy' }),
      line('sending', 20, {}),
      line('requeued', 30, { reason: 'unreachable' })
    ],
    [
      { kind: 'request', at: after(0), ended_at: after(10), result: 'waiting', reason: { code: 'busy' } },
      {
        kind: 'request',
        at: after(20),
        ended_at: after(30),
        result: 'waiting',
        reason: { code: 'unreachable' }
      }
    ]
  ],
  [
    'a request that was held back at the last moment: nothing left',
    [
      line('sending', 0, {}),
      line('requeued', 1, { reason: 'held' }),
      line('sending', 5, {}),
      line('outcome', 25, sent)
    ],
    [{ kind: 'request', at: after(5), ended_at: after(25), ...sentStep }]
  ],
  [
    'a request that was found cut off at the next start: nobody knows when it ended',
    [line('sending', 0, {}), line('outcome', 60_000, { state: 'unknown', reason: { code: 'interrupted' } })],
    [{ kind: 'request', at: after(0), result: 'unknown', reason: { code: 'interrupted' } }]
  ],
  [
    'a request that was ended when the app stopped',
    [
      line('sending', 0, {}),
      line('outcome', 10_000, { state: 'unknown', reason: { code: 'interrupted' }, duration_ms: 9990 })
    ],
    [
      {
        kind: 'request',
        at: after(0),
        ended_at: after(10_000),
        result: 'unknown',
        reason: { code: 'interrupted' },
        duration_ms: 9990
      }
    ]
  ],
  [
    'a folder that was restored, and may not know of a request',
    [line('outcome', 5, { state: 'unknown', reason: { code: 'restored' } })],
    [{ kind: 'unknown', at: after(5), reason: { code: 'restored' } }]
  ],
  [
    'unknown, and the operator knows that it arrived',
    [line('outcome', 20, { state: 'unknown', duration_ms: 20 }), line('arrived', 90, {})],
    [
      { kind: 'request', at: after(0), ended_at: after(20), result: 'unknown', duration_ms: 20 },
      { kind: 'arrived', at: after(90) }
    ]
  ],
  [
    'unknown, and sent again on the operator’s word; a second word changes nothing',
    [
      line('sending', 0, {}),
      line('outcome', 20, { state: 'unknown', duration_ms: 20 }),
      line('again', 90, {}),
      line('again', 91, {}),
      line('arrived', 92, {}),
      line('sending', 100, {})
    ],
    [
      { kind: 'request', at: after(0), ended_at: after(20), result: 'unknown', duration_ms: 20 },
      { kind: 'again', at: after(90) },
      { kind: 'request', at: after(100), result: 'sending' }
    ]
  ],
  [
    'failed, and taken over by a retry',
    [
      line('outcome', 20, {
        state: 'failed',
        reason: { code: 'http_error' },
        status_code: 400,
        duration_ms: 20
      }),
      line('claimed', 90, { by: 'another' })
    ],
    [
      {
        kind: 'request',
        at: after(0),
        ended_at: after(20),
        result: 'failed',
        reason: { code: 'http_error' },
        status_code: 400,
        duration_ms: 20
      },
      { kind: 'claimed', at: after(90), by: 'another' }
    ]
  ],
  [
    'skipped before any request',
    [line('outcome', 5, { state: 'skipped', reason: { code: 'no_address' } })],
    [{ kind: 'skipped', at: after(5), reason: { code: 'no_address' } }]
  ],
  [
    'given up: the gateway stayed out of reach',
    [
      line('sending', 0, {}),
      line('requeued', 3, { reason: 'unreachable', outcome_reason: { code: 'connection_refused' } }),
      line('outcome', 9000, { state: 'failed', reason: { code: 'gateway_unreachable' } })
    ],
    [
      {
        kind: 'request',
        at: after(0),
        ended_at: after(3),
        result: 'waiting',
        reason: { code: 'connection_refused' }
      },
      { kind: 'failed', at: after(9000), reason: { code: 'gateway_unreachable' } }
    ]
  ],
  [
    'a wait that the stop of the run ended',
    [
      line('sending', 0, {}),
      line('requeued', 3, { reason: 'busy' }),
      line('outcome', 9, { state: 'skipped', reason: { code: 'run_stopped' } })
    ],
    [
      { kind: 'request', at: after(0), ended_at: after(3), result: 'waiting', reason: { code: 'busy' } },
      { kind: 'skipped', at: after(9), reason: { code: 'run_stopped' } }
    ]
  ]
]

describe('the steps of a delivery', () => {
  it.each(cases)('%s', (_what, lines, steps) => expect(stepsOf(lines)).toEqual(steps))
})

describe('the lines of a run that goes on', () => {
  const contact = frozenContact(1)
  const life = [
    line('sending', 0, {}),
    line('requeued', 10, { reason: 'busy' }),
    line('sending', 20, {}),
    line('requeued', 30, { reason: 'unreachable' }),
    line('sending', 40, {}),
    line('outcome', 50, { state: 'unknown', duration_ms: 10 }),
    line('again', 60, {}),
    line('sending', 70, {}),
    line('outcome', 80, { state: 'unknown', duration_ms: 10 }),
    line('arrived', 90, {}),
    line('claimed', 95, { by: 'another' })
  ]
  const stateAfter = (count: number) => {
    const state = new RunState(headOf(), [contact])
    for (const record of life.slice(0, count)) state.apply(record)
    return state
  }
  const leadingTo = (applied: number, written: number) =>
    linesLeadingTo(stateAfter(applied), contact, 'whatsapp', life.slice(0, written))

  it.each(life.map((record, index) => [record.type, index + 1] as const))(
    'that are written, and those that count already, are the same up to %s (%i)',
    (_type, count) => {
      expect(leadingTo(count, count)).toEqual(life.slice(0, count))
      // The ledger is a line ahead: what does not count yet is not told.
      expect(leadingTo(count - 1, count)).toEqual(life.slice(0, count - 1))
      // It is a line behind: the state says what happened.
      const filled = leadingTo(count, count - 1)
      expect(filled).toHaveLength(count)
      expect(filled.at(-1)).toEqual(life[count - 1])
    }
  )

  it('end in the state of the run, however far the ledger is behind', () => {
    for (let applied = 0; applied <= life.length; applied += 1) {
      for (let written = 0; written <= life.length; written += 1) {
        const state = stateAfter(applied)
        const lines = linesLeadingTo(state, contact, 'whatsapp', life.slice(0, written))
        const last = stepsOf(lines).at(-1)
        const present = state.entry(idOf(1), 'whatsapp')
        if (present.state === 'sending') expect(last).toMatchObject({ result: 'sending', at: present.at })
        else if (last?.kind === 'request') expect(last.result).not.toBe('sending')
      }
    }
  })
})
