import { setTimeout as wait } from 'node:timers/promises'
import { armTimerOn } from '../../../src/engine/scheduler/arm-timer'
import { Scheduler } from '../../../src/engine/scheduler/scheduler'
import { slotRunId } from '../../../src/engine/scheduler/slot-run-id'
import { systemClock, systemTimers } from '../../../src/engine/system-clock'
import { type Campaign, campaignSchema } from '../../../src/shared/domain/campaign'
import { activeCampaign, wallTime } from '../../support/engine/records'
import { figureOf, type Measure } from './figure'

const ZONES = [
  'Asia/Ho_Chi_Minh',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'America/Sao_Paulo',
  'UTC',
  'Asia/Tokyo'
]

/** Wall time with fractions, as the operating system gives it: `Date.now` alone is too coarse. */
const nowMs = (): number => performance.timeOrigin + performance.now()

const campaignsDue = (count: number, dueMs: number): Campaign[] => {
  const start_time = wallTime(dueMs)
  const schedule_settings = { frequency: 'once' as const, start_time, timezone: 'UTC' }
  return Array.from({ length: count }, (_, number) =>
    campaignSchema.parse(activeCampaign(number, { schedule_settings }))
  )
}

/** The engine's scheduler over campaigns; `onRun` is told of every slot that is to run. */
function schedulerOver(campaigns: readonly Campaign[], onRun: () => void): Scheduler {
  const settled = new Set<string>()
  return new Scheduler({
    clock: systemClock,
    armTimer: armTimerOn(systemClock, systemTimers),
    campaigns: () => campaigns,
    floorMs: ({ effective_from }) => Date.parse(effective_from ?? ''),
    isSettled: (runId) => settled.has(runId),
    isOpen: () => false,
    hasBuffered: () => false,
    isEmergency: () => false,
    startBuffered: () => Promise.resolve(),
    runsLeft: () => Infinity,
    prepare: () => null,
    carryOut: ({ _id }, { run }) => {
      if (run !== null) {
        settled.add(slotRunId(_id, run.slot))
        onRun()
      }
      return Promise.resolve()
    },
    onExhausted: () => Promise.resolve(),
    onError: (error) => {
      throw error
    }
  })
}

/** A full second that is far enough away to arm everything for it. */
const soon = (): number => Math.ceil((nowMs() + 1_500) / 1_000) * 1_000

/** When each of so many timeouts for one instant came, in milliseconds behind it. */
function timeoutsDue(count: number, dueMs: number): Promise<number[]> {
  return new Promise((resolve) => {
    const lateMs: number[] = []
    for (let number = 0; number < count; number += 1) {
      setTimeout(
        () => {
          lateMs.push(nowMs() - dueMs)
          if (lateMs.length === count) resolve(lateMs)
        },
        Math.ceil(dueMs - nowMs())
      )
    }
  })
}

/** The same of campaigns. */
async function campaignsJudged(count: number, dueMs: number): Promise<number[]> {
  const lateMs: number[] = []
  const all = new Promise<void>((resolve) => {
    const scheduler = schedulerOver(campaignsDue(count, dueMs), () => {
      lateMs.push(nowMs() - dueMs)
      if (lateMs.length === count) void scheduler.stop().then(resolve)
    })
    scheduler.start()
  })
  await all
  return lateMs
}

/** Ten thousand campaigns due at one instant: when the last of them is judged. */
export const measureDue: Measure = async ({ size, rounds }) => {
  const count = size(10_000, 200)
  const last = (lateMs: readonly number[]) => lateMs.reduce((a, b) => Math.max(a, b))
  const loa: number[] = []
  const floors: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    floors.push(last(await timeoutsDue(count, soon())))
    loa.push(last(await campaignsJudged(count, soon())))
  }
  return { '': figureOf(loa, floors, 'ms') }
}

const BUSY_MS = 50

/** The loop is never free for longer than it takes to begin the next piece. */
async function whileBusy<T>(work: () => Promise<T>): Promise<T> {
  let isOver = false
  const piece = () => {
    if (isOver) return
    const endMs = performance.now() + BUSY_MS
    while (performance.now() < endMs);
    setTimeout(piece, 0)
  }
  setTimeout(piece, 800)
  try {
    return await work()
  } finally {
    isOver = true
  }
}

export const measureDueWhileBusy: Measure = async ({ rounds }) => {
  const mean = (lateMs: readonly number[]) => lateMs.reduce((a, b) => a + b, 0) / lateMs.length
  const loa: number[] = []
  const floors: number[] = []
  // How late is chance, by where in a piece the instant falls: the means of many rounds are compared, not their pairs.
  for (let round = 0; round < rounds * 3; round += 1) {
    floors.push(mean(await whileBusy(() => timeoutsDue(200, soon()))))
    loa.push(mean(await whileBusy(() => campaignsJudged(200, soon()))))
  }
  return { '': figureOf([mean(loa)], [mean(floors)], 'ms') }
}

/** The timer is set for the earliest of many campaigns, no slot of which was ever computed before. */
export const measureArming: Measure = async ({ size, rounds }) => {
  const count = size(10_000, 200)
  const loa: number[] = []
  const floors: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    // In no order at all: a sort makes use of every stretch that is in order already.
    const instants = Array.from({ length: count }, (_, number) => ({
      number,
      atMs: Math.imul(number + round, 2_654_435_761) >>> 0
    }))
    const startMs = performance.now()
    instants.sort((a, b) => a.atMs - b.atMs)
    floors.push(performance.now() - startMs)
    const campaigns = Array.from({ length: count }, (_, number) => {
      const hour = String(number % 24).padStart(2, '0')
      const minute = String((number * 7) % 60).padStart(2, '0')
      const schedule_settings = {
        frequency: 'daily' as const,
        start_time: `2027-01-0${1 + (number % 9)}T${hour}:${minute}:00`,
        timezone: ZONES[number % ZONES.length] ?? 'UTC'
      }
      return campaignSchema.parse(activeCampaign(number, { schedule_settings }))
    })
    const scheduler = schedulerOver(campaigns, () => undefined)
    const armedFromMs = performance.now()
    scheduler.start()
    await scheduler.judged()
    loa.push(performance.now() - armedFromMs)
    if (scheduler.standing().armedForMs === null) throw new Error('The timer is not set')
    await scheduler.stop()
    await wait(50)
  }
  return { '': figureOf(loa, floors, 'ms') }
}
