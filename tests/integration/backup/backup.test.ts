import { createHash } from 'node:crypto'
import { readdir, truncate, writeFile } from 'node:fs/promises'
import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { BackupManifest } from '../../../src/engine/backup/backup-format'
import { backUp, contentOf, namesIn } from '../../support/backup/backing-up'
import { heldRun } from '../../support/engine/held-run'
import { campaignRecord, contactRecords } from '../../support/engine/records'
import { canMountDisks } from '../../support/engine/disk-mount'
import { SmallDisk } from '../../support/engine/small-disk'
import { DAY_MS, HOUR_MS, TestClock } from '../../support/engine/test-clock'
import { openEngine, prepare, startEngine, testFolder } from '../../support/engine/test-engine'

const PLAIN = ['about.json', 'manifest.json', 'settings.json', 'contacts.json', 'campaigns.json', 'runs.json']

describe('a backup', () => {
  it('of a run that is under way holds every whole line of its ledger, and any tar opens it', async () => {
    const { engine, folder, runId, release, running } = await heldRun({ people: 4 })
    const path = await backUp(engine, testFolder())
    const names = namesIn(path)
    expect(names).toEqual(expect.arrayContaining(PLAIN))
    expect(names[0]).toBe('about.json')
    expect(names.at(-1)).toBe('manifest.json')
    const ledger = `runs/${runId.slice(0, 24)}/${runId.slice(24)}.jsonl`
    expect(contentOf(path, ledger)).toBe(await folder.text(`runs/${runId}.jsonl`))

    const manifest = JSON.parse(contentOf(path, 'manifest.json')) as BackupManifest
    expect(manifest.counts.ledgers).toBe(1)
    for (const { name, size, sha256 } of manifest.entries) {
      const content = Buffer.from(contentOf(path, name))
      expect([name, content.length]).toEqual([name, size])
      expect(createHash('sha256').update(content).digest('hex')).toBe(sha256)
    }
    release()
    await running.finished(runId)
  })

  it('never holds a torn line, a secret, a log, or what belongs to this computer', async () => {
    const { folder } = await prepare({ campaigns: [campaignRecord(1)] })
    const runId = `${campaignRecord(1)._id}_torn`
    await folder.write(`runs/${runId}.jsonl`, '{"type":"head"}\n{"type":"conta')
    await folder.write('secrets.json', '{"api_key":"s3cret"}')
    await folder.write('Local Storage/leveldb/CURRENT', 'x')
    const { engine } = await openEngine(folder)
    const path = await backUp(engine, testFolder())
    expect(contentOf(path, `runs/${runId.slice(0, 24)}/_torn.jsonl`)).toBe('{"type":"head"}\n')
    const foreign = namesIn(path).filter((name) => !/^(runs\/.*\.jsonl|[a-z-]+\.json)$/.test(name))
    expect(foreign).toEqual([])
    for (const name of ['secrets.json', 'state.json', 'presence.json'])
      expect(namesIn(path)).not.toContain(name)
  })

  it('is cancelled: nothing is left of it, and the next one goes through', async () => {
    const { engine } = await startEngine({ contacts: contactRecords(5_000), campaigns: [] })
    const elsewhere = testFolder()
    const { backups } = engine.safekeeping
    const making = backups.make(elsewhere.file('a.loa'))
    expect(await backups.make(elsewhere.file('b.loa'))).toMatchObject({ error: { code: 'backup_busy' } })
    backups.cancel()
    expect(await making).toEqual({ ok: false, error: { code: 'cancelled' } })
    expect(await readdir(elsewhere.path)).toEqual([])
    await backUp(engine, elsewhere)
    expect(await readdir(elsewhere.path)).toEqual(['backup.loa'])
  })

  it('of a folder with a damaged file is refused: it would take the place of a good one', async () => {
    const { folder } = await prepare()
    await folder.write('campaigns.json', '{"schema_version":')
    const { engine } = await openEngine(folder)
    expect(await engine.safekeeping.backups.make(testFolder().file('a.loa'))).toEqual({
      ok: false,
      error: { code: 'storage_damaged', params: { file: 'campaigns.json' } }
    })
  })

  it('of a large folder lets others have their turn all the time', async () => {
    const { engine, folder } = await startEngine({ contacts: contactRecords(20_000) })
    const line = `${JSON.stringify({ type: 'finished', at: '2026-01-01T00:00:00.000Z', filler: 'x'.repeat(900) })}\n`
    await folder.write(`runs/${campaignRecord(1)._id}_large.jsonl`, line.repeat(50_000))
    const state = { isDone: false }
    const making = backUp(engine, testFolder()).finally(() => (state.isDone = true))
    let turns = 0
    for (; !state.isDone; turns += 1) await turn()
    await making
    // 50 MB in pieces of 64 kB: some turns for each of them, and none for a whole file.
    expect(turns).toBeGreaterThan(800)
  })
})

describe.skipIf(!canMountDisks)('a disk that refuses (needs the right to mount one)', () => {
  it('full: told by name, nothing half is left; with room again it goes through', async () => {
    const { engine } = await startEngine({ contacts: contactRecords(3_000) })
    const disk = new SmallDisk(4)
    disk.fill(8_000)
    const path = disk.folder.file('a.loa')
    expect(await engine.safekeeping.backups.make(path)).toEqual({
      ok: false,
      error: { code: 'storage_failed', params: { file: 'a.loa', detail: `${disk.folder.path}: ENOSPC` } }
    })
    expect((await readdir(disk.folder.path)).filter((name) => name.startsWith('a.loa'))).toEqual([])
    disk.free()
    expect(await engine.safekeeping.backups.make(path)).toMatchObject({ ok: true })
  })

  it('read-only: told by name', async () => {
    const { engine } = await startEngine()
    const disk = new SmallDisk(4)
    disk.readOnly(true)
    expect(await engine.safekeeping.backups.make(disk.folder.file('a.loa'))).toMatchObject({
      error: { code: 'folder_read_only', params: { folder: disk.folder.path } }
    })
  })
})

describe('the daily copy', () => {
  const daily = async (changes: object = {}) => {
    const clock = new TestClock()
    const folder = testFolder()
    const own = await startEngine(
      { settings: { backup: { daily: true, keep_days: 3, folder: folder.path, ...changes } } },
      { clock }
    )
    const { running, engine } = own
    const copies = async () => (await engine.safekeeping.backups.list()).copies
    /** Lets it look until there are so many copies, and one of them is gone; gives them. */
    const until = async (count: number, gone?: string) => {
      let found = await copies()
      const isIt = () => found.length === count && found.every(({ name }) => name !== gone)
      for (let tries = 0; !isIt(); tries += 1) {
        if (tries > 500) throw new Error(`${found.length} copies instead of ${count}`)
        engine.safekeeping.tick()
        await wait(10)
        found = await copies()
      }
      return found
    }
    return { ...own, running, clock, backups: folder, copies, until }
  }

  it('is written once a day, also when the computer slept over the hour, and not again after a restart', async () => {
    const { clock, until, engine, folder, backups } = await daily()
    engine.safekeeping.tick()
    expect(await readdir(backups.path)).toEqual([])
    clock.pass(HOUR_MS)
    const [first] = await until(1)
    expect(first?.name).toMatch(/^loa-backup-\d{4}-\d{2}-\d{2}-\d{4}-daily\.loa$/)
    expect(first?.size_bytes).toBeGreaterThan(100)
    // A sleep: elapsed time stands still but for the minute in which it looks.
    clock.jump(DAY_MS)
    clock.pass(2 * 60_000)
    await until(2)
    await engine.stop()
    const again = await openEngine(folder, { clock })
    await again.engine.start()
    clock.pass(HOUR_MS)
    again.engine.safekeeping.tick()
    await again.engine.safekeeping.backups.list()
    expect(await readdir(backups.path)).toHaveLength(2)
  })

  it('removes what is too old, but never the last one, and leaves files alone that are not its own', async () => {
    const { clock, until, engine, backups } = await daily()
    await backups.write('loa-backup-2020-01-01-0800-daily.loa', 'old')
    await backups.write('loa-backup-2020-01-01-0800-before-restore.loa', 'old, and the only one of its kind')
    await backups.write('loa-backup-2020-01-01-0800.loa', 'made by hand')
    await backups.write('family.jpg', 'x')
    clock.pass(HOUR_MS)
    await until(2, 'loa-backup-2020-01-01-0800-daily.loa')
    expect(await readdir(backups.path)).toHaveLength(4)
    clock.pass(10 * DAY_MS)
    const [newest] = await until(2, (await until(2))[0]?.name)
    expect(newest?.kind).toBe('daily')
    expect(engine.state().warnings).toEqual([])
  })

  it('that cannot be written is a warning and takes nothing away; it goes when one is written', async () => {
    const { clock, running, engine, backups } = await daily()
    await backups.write('loa-backup-2020-01-01-0800-daily.loa', 'the last good one')
    const blocked = testFolder()
    await blocked.write('file', '')
    const { backup } = engine.settings.value
    await engine.saveSettings({
      ...engine.settings.value,
      backup: { ...backup, folder: blocked.file('file/x') }
    })
    clock.pass(HOUR_MS)
    const warned = () => engine.state().warnings.some(({ kind }) => kind === 'backup_failed')
    engine.safekeeping.tick()
    await running.until(warned, 'the operator is told')
    expect(await readdir(backups.path)).toEqual(['loa-backup-2020-01-01-0800-daily.loa'])
    await engine.saveSettings({ ...engine.settings.value, backup })
    clock.pass(HOUR_MS + 1)
    engine.safekeeping.tick()
    await running.until(() => !warned(), 'the warning is gone')
  })

  it('is not written when it is switched off', async () => {
    const { clock, engine, backups } = await daily({ daily: false })
    clock.pass(HOUR_MS)
    engine.safekeeping.tick()
    await engine.safekeeping.backups.list()
    expect(await readdir(backups.path)).toEqual([])
  })
})

describe('a file that is no good backup', () => {
  async function good() {
    const own = await startEngine({ campaigns: [campaignRecord(1)] })
    const elsewhere = testFolder()
    return { ...own, elsewhere, path: await backUp(own.engine, elsewhere) }
  }
  const codeOf = async (engine: Awaited<ReturnType<typeof good>>['engine'], path: string) => {
    const checked = await engine.safekeeping.backups.check(path)
    return checked.ok ? 'ok' : checked.error.code
  }

  it('is told in words, and nothing is changed', async () => {
    const { engine, folder, elsewhere, path } = await good()
    const before = await folder.text('contacts.json')
    const bytes = await elsewhere.bytes('backup.loa')
    const with_ = async (content: Uint8Array | string) => {
      await elsewhere.write('other.loa', content)
      return codeOf(engine, elsewhere.file('other.loa'))
    }
    expect(await codeOf(engine, path)).toBe('ok')
    expect(await codeOf(engine, elsewhere.file('none.loa'))).toBe('file_missing')
    expect(await codeOf(engine, elsewhere.path)).toBe('file_is_folder')
    expect(await with_('')).toBe('not_a_backup')
    expect(await with_('PK\u0003\u0004 a zip of somebody else')).toBe('not_a_backup')
    expect(await with_(bytes.subarray(0, bytes.length - 40))).toBe('backup_cut_off')
    expect(await with_(bytes.subarray(0, 300))).toBe('backup_cut_off')
    for (let at = 40; at < bytes.length; at += Math.ceil(bytes.length / 60)) {
      const damaged = Buffer.from(bytes)
      damaged[at] = (damaged[at] ?? 0) ^ 0x41
      expect(['backup_damaged', 'backup_cut_off', 'not_a_backup']).toContain(await with_(damaged))
    }
    expect(await readdir(folder.path)).not.toContain('restore')
    expect(await folder.text('contacts.json')).toBe(before)
    await truncate(path, 0)
    await writeFile(path, bytes)
    expect(await codeOf(engine, path)).toBe('ok')
  })
})
