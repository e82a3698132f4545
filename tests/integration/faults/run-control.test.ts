import { describe, expect, it } from 'vitest'
import { heldRun } from '../../support/engine/held-run'
import { Held } from '../../support/gateway/gateway-answers'
import {
  activeCampaign,
  campaignRecord,
  contactRecords,
  limitsOf,
  scheduleFromNow
} from '../../support/engine/records'
import { HOUR_MS } from '../../support/engine/test-clock'
import { openEngine, prepare, startEngine } from '../../support/engine/test-engine'

const contacts = contactRecords(5)
const everybody = contacts.map(({ _id }) => _id)

async function underWay() {
  const run = await heldRun({ people: 5 })
  const restart = async () => {
    const stopped = run.engine.stop()
    run.release()
    await stopped
    const again = await openEngine(run.folder, { clock: run.clock })
    await again.engine.start()
    return again
  }
  return { ...run, restart }
}

describe('a run is paused, continued and stopped, with a note', () => {
  it('paused: what is in flight ends and is recorded, nothing else begins, also after a restart', async () => {
    const { engine, runId, restart, gateway } = await underWay()
    expect(await engine.runs.pause(runId, 'the text is wrong')).toMatchObject({ ok: true })
    const again = await restart()
    expect(again.run(runId)).toMatchObject({
      status: 'paused',
      pause: { reason: 'operator', note: 'the text is wrong' },
      counts: { sent: 1, queued: 4, sending: 0 }
    })
    expect(gateway.messages).toHaveLength(1)
    expect(again.engine.runs.working).toBe(0)

    expect(await again.engine.resumeRun(runId, 'it is right')).toMatchObject({ ok: true })
    expect((await again.finished(runId)).counts.sent).toBe(5)
    expect(gateway.messages).toHaveLength(5)
    expect(again.lines.join('\n')).toContain('it is right')
  })

  it('continued: it does not stop at the next start', async () => {
    const { engine, runId, restart, gateway } = await underWay()
    await engine.runs.pause(runId, '')
    await engine.resumeRun(runId, 'go on')
    const again = await restart()
    expect((await again.finished(runId)).counts.sent).toBe(5)
    expect(gateway.messages).toHaveLength(5)
  })

  it('stopped: what waits is skipped for good, also after a restart; the note stays', async () => {
    const { engine, runId, restart, gateway } = await underWay()
    expect(await engine.runs.stopRun(runId, 'cancelled')).toMatchObject({ ok: true })
    const again = await restart()
    const run = await again.finished(runId)
    expect(run).toMatchObject({
      stop: { reason: 'operator', note: 'cancelled' },
      counts: { sent: 1, skipped: 4 }
    })
    expect((await again.states(runId)).slice(1)).toEqual(
      [2, 3, 4, 5].map((number) => `Contact ${number} whatsapp: skipped run_stopped`)
    )
    expect(gateway.messages).toHaveLength(1)
    expect(await again.engine.runs.pause(runId, '')).toMatchObject({ error: { code: 'run_not_open' } })
    expect(await again.engine.resumeRun(runId, '')).toMatchObject({ error: { code: 'run_not_open' } })
  })

  it('stopped: who has a request in flight then gets nothing on the next channel', async () => {
    const held = new Held()
    const campaign = campaignRecord(1, { contacts: everybody.slice(0, 2), flow: ['whatsapp', 'telegram'] })
    const { gateway, running, engine } = await startEngine({
      contacts,
      campaigns: [campaign],
      answer: () => held.answer,
      settings: { limits: limitsOf(1) }
    })
    const runId = await running.begin(campaign._id)
    await gateway.until(() => held.count === 2, 'one is under way on each channel')
    await engine.runs.stopRun(runId, '')
    expect(running.run(runId).counts).toMatchObject({ sending: 2, queued: 2 })
    held.release()
    await running.finished(runId)
    expect(await running.states(runId)).toEqual([
      'Contact 1 whatsapp: sent',
      'Contact 1 telegram: skipped run_stopped',
      'Contact 2 whatsapp: skipped run_stopped',
      'Contact 2 telegram: sent'
    ])
  })

  it('stopped, and the app ends while the many that wait are skipped: the rest of them is at the next start', async () => {
    const { engine, running, runId, folder, release, gateway } = await heldRun({ people: 20_000 })
    const stopped = engine.runs.stopRun(runId, '')
    await running.until(() => running.run(runId).counts.skipped > 0, 'some are skipped')
    const ended = engine.stop()
    release()
    await Promise.all([stopped, ended])
    const before = (await folder.ledger(runId)).filter(({ type }) => type === 'outcome')
    expect(before.length).toBeLessThan(20_000)

    const again = await openEngine(folder)
    await again.engine.start()
    expect((await again.finished(runId)).counts).toMatchObject({ sent: 1, skipped: 19_999 })
    const outcomes = (await folder.ledger(runId)).filter(({ type }) => type === 'outcome')
    expect(outcomes).toHaveLength(20_000)
    expect(gateway.messages).toHaveLength(1)
  })

  it('a paused run can be stopped', async () => {
    const { engine, runId, release, running, gateway } = await underWay()
    await engine.runs.pause(runId, '')
    release()
    await running.until(() => running.run(runId).counts.sent === 1, 'the one in flight is recorded')
    expect(await engine.runs.stopRun(runId, '')).toMatchObject({ ok: true })
    expect((await running.finished(runId)).counts).toMatchObject({ sent: 1, skipped: 4 })
    expect(gateway.messages).toHaveLength(1)
  })

  it('a run whose campaign is paused meanwhile goes on: the schedule stands still, not the run', async () => {
    const { engine, runId, release, running, campaign } = await underWay()
    await engine.campaigns.setStatus(campaign._id, 'active')
    await engine.campaigns.setStatus(campaign._id, 'paused')
    release()
    expect((await running.finished(runId)).counts.sent).toBe(5)
  })

  it('a paused campaign can be run by hand', async () => {
    const { engine, runId, release, running, campaign } = await underWay()
    release()
    await running.finished(runId)
    await engine.campaigns.setStatus(campaign._id, 'active')
    await engine.campaigns.setStatus(campaign._id, 'paused')
    const { summary } = await running.runToEnd(campaign._id)
    expect(summary.counts.sent).toBe(5)
  })
})

describe('design, Crash: a run that was cut off', () => {
  it('for less than its catch-up window goes on by itself', async () => {
    const { runId, restart, clock } = await underWay()
    clock.jump(HOUR_MS / 2)
    const again = await restart()
    expect((await again.finished(runId)).counts.sent).toBe(5)
  })

  it('by a sleep while it was open comes back paused when that was longer than the window', async () => {
    const { runId, running, clock, release, gateway } = await underWay()
    clock.jump(2 * HOUR_MS)
    await running.until(() => running.run(runId).status === 'paused', 'the sleep is noticed')
    release()
    await running.until(() => running.run(runId).counts.sent === 1, 'the answer is recorded')
    expect(running.run(runId).pause).toMatchObject({ reason: 'away' })
    expect(gateway.messages).toHaveLength(1)
  })

  it('with everything decided but the end written is finished at the next start, and sends nothing', async () => {
    const { engine, runId, folder, gateway, running, release, clock } = await underWay()
    release()
    await running.finished(runId)
    await engine.stop()
    const name = `runs/${runId}.jsonl`
    const lines = (await folder.text(name)).trimEnd().split('\n')
    await folder.write(name, lines.slice(0, -1).join('\n') + '\n')
    const again = await openEngine(folder, { clock })
    await again.engine.start()
    await again.finished(runId)
    expect(gateway.messages).toHaveLength(5)
  })
})

describe('design, Pause all: acts as a pause of every run', () => {
  it('holds an open run, and releases it where it was', async () => {
    const { engine, runId, release, running, gateway } = await underWay()
    await engine.settings.setPausedAll(true)
    release()
    await running.until(() => running.run(runId).counts.sent === 1, 'the one in flight is recorded')
    expect(running.run(runId).counts).toMatchObject({ sending: 0, queued: 4 })
    await running.until(() => engine.runs.working === 0, 'the computer may sleep')
    expect(gateway.messages).toHaveLength(1)
    await engine.settings.setPausedAll(false)
    expect((await running.finished(runId)).counts.sent).toBe(5)
  })
})

describe('two campaigns at the same instant', () => {
  it('each run once, side by side', async () => {
    const campaigns = [1, 2, 3].map((number) =>
      activeCampaign(number, {
        contacts: everybody,
        flow: ['whatsapp', 'telegram'],
        schedule_settings: scheduleFromNow(1_500)
      })
    )
    const { folder, gateway } = await prepare({ contacts, campaigns })
    const running = await openEngine(folder)
    await running.engine.start()
    await running.until(
      () => running.runs.filter(({ status }) => status === 'finished').length === 3,
      'three runs are finished'
    )
    expect(gateway.messages).toHaveLength(30)
    expect(new Set(gateway.messages.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(30)
  })
})
