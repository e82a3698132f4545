import { access, rm } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import type { RunSummary } from '../../../src/shared/domain/run'
import type { TestFolder } from '../../support/engine/data-folder'
import { activeCampaign, type CampaignRecord, idOf, scheduleFromNow } from '../../support/engine/records'
import { DAY_MS, TestClock } from '../../support/engine/test-clock'
import { openEngine, prepare, type TestEngine } from '../../support/engine/test-engine'
import { accept, truncatedJson } from '../../support/gateway/gateway-answers'

const isThere = (folder: TestFolder, runId: string) =>
  access(folder.file(`runs/${runId}.jsonl`)).then(
    () => true,
    () => false
  )

/** Daily since five days ago, a minute before this time of day; the run of today is caught up at the start. */
const daily = (changes: Partial<CampaignRecord['schedule_settings']> = {}): CampaignRecord =>
  activeCampaign(1, {
    contacts: [idOf(1)],
    flow: ['whatsapp'],
    effective_from: new Date(Date.now() - 30_000 - DAY_MS / 2).toISOString(),
    schedule_settings: scheduleFromNow(-5 * DAY_MS - 30_000, { frequency: 'daily', ...changes })
  })

async function ranToday(campaign: CampaignRecord, answer = accept) {
  const { folder, gateway } = await prepare({
    campaigns: [campaign],
    settings: { keep_runs_days: 30 },
    answer: () => answer
  })
  const first = await openEngine(folder)
  await first.engine.start()
  const run = await first.finished()
  await first.engine.stop()
  return { folder, gateway, run }
}

/** A month and a half later, day after day, as the presence of an app that was always there tells it. */
async function later(folder: TestFolder, days: number): Promise<TestEngine> {
  const clock = new TestClock()
  clock.pass(days * DAY_MS)
  const at = new Date(clock.nowMs()).toISOString()
  const presence = { schema_version: 1, known_from: at, alive_at: at, gaps: [] }
  await folder.write('presence.json', JSON.stringify(presence))
  const running = await openEngine(folder, { clock })
  await running.engine.start()
  return running
}

const removed = (running: TestEngine) =>
  running.until(() => running.lines.some((line) => line.includes('Removed')), 'old runs are removed')

const known = (running: TestEngine): string[] =>
  running.runs.filter(({ status }: RunSummary) => status !== 'missed').map(({ id }) => id)

describe('runs that are old enough', () => {
  it('go, ledger and entry, and their slots neither run again nor are missed', async () => {
    // Its next slot is a year away: the one that is forgotten is the only one that could be judged again.
    const yearly = scheduleFromNow(-30_000, { frequency: 'yearly' })
    const { folder, gateway, run } = await ranToday({ ...daily(), schedule_settings: yearly })
    const running = await later(folder, 40)
    await removed(running)
    expect(running.runs).toEqual([])
    expect(await isThere(folder, run.id)).toBe(false)
    await running.engine.stop()

    const again = await later(folder, 41)
    await again.engine.stop()
    expect(again.runs).toEqual([])
    expect(gateway.messages).toHaveLength(1)
  })

  it('stay while they are kept for ever, or were here a day less than asked for', async () => {
    const { folder, run } = await ranToday(daily({ end_time: new Date().toISOString() }))
    const running = await later(folder, 30)
    await running.engine.stop()
    expect(known(running)).toEqual([run.id])
    expect(await isThere(folder, run.id)).toBe(true)
  })

  it('stay while an outcome is unknown, and go once somebody has said what became of it', async () => {
    const { folder, run } = await ranToday(daily({ end_time: new Date().toISOString() }), truncatedJson)
    const running = await later(folder, 40)
    await running.engine.stop()
    expect(known(running)).toEqual([run.id])

    const back = await later(folder, 41)
    await back.engine.runs.settle(run.id, [{ contact_id: idOf(1), channel: 'whatsapp' }], 'arrived')
    await back.engine.stop()
    const last = await later(folder, 90)
    await removed(last)
    expect(known(last)).toEqual([])
  })

  it('count for the most runs of their campaign all the same', async () => {
    const { folder, gateway } = await ranToday(daily({ max_runs: 1 }))
    const running = await later(folder, 40)
    await removed(running)
    const [campaign] = running.engine.campaigns.list()
    expect(campaign).toMatchObject({ status: 'completed', forgotten: { runs: 1 } })
    expect(await running.engine.campaigns.setStatus(idOf(0xca_0001), 'active')).toMatchObject({ ok: false })
    expect(gateway.messages).toHaveLength(1)
  })

  it('stay as long as the frequency cap looks back', async () => {
    const { folder, run } = await ranToday(daily({ end_time: new Date().toISOString() }))
    const settings = (await folder.json('settings.json')) as { settings: object }
    const frequency_cap = { on: true, messages: 1, days: 60 }
    await folder.write(
      'settings.json',
      JSON.stringify({ ...settings, settings: { ...settings.settings, frequency_cap } })
    )
    const running = await later(folder, 40)
    await running.engine.stop()
    expect(known(running)).toEqual([run.id])
  })

  it('wait a day when the app was away for long, because the clock may be wrong', async () => {
    const { folder, run } = await ranToday(daily({ end_time: new Date().toISOString() }))
    const clock = new TestClock()
    clock.pass(4000 * DAY_MS)
    const running = await openEngine(folder, { clock })
    await running.engine.start()
    await running.engine.stop()
    expect(known(running)).toEqual([run.id])
    expect(await isThere(folder, run.id)).toBe(true)
  })
})

describe('a removal that was cut off', () => {
  it('between ledger and entry is finished by the next start, and nothing is sent again', async () => {
    const { folder, gateway, run } = await ranToday(daily({ end_time: new Date().toISOString() }))
    const campaigns = (await folder.json('campaigns.json')) as { campaigns: object[] }
    const [campaign] = campaigns.campaigns
    const forgotten = { until: run.slot?.at, runs: 1 }
    await folder.write(
      'campaigns.json',
      JSON.stringify({ ...campaigns, campaigns: [{ ...campaign, forgotten }] })
    )
    await rm(folder.file(`runs/${run.id}.jsonl`))

    const running = await later(folder, 40)
    await removed(running)
    expect(running.runs).toEqual([])
    expect(running.engine.campaigns.list()[0]?.forgotten).toEqual(forgotten)
    expect(gateway.messages).toHaveLength(1)
  })
})
