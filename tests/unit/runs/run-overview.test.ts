import { describe, expect, it } from 'vitest'
import type { LedgerHead } from '../../../src/engine/ledger/ledger-record'
import { RunState } from '../../../src/engine/ledger/run-state'
import { Lanes } from '../../../src/engine/limits/lanes'
import { liveOverview, overviewOf } from '../../../src/engine/runs/run-overview'
import { RequestRate } from '../../../src/engine/runner/request-rate'
import type { LiveRun } from '../../../src/engine/runner/run-detail'
import { RunQueue } from '../../../src/engine/runner/run-queue'
import { policiesSchema } from '../../../src/shared/domain/campaign'
import { type ChannelId, perChannel } from '../../../src/shared/domain/channel'
import { type ChannelLimits, NO_LIMITS } from '../../../src/shared/domain/settings'
import { idOf } from '../../support/engine/records'
import { frozenContact, headOf, line } from '../../support/runs/ledger-lines'

const NOW_MS = Date.parse('2026-03-10T10:00:00.000Z')
const SECOND_MS = 1_000
const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000

/** A clock that stands still until it is moved. */
class StillClock {
  #ms = 0
  nowMs = () => NOW_MS + this.#ms
  monotonicMs = () => this.#ms
  pass(ms: number): void {
    this.#ms += ms
  }
}

interface Given {
  readonly people?: number
  readonly head?: Partial<LedgerHead>
  readonly limits?: Partial<ChannelLimits>
}

/** A run that has begun, with its channels; what becomes of its deliveries is up to the test. */
function begun({ people = 10, head = { flow: ['whatsapp'] }, limits = {} }: Given = {}) {
  const clock = new StillClock()
  const contacts = Array.from({ length: people }, (_, index) => frozenContact(index + 1, head.flow))
  const state = new RunState(headOf(head), contacts)
  const limitsOf = perChannel(() => ({ ...NO_LIMITS, ...limits }))
  const timers = { after: () => () => undefined }
  const lanes = new Lanes({
    clock,
    timers,
    limits: () => limitsOf,
    isHeld: () => false,
    secretWait: () => null,
    onHold: () => undefined
  }).of('custom')
  for (const channel of state.head.flow) {
    lanes[channel].add({
      take: () => null,
      skim: () => undefined,
      get queued() {
        return state.count(channel, 'queued')
      },
      probe: () => Promise.resolve(false),
      onUnreachable: () => undefined
    })
  }
  const rate = new RequestRate(clock)
  const queue = new RunQueue(state)
  const run = (isHeld = false): LiveRun => ({
    state,
    summary: state.summary(),
    queue,
    rate,
    channels: { clock, lanes, limits: limitsOf },
    isHeld
  })
  /** So many more are sent, one after the other. */
  const send = (count: number, eachMs: number, channel: ChannelId = 'whatsapp') => {
    const first = state.count(channel, 'sent') + 1
    for (let number = first; number < first + count; number += 1) {
      clock.pass(eachMs)
      state.apply(line('outcome', 1, { state: 'sent' }, { contact_id: idOf(number), channel }))
      rate.note(channel)
    }
  }
  const etaInMs = (isHeld = false) => {
    const { eta } = liveOverview(run(isHeld))
    return eta === null ? null : Date.parse(eta) - clock.nowMs()
  }
  return { clock, state, lanes, queue, run, send, etaInMs }
}

describe('how fast a run goes', () => {
  it('counts the requests that ended in the last minute', () => {
    const { clock, send, run } = begun({ people: 200 })
    expect(liveOverview(run()).per_minute).toBe(0)
    send(30, SECOND_MS)
    expect(liveOverview(run()).per_minute).toBe(30)
    send(60, SECOND_MS)
    expect(liveOverview(run()).per_minute).toBe(60)
    clock.pass(30 * SECOND_MS)
    expect(liveOverview(run()).per_minute).toBe(30)
    clock.pass(MINUTE_MS)
    expect(liveOverview(run()).per_minute).toBe(0)
    send(1, 0)
    expect(liveOverview(run()).per_minute).toBe(1)
  })

  it('counts all its channels', () => {
    const { send, run } = begun({ head: { flow: ['whatsapp', 'telegram'] } })
    send(4, SECOND_MS)
    send(3, SECOND_MS, 'telegram')
    expect(liveOverview(run()).per_minute).toBe(7)
  })
})

describe('when a run is expected to be over', () => {
  it('without limits: as fast as in the last minute; before the first answer nobody knows', () => {
    const { etaInMs, send } = begun({ people: 32 })
    expect(etaInMs()).toBeNull()
    send(10, SECOND_MS)
    // Ten in the ten seconds before, and the one that has begun.
    expect(etaInMs()).toBeCloseTo((22 / 10) * 11 * SECOND_MS, -4)
    send(22, SECOND_MS)
    expect(etaInMs()).toBeNull()
  })

  it('after a rest: as fast as since then', () => {
    const { etaInMs, send, clock } = begun({ people: 130 })
    send(30, SECOND_MS)
    clock.pass(10 * MINUTE_MS)
    expect(etaInMs()).toBeNull()
    send(20, SECOND_MS)
    expect(etaInMs()).toBeCloseTo(80 * SECOND_MS, -4)
  })

  it('with limits: as they allow it, whatever the last minute was like', () => {
    const { etaInMs, run, send } = begun({ people: 31, limits: { per_hour: 10 } })
    const { waits, eta } = liveOverview(run())
    expect(waits).toMatchObject([{ reason: 'limit', eta }])
    expect(etaInMs()).toBe(3 * HOUR_MS)
    send(1, SECOND_MS)
    expect(etaInMs()).toBe(2 * HOUR_MS)
  })

  it('is that of the channel that takes longest', () => {
    const { etaInMs, send } = begun({ people: 61, head: { flow: ['whatsapp', 'telegram'] } })
    send(30, SECOND_MS)
    expect(etaInMs()).toBeNull()
    send(60, SECOND_MS / 2, 'telegram')
    // Telegram has one left, WhatsApp half of its people.
    expect(etaInMs()).toBeGreaterThan(20 * SECOND_MS)
  })

  it('waits for the end of quiet hours, for the last of them', () => {
    const { etaInMs, queue, run } = begun({ people: 2 })
    queue.defer(0, 'whatsapp', NOW_MS + HOUR_MS)
    queue.defer(1, 'whatsapp', NOW_MS + 3 * HOUR_MS)
    expect(liveOverview(run()).waits).toMatchObject([{ reason: 'quiet_hours' }])
    expect(etaInMs()).toBe(3 * HOUR_MS)
  })

  it('waits for those whose night is not over, while others go on', () => {
    const { etaInMs, queue, send } = begun({ people: 40 })
    send(20, SECOND_MS)
    expect(etaInMs()).toBeLessThan(HOUR_MS)
    queue.defer(39, 'whatsapp', NOW_MS + 20 * SECOND_MS + HOUR_MS)
    expect(etaInMs()).toBe(HOUR_MS)
  })

  it('goes on at the limits when quiet hours are over', () => {
    const { etaInMs, queue } = begun({ people: 21, limits: { per_hour: 10 } })
    for (let index = 0; index < 21; index += 1) queue.defer(index, 'whatsapp', NOW_MS + HOUR_MS)
    expect(etaInMs()).toBe(3 * HOUR_MS)
  })

  it('waits as long as a gateway asked for', () => {
    const { etaInMs, lanes, clock } = begun({ people: 11, limits: { per_hour: 10 } })
    lanes.whatsapp.restoreHold(clock.nowMs() + 5 * MINUTE_MS)
    expect(etaInMs()).toBe(HOUR_MS + 5 * MINUTE_MS)
  })

  it('is not known while the operator has to decide, or the gateway is away', () => {
    const held = begun({ limits: { per_hour: 1 } })
    expect(held.etaInMs(true)).toBeNull()
    const paused = begun({ limits: { per_hour: 1 } })
    paused.state.apply({ type: 'paused', at: paused.state.lastAt, reason: 'operator', note: '' })
    expect(paused.etaInMs()).toBeNull()
    const errors = begun({ limits: { per_hour: 1 } })
    errors.state.apply({
      type: 'channel_paused',
      channel: 'whatsapp',
      at: errors.state.lastAt,
      errors: 5,
      attempts: 5,
      in_a_row: 5
    })
    expect(errors.etaInMs()).toBeNull()
    const long = begun({ limits: { per_hour: 1 } })
    long.lanes.whatsapp.restoreHold(long.clock.nowMs() + 2 * HOUR_MS)
    expect(long.etaInMs()).toBeNull()
  })

  it('does not wait for later channels that nobody may ever need', () => {
    const policies = policiesSchema.parse({ delivery: 'first_success' })
    const { etaInMs, send } = begun({ people: 20, head: { flow: ['whatsapp', 'telegram'], policies } })
    send(10, SECOND_MS)
    expect(etaInMs()).toBeGreaterThan(0)
  })
})

describe('what a run says', () => {
  it('is the text of each channel, also of a head of before there were texts of their own', () => {
    const state = new RunState(headOf({ flow: ['telegram', 'ai_call'] }), [frozenContact(1)])
    expect(overviewOf(state, state.summary())).toMatchObject({
      texts: { telegram: 'Hello', ai_call: 'Hello' },
      placeholders: false,
      flow: ['telegram', 'ai_call'],
      by_channel: { telegram: { queued: 1 }, ai_call: { queued: 1 } }
    })
  })

  it('is a channel’s own text where it has one', () => {
    const head = { ...headOf(), texts: { ai_call: 'Good morning' }, placeholders: true }
    const state = new RunState(head, [])
    expect(overviewOf(state, state.summary())).toMatchObject({
      texts: { whatsapp: 'Hello', telegram: 'Hello', ai_call: 'Good morning' },
      placeholders: true
    })
  })
})
