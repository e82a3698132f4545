import { describe, expect, it } from 'vitest'
import type { Engine } from '../../../src/engine/engine'
import {
  type Campaign,
  CAMPAIGN_STATUSES,
  campaignSchema,
  type CampaignStatus
} from '../../../src/shared/domain/campaign'
import { perChannel } from '../../../src/shared/domain/channel'
import type { Result } from '../../../src/shared/result'
import { failureIn, valueOf } from '../../support/contacts/importing'
import type { TestFolder } from '../../support/engine/data-folder'
import { heldRun } from '../../support/engine/held-run'
import {
  activeCampaign,
  type CampaignRecord,
  campaignRecord,
  contactRecords,
  idOf,
  scheduleFromNow
} from '../../support/engine/records'
import { openEngine, prepare, startEngine } from '../../support/engine/test-engine'
import { DAY_MS } from '../../support/engine/test-clock'

const contacts = contactRecords(2)
const everybody = contacts.map(({ _id }) => _id)
const SETTLED = '2024-01-01T00:00:00.000Z'

/** A campaign in a status, with a slot tomorrow; saved last before it ever was in another. */
const inStatus = (status: CampaignStatus, changes: Partial<CampaignRecord> = {}): CampaignRecord =>
  campaignRecord(1, { status, contacts: everybody, flow: ['whatsapp'], effective_from: SETTLED, ...changes })

/** What the window's buttons do. */
const move = (engine: Engine, status: CampaignStatus, id = idOf(0xca_0001)): Promise<Result<Campaign>> =>
  status === 'active' ? engine.approvals.activate(id) : engine.campaigns.setStatus(id, status)

/** The only campaign as it lies on the disk. */
async function stored(folder: TestFolder): Promise<Campaign> {
  const { campaigns } = (await folder.json('campaigns.json')) as { campaigns: [unknown] }
  expect(campaigns).toHaveLength(1)
  return campaignSchema.parse(campaigns[0])
}

/** The moves as the design lists them, written out so that the code's own table is not its judge. */
const ALLOWED: readonly string[] = [
  'draft -> active',
  'active -> paused',
  'paused -> active',
  'active -> completed',
  'paused -> completed',
  'completed -> active',
  'draft -> archived',
  'active -> archived',
  'paused -> archived',
  'completed -> archived',
  'archived -> draft'
]

const PAIRS = CAMPAIGN_STATUSES.flatMap((from) => CAMPAIGN_STATUSES.map((to) => ({ from, to })))

describe('the moves of a campaign with a slot ahead', () => {
  for (const { from, to } of PAIRS.filter(({ from, to }) => ALLOWED.includes(`${from} -> ${to}`))) {
    it(`${from} -> ${to}: is made, also on the disk and after a restart`, async () => {
      const { engine, folder } = await startEngine({ contacts, campaigns: [inStatus(from)] })
      const moved = valueOf(await move(engine, to))
      expect(moved.status).toBe(to)
      expect(moved.updated_at > SETTLED).toBe(true)
      // Slots of before its activation never run; no other move touches that.
      expect(moved.effective_from).toBe(to === 'active' ? moved.updated_at : SETTLED)
      expect(engine.campaigns.list()).toEqual([moved])
      expect(await stored(folder)).toEqual(moved)
      await engine.stop()
      const again = await openEngine(folder)
      await again.engine.start()
      expect(again.engine.campaigns.list()).toEqual([moved])
    })
  }

  for (const { from, to } of PAIRS.filter(
    ({ from, to }) => from !== to && !ALLOWED.includes(`${from} -> ${to}`)
  )) {
    it(`${from} -> ${to}: is refused and changes nothing`, async () => {
      const { engine, folder } = await startEngine({ contacts, campaigns: [inStatus(from)] })
      const before = engine.campaigns.list()
      const bytes = await folder.bytes('campaigns.json')
      expect(await move(engine, to)).toEqual({
        ok: false,
        error: { code: 'status_move_refused', params: { from, to } }
      })
      expect(engine.campaigns.list()).toEqual(before)
      expect((await folder.bytes('campaigns.json')).equals(bytes)).toBe(true)
    })
  }

  for (const status of CAMPAIGN_STATUSES) {
    it(`${status} -> ${status}: is no move; asking for it twice does no harm`, async () => {
      const { engine, folder } = await startEngine({ contacts, campaigns: [inStatus(status)] })
      const [before] = engine.campaigns.list()
      expect(valueOf(await move(engine, status))).toEqual(before)
      expect(engine.campaigns.list()).toEqual([before])
      expect(await stored(folder)).toEqual(before)
    })
  }
})

describe('the moves of a campaign without a slot ahead', () => {
  const OVER = {
    'a time that is past': {
      schedule: scheduleFromNow(-DAY_MS),
      code: 'start_time_past'
    },
    'an end that is past': {
      schedule: scheduleFromNow(-3 * DAY_MS, {
        frequency: 'daily',
        end_time: scheduleFromNow(-DAY_MS).start_time
      }),
      code: 'no_future_slot'
    }
  }
  for (const [what, { schedule, code }] of Object.entries(OVER)) {
    for (const from of ['draft', 'paused', 'completed'] as const) {
      it(`${from} -> active, with ${what}: is refused and changes nothing`, async () => {
        const campaign = inStatus(from, { schedule_settings: schedule })
        const { engine, folder } = await startEngine({ contacts, campaigns: [campaign] })
        const before = engine.campaigns.list()
        const bytes = await folder.bytes('campaigns.json')
        expect(failureIn(await move(engine, 'active'))).toEqual({ code })
        expect(engine.campaigns.list()).toEqual(before)
        expect((await folder.bytes('campaigns.json')).equals(bytes)).toBe(true)
      })
    }
  }

  it('completed -> active, with all of its runs used up: is refused until it may run once more', async () => {
    const schedule = scheduleFromNow(2_000, { frequency: 'daily', max_runs: 1 })
    const { engine, folder, running } = await startEngine({
      contacts,
      campaigns: [inStatus('active', { schedule_settings: schedule })]
    })
    await running.finished()
    await running.until(() => engine.campaigns.list()[0]?.status === 'completed', 'the engine completes it')
    const completed = await stored(folder)
    expect(completed.status).toBe('completed')
    expect(failureIn(await move(engine, 'active'))).toEqual({ code: 'no_future_slot' })
    expect(await stored(folder)).toEqual(completed)
    const longer = { ...completed, schedule_settings: { ...completed.schedule_settings, max_runs: 2 } }
    valueOf(await engine.approvals.save(longer))
    expect(valueOf(await move(engine, 'active')).status).toBe('active')
  })
})

describe('a campaign that nobody knows', () => {
  it('is moved and deleted by nobody', async () => {
    const { engine } = await startEngine({ contacts, campaigns: [inStatus('draft')] })
    for (const status of CAMPAIGN_STATUSES) {
      expect(failureIn(await move(engine, status, idOf(9)))).toEqual({ code: 'not_found' })
    }
    expect(failureIn(await engine.deleteCampaign(idOf(9)))).toEqual({ code: 'not_found' })
  })
})

describe('a campaign with an open run', () => {
  it('is neither archived nor deleted, but paused, completed and activated; then it may go and its ledger stays', async () => {
    const { engine, campaign, folder, running, runId, release } = await heldRun({ people: 2 })
    const { _id: id } = campaign
    for (const status of ['active', 'paused', 'completed'] as const) {
      valueOf(await move(engine, status))
      const before = await stored(folder)
      expect(failureIn(await move(engine, 'archived'))).toEqual({ code: 'campaign_running' })
      expect(failureIn(await engine.deleteCampaign(id))).toEqual({ code: 'campaign_running' })
      expect(await stored(folder)).toEqual(before)
      expect(before.status).toBe(status)
    }
    release()
    const run = await running.finished(runId)
    expect(run.counts).toMatchObject({ sent: 2 })
    valueOf(await move(engine, 'archived'))
    valueOf(await engine.deleteCampaign(id))
    expect(await folder.json('campaigns.json')).toMatchObject({ campaigns: [] })

    expect(running.run(runId)).toEqual(run)
    const ledger = await folder.ledger(runId)
    expect(ledger.filter(({ type }) => type === 'outcome')).toHaveLength(2)
    await engine.stop()
    const again = await openEngine(folder)
    await again.engine.start()
    expect(again.engine.campaigns.list()).toEqual([])
    expect((await again.detail(runId)).deliveries.map(({ state }) => state)).toEqual(['sent', 'sent'])
    expect(await folder.ledger(runId)).toEqual(ledger)
  })

  it('stays while the run is paused, also over a restart, until it is stopped', async () => {
    const { engine, campaign, folder, runId, release } = await heldRun({ people: 2 })
    valueOf(await engine.runs.pause(runId, ''))
    release()
    await engine.stop()
    const again = await openEngine(folder)
    await again.engine.start()
    expect(again.run(runId).status).toBe('paused')
    expect(failureIn(await move(again.engine, 'archived'))).toEqual({ code: 'campaign_running' })
    expect(failureIn(await again.engine.deleteCampaign(campaign._id))).toEqual({ code: 'campaign_running' })
    valueOf(await again.engine.runs.stopRun(runId, ''))
    await again.finished(runId)
    valueOf(await again.engine.deleteCampaign(campaign._id))
    expect(await folder.ledgers()).toEqual([runId])
  })

  it('stays while a run is still being opened', async () => {
    const { engine, running } = await startEngine({ contacts, campaigns: [inStatus('draft')] })
    const id = idOf(0xca_0001)
    const { run_id } = valueOf(await engine.runsByHand.planManual(id))
    const starting = engine.runsByHand.startManual(id, run_id)
    await new Promise(setImmediate)
    expect(engine.runs.list()).toEqual([])
    const archived = move(engine, 'archived')
    const deleted = engine.deleteCampaign(id)
    valueOf(await starting)
    expect(failureIn(await archived)).toEqual({ code: 'campaign_running' })
    expect(failureIn(await deleted)).toEqual({ code: 'campaign_running' })
    await running.finished(run_id)
    expect(engine.campaigns.list()).toHaveLength(1)
  })
})

describe('a campaign that is being rehearsed for real', () => {
  /** Its rehearsal hangs at the practice gateway, while a live one is chosen. */
  async function rehearsing(campaign: CampaignRecord) {
    const { folder, gateway } = await prepare({ contacts, campaigns: [campaign] })
    const running = await openEngine(folder)
    const { engine } = running
    await engine.start()
    engine.practice.setModes(perChannel(() => 'hang'))
    const { run_id } = valueOf(await engine.runsByHand.planManual(campaign._id))
    valueOf(await engine.runsByHand.startRehearsal(campaign._id, run_id))
    await running.until(() => running.run(run_id).counts.sending > 0, 'it is under way')
    return { folder, gateway, running, engine, runId: run_id }
  }

  it('is neither archived nor deleted until the rehearsal is over; then it may go and its ledger stays', async () => {
    const { folder, running, engine, runId } = await rehearsing(inStatus('draft'))
    const before = await stored(folder)
    expect(failureIn(await move(engine, 'archived'))).toEqual({ code: 'campaign_running' })
    expect(failureIn(await engine.deleteCampaign(before._id))).toEqual({ code: 'campaign_running' })
    expect(engine.campaigns.list()).toEqual([before])
    expect(await stored(folder)).toEqual(before)

    valueOf(await engine.runs.stopRun(runId, ''))
    await running.until(() => !engine.runs.hasOpenRun(before._id), 'the rehearsal is over')
    valueOf(await engine.deleteCampaign(before._id))
    expect(await folder.json('campaigns.json')).toMatchObject({ campaigns: [] })
    expect(await folder.ledgers()).toEqual([runId])
  })

  it('holds up nothing else: its slot is sent, and it may be paused', async () => {
    const due = activeCampaign(1, {
      contacts: everybody,
      flow: ['whatsapp'],
      schedule_settings: scheduleFromNow(2_000, { frequency: 'daily' })
    })
    const { gateway, engine } = await rehearsing(due)
    await gateway.until(() => gateway.messages.length === 2, 'the slot is sent')
    expect(valueOf(await move(engine, 'paused')).status).toBe('paused')
  })
})
