import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import type { Engine } from '../../../src/engine/engine'
import { sealOf } from '../../../src/engine/reports/json-report'
import { reportedRun, type ReportedRun } from '../../../src/engine/reports/reported-run'
import { verifyReport } from '../../../src/engine/reports/verify-report'
import { type ReportOrder, writeFinishedReport, writeReport } from '../../../src/engine/reports/write-report'
import type { DeliveryView } from '../../../src/shared/domain/delivery'
import { heldRun } from '../../support/engine/held-run'
import { campaignRecord, contactRecord, idOf, phoneOf } from '../../support/engine/records'
import { canMountDisks } from '../../support/engine/disk-mount'
import { SmallDisk } from '../../support/engine/small-disk'
import { startEngine, testFolder } from '../../support/engine/test-engine'
import { accept, chosenBy, resetAfterReading, status } from '../../support/gateway/gateway-answers'
import { EXPORTED_BY, reportRun } from '../../support/reports/report-run'
import { readerIn } from '../../support/reports/reader'

type Kind = ReportOrder['kind']

const order = (kind: Kind, run: ReportedRun): ReportOrder => ({
  kind,
  run,
  by: EXPORTED_BY,
  reader: readerIn('en')
})

async function readRun({ runs }: Engine, runId: string): Promise<ReportedRun> {
  const run = await reportedRun(runs, runId)
  if (run === null) throw new Error(`There is no run ${runId}`)
  return run
}

/** A run by hand in which each thing happened that can happen to a delivery. */
async function mixedRun() {
  const contacts = [
    contactRecord(1),
    contactRecord(2),
    contactRecord(3, { telegram_username: '', do_not_contact: true }),
    contactRecord(4, { first_name: '=cmd()\n', last_name: '', telegram_username: '' })
  ]
  const campaign = campaignRecord(1, {
    name: 'Khuyến mãi "hè"',
    contacts: contacts.map(({ _id }) => _id),
    flow: ['whatsapp', 'telegram']
  })
  const surroundings = await startEngine({
    contacts,
    campaigns: [campaign],
    answer: () =>
      chosenBy(({ bodyText }) => {
        if (bodyText.includes(phoneOf(1))) return status(500, 'Out of "order"\nfor today')
        return bodyText.includes('contact_2') ? resetAfterReading : accept
      })
  })
  const { summary, deliveries } = await surroundings.running.runToEnd(campaign._id)
  return { ...surroundings, campaign, runId: summary.id, deliveries }
}

/** What a JSON report says about deliveries, as the window sees them. */
async function deliveriesIn(path: string): Promise<DeliveryView[]> {
  const lines = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>[]
  return lines
    .filter(({ record }) => record === 'delivery')
    .map(({ record: _record, chain: _chain, delivery_id, ...delivery }) => {
      return { ...delivery, id: delivery_id } as DeliveryView
    })
}

const linesIn = async (path: string): Promise<number> => (await readFile(path, 'utf8')).split('\n').length - 1

describe('the report of a run that is over', () => {
  it('has everything that happened, and is intact', async () => {
    const { engine, runId, deliveries, folder } = await mixedRun()
    const run = await readRun(engine, runId)
    const json = folder.file('run.json')
    expect(await writeReport(json, order('json', run))).toEqual({ ok: true, value: 8 })
    expect(await deliveriesIn(json)).toEqual(deliveries)
    expect(deliveries.map(({ state }) => state)).toEqual([
      ...['failed', 'sent', 'sent', 'unknown', 'skipped', 'skipped', 'sent', 'skipped']
    ])
    const csv = folder.file('run.csv')
    expect(await writeReport(csv, order('csv', run))).toEqual({ ok: true, value: 8 })
    for (const path of [json, csv]) {
      expect(await verifyReport(path)).toMatchObject({
        ok: true,
        value: { outcome: 'intact', lines: await linesIn(path) }
      })
    }
    expect(await readdir(folder.path)).not.toContain('run.csv.part')
  })

  it('lists who got nothing or may have got nothing, and why', async () => {
    const { engine, runId, folder } = await mixedRun()
    const path = folder.file('not-sent.csv')
    const run = await readRun(engine, runId)
    expect(await writeReport(path, order('failures', run))).toEqual({ ok: true, value: 5 })
    const text = (await readFile(path, 'utf8')).slice(1)
    const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true })
    expect(data.map((row) => [row['Name'], row['Channel'], row['State'], row['Reason']].join(' · '))).toEqual(
      [
        'Contact 1 · WhatsApp · Failed · Gateway error',
        'Contact 2 · Telegram · Unknown · Connection lost',
        'Contact 3 · WhatsApp · Skipped · Do not contact',
        'Contact 3 · Telegram · Skipped · No address',
        "'=cmd() · Telegram · Skipped · No address"
      ]
    )
    expect(data[0]?.["The gateway's own words"]).toContain('Out of "order"')
  })

  it('has a seal that stays until something of the run changes', async () => {
    const { engine, runId } = await mixedRun()
    const seal = await sealOf(await readRun(engine, runId))
    expect(await sealOf(await readRun(engine, runId))).toBe(seal)
    // What a retry takes over stays what it was.
    const plan = await engine.retries.plan(runId)
    if (!plan.ok) throw new Error(plan.error.code)
    expect(await engine.retries.start(runId, plan.value.run_id, 'original')).toMatchObject({ ok: true })
    expect(await sealOf(await readRun(engine, runId))).toBe(seal)

    const unknown = [{ contact_id: idOf(2), channel: 'telegram' as const }]
    expect(await engine.runs.settle(runId, unknown, 'arrived')).toEqual({ ok: true, value: 1 })
    expect(await sealOf(await readRun(engine, runId))).not.toBe(seal)
  })

  it('is there for a run that is not, too: none', async () => {
    const { engine } = await startEngine()
    expect(await reportedRun(engine.runs, `${idOf(1)}_m-1`)).toBe(null)
  })
})

describe('the report of an open run', () => {
  it('says that it is not finished, and counts what it lists, however the run goes on meanwhile', async () => {
    const { engine, runId, release, running, folder } = await heldRun({ people: 300 })
    const before = await readRun(engine, runId)
    release()
    await running.finished(runId)
    const path = folder.file('open.json')
    expect(await writeReport(path, order('json', before))).toEqual({ ok: true, value: 300 })
    const [facts] = JSON.parse(await readFile(path, 'utf8')) as [Record<string, unknown>]
    expect(facts).toMatchObject({
      finished: false,
      status: 'running',
      counts: { sending: 1, queued: 299, sent: 0 }
    })
    const states = (await deliveriesIn(path)).map(({ state }) => state)
    expect(states.filter((state) => state === 'queued')).toHaveLength(299)
    expect(await verifyReport(path)).toMatchObject({ ok: true, value: { outcome: 'intact' } })

    const after = await readRun(engine, runId)
    expect(after.summary).toMatchObject({ status: 'finished', counts: { sent: 300, queued: 0 } })
  })
})

describe('a file that is checked', () => {
  it('is named when it is altered or cut off, in a file of many reads', async () => {
    const people = Array.from({ length: 2_000 }, (_, index) => ({
      name: `Person ${index}`,
      outcomes: { whatsapp: { state: 'sent' as const } }
    }))
    const folder = testFolder()
    const path = folder.file('long.csv')
    await writeReport(path, order('csv', await reportRun({ people })))
    const text = await readFile(path, 'utf8')
    const line = text.slice(0, text.indexOf('Person 1500')).split('\n').length
    await writeFile(path, text.replace('Person 1500', 'Person 15OO'))
    expect(await verifyReport(path)).toEqual({ ok: true, value: { outcome: 'altered', line } })
    const whole = text.split('\r\n').slice(0, 1_000)
    await writeFile(path, whole.join('\r\n') + '\r\n')
    expect(await verifyReport(path)).toEqual({ ok: true, value: { outcome: 'cut_off', line: 1_000 } })
  })

  it('that cannot be read is an error, not a verdict', async () => {
    const folder = testFolder()
    await mkdir(folder.file('folder'))
    expect(await verifyReport(folder.file('nothing.csv'))).toMatchObject({ error: { code: 'file_missing' } })
    expect(await verifyReport(folder.file('folder'))).toMatchObject({ error: { code: 'file_is_folder' } })
    expect(await verifyReport('/dev/null')).toMatchObject({ error: { code: 'file_unreadable' } })
    await writeFile(folder.file('empty.csv'), '')
    expect(await verifyReport(folder.file('empty.csv'))).toEqual({
      ok: true,
      value: { outcome: 'not_a_report' }
    })
  })
})

describe('a report that cannot be written', () => {
  it('names the file and the folder', async () => {
    const path = testFolder().file('no/such/folder/run.csv')
    expect(await writeReport(path, order('csv', await reportRun()))).toEqual({
      ok: false,
      error: { code: 'storage_failed', params: { file: 'run.csv', detail: `${dirname(path)}: ENOENT` } }
    })
  })

  describe.skipIf(!canMountDisks)('because of the disk (needs the right to mount one)', () => {
    const people = Array.from({ length: 20_000 }, (_, index) => ({
      name: `Person ${index}`,
      outcomes: { whatsapp: { state: 'failed' as const, reason: { code: 'busy' as const } } }
    }))

    it.each(['csv', 'json', 'failures'] as const)(
      'that is full, leaves nothing behind (%s)',
      async (kind) => {
        const disk = new SmallDisk(4)
        disk.fill(1_000_000)
        const path = disk.folder.file(`run-${kind}`)
        const before = await readdir(disk.folder.path)
        expect(await writeReport(path, order(kind, await reportRun({ people })))).toEqual({
          ok: false,
          error: {
            code: 'storage_failed',
            params: { file: basename(path), detail: `${disk.folder.path}: ENOSPC` }
          }
        })
        expect(await readdir(disk.folder.path)).toEqual(before)
      }
    )

    it('that is full, leaves nothing behind of a finished document either', async () => {
      const disk = new SmallDisk(4)
      disk.fill(1_000)
      const before = await readdir(disk.folder.path)
      const path = disk.folder.file('run.pdf')
      expect(await writeFinishedReport(path, Buffer.alloc(100_000), await reportRun())).toMatchObject({
        error: { code: 'storage_failed', params: { file: 'run.pdf' } }
      })
      expect(await readdir(disk.folder.path)).toEqual(before)
    })

    it('that is read-only', async () => {
      const disk = new SmallDisk(4)
      disk.readOnly(true)
      const path = disk.folder.file('run.json')
      expect(await writeReport(path, order('json', await reportRun()))).toEqual({
        ok: false,
        error: { code: 'folder_read_only', params: { folder: disk.folder.path } }
      })
    })
  })
})
