import { expect, it, vi } from 'vitest'
import { Scheduler, type SchedulerContext } from '../../../src/engine/scheduler/scheduler'
import { type Campaign, campaignSchema } from '../../../src/shared/domain/campaign'
import { activeCampaign, scheduleFromNow } from '../../support/engine/records'

/** A due campaign whose audience takes as long to find as the test likes. */
function dueCampaign() {
  const campaign = campaignSchema.parse(
    activeCampaign(1, { schedule_settings: scheduleFromNow(-1_000, { frequency: 'daily' }) })
  )
  let found: () => void = () => undefined
  const preparing = new Promise<void>((resolve) => (found = resolve))
  const state = {
    campaigns: [campaign] as readonly Campaign[],
    isOpen: false,
    hasBuffered: false,
    /** What else happens when the campaigns are asked for. */
    onAsked: (): void => undefined,
    /** What else happens when the timer is armed: the last step of a look. */
    onArmed: (): void => undefined
  }
  const carryOut = vi.fn<SchedulerContext['carryOut']>(() => Promise.resolve())
  const startBuffered = vi.fn(() => Promise.resolve())
  const scheduler = new Scheduler({
    clock: { nowMs: () => Date.now(), monotonicMs: () => performance.now() },
    armTimer: () => {
      state.onArmed()
      return () => undefined
    },
    campaigns: () => {
      state.onAsked()
      return state.campaigns
    },
    floorMs: () => -Infinity,
    isSettled: () => false,
    isOpen: () => state.isOpen,
    hasBuffered: () => state.hasBuffered,
    isEmergency: () => false,
    startBuffered,
    runsLeft: () => 10,
    prepare: () => () => preparing,
    carryOut,
    onExhausted: () => Promise.resolve(),
    onError: (error) => {
      throw error
    }
  })
  return { state, carryOut, startBuffered, scheduler, found }
}

it('a campaign that is paused while its audience is found does not start', async () => {
  const { state, carryOut, scheduler, found } = dueCampaign()
  scheduler.start()
  await Promise.resolve()
  state.campaigns = []
  found()
  await scheduler.stop()
  expect(carryOut).not.toHaveBeenCalled()
})

it('what is carried out was judged after the audience was found: a run that began meanwhile counts', async () => {
  const { state, carryOut, scheduler, found } = dueCampaign()
  scheduler.start()
  await Promise.resolve()
  state.isOpen = true
  found()
  await scheduler.stop()
  expect(carryOut).toHaveBeenCalledOnce()
  const [, verdicts] = carryOut.mock.calls[0]!
  expect(verdicts.run).toBeNull()
  expect(verdicts.missed.map(({ reason }) => reason)).toContain('overlap')
})

it('nothing changed: the slot runs', async () => {
  const { carryOut, scheduler, found } = dueCampaign()
  scheduler.start()
  found()
  await scheduler.stop()
  expect(carryOut.mock.calls[0]?.[1].run).not.toBeNull()
})

it('a slot that waited does not start when its campaign is paused while the audience is found', async () => {
  const { state, startBuffered, scheduler, found } = dueCampaign()
  state.hasBuffered = true
  scheduler.start()
  await Promise.resolve()
  state.campaigns = []
  found()
  await scheduler.stop()
  expect(startBuffered).not.toHaveBeenCalled()
})

it('asked to look while it begins to look, it judges a slot once', async () => {
  const { state, carryOut, scheduler, found } = dueCampaign()
  let asked = 0
  state.onAsked = () => {
    asked += 1
    // The clock turns out to have jumped, and whoever notices asks for a look.
    if (asked === 1) scheduler.look()
  }
  carryOut.mockImplementation(async () => {
    await new Promise((resolve) => setImmediate(resolve))
    state.isOpen = true
  })
  found()
  scheduler.start()
  await vi.waitFor(() => expect(asked).toBeGreaterThan(2))
  await scheduler.stop()
  expect(carryOut.mock.calls.filter(([, verdicts]) => verdicts.run !== null)).toHaveLength(1)
})

it('a look that is asked for in the moment in which the last one ends is not lost', async () => {
  const { state, scheduler, found } = dueCampaign()
  let looks = 0
  state.onArmed = () => {
    looks += 1
    if (looks === 1) queueMicrotask(() => scheduler.look())
  }
  state.isOpen = true
  found()
  scheduler.start()
  await vi.waitFor(() => expect(looks).toBe(2))
  await scheduler.stop()
})
