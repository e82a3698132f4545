import { describe, expect, it } from 'vitest'
import { skipSlot, type SkippingContext } from '../../../src/engine/campaigns/skip-slot'
import { slotEntry } from '../../../src/engine/campaigns/slot-entry'
import { slotOnDate } from '../../../src/engine/scheduler/occurrences/slot-on-date'
import { type Campaign, campaignSchema } from '../../../src/shared/domain/campaign'
import type { RunSummary } from '../../../src/shared/domain/run'
import { ok } from '../../../src/shared/result'
import { activeCampaign } from '../../support/engine/records'

const DATE = '2026-03-02'
const BEFORE = Date.parse('2026-03-02T08:59:59Z')

/** A daily campaign at nine, in memory; `meanwhile` is what the scheduler did while its file was being written. */
function surroundings(meanwhile: (campaign: Campaign) => readonly RunSummary[] = () => []) {
  let campaign = campaignSchema.parse(
    activeCampaign(1, {
      schedule_settings: { frequency: 'daily', start_time: '2026-03-01T09:00:00', timezone: 'UTC' }
    })
  )
  const before = campaign
  const runs = new Map<string, RunSummary>()
  const context: SkippingContext = {
    clock: { nowMs: () => BEFORE, monotonicMs: () => 0 },
    index: { find: (id) => runs.get(id) },
    campaigns: {
      change: (_id, decide) => {
        const decided = decide(campaign)
        if (decided.ok) campaign = decided.value
        return Promise.resolve(decided)
      }
    },
    runsLeft: () => Infinity,
    judged: () => {
      for (const run of meanwhile(before)) runs.set(run.id, run)
      return Promise.resolve()
    }
  }
  return { context, before, now: () => campaign }
}

const entryOf = (campaign: Campaign, status: 'missed' | 'buffered'): RunSummary[] => {
  const slot = slotOnDate(campaign.schedule_settings, DATE)
  return slot === null ? [] : [slotEntry(campaign, slot, 'practice', { status })]
}

describe('a slot that becomes due while it is being left out', () => {
  it('goes on when its run began, and its date is taken out again', async () => {
    const { context, before, now } = surroundings((campaign) =>
      entryOf(campaign, 'buffered').map((run) => ({ ...run, status: 'running' }))
    )
    expect(await skipSlot(context, before._id, DATE, true)).toEqual({
      ok: false,
      error: { code: 'run_already_started' }
    })
    expect(now()).toEqual(before)
  })

  it('goes on when it waits for another run', async () => {
    const { context, before, now } = surroundings((campaign) => entryOf(campaign, 'buffered'))
    expect(await skipSlot(context, before._id, DATE, true)).toMatchObject({
      error: { code: 'run_already_started' }
    })
    expect(now()).toEqual(before)
  })

  it('stays missed when that is what became of it', async () => {
    const { context, before, now } = surroundings((campaign) => entryOf(campaign, 'missed'))
    expect(await skipSlot(context, before._id, DATE, true)).toMatchObject({
      error: { code: 'not_skippable' }
    })
    expect(now()).toEqual(before)
  })

  it('is left out when nothing began', async () => {
    const { context, before, now } = surroundings()
    expect(await skipSlot(context, before._id, DATE, true)).toEqual(ok(now()))
    expect(now()).toEqual({
      ...before,
      schedule_settings: { ...before.schedule_settings, exclude_dates: [DATE] }
    })
    expect(await skipSlot(context, before._id, DATE, false)).toEqual(ok(before))
  })
})
