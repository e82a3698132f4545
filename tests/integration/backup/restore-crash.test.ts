import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { cp, readdir, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applyRestore } from '../../../src/engine/backup/apply-restore'
import { readOrder, restoreFolderIn } from '../../../src/engine/backup/restore-folder'
import { backUp, orderRestore, valueOf } from '../../support/backup/backing-up'
import { buildScript } from '../../support/contacts/build-script'
import type { TestFolder } from '../../support/engine/data-folder'
import { campaignRecord, idOf, phoneOf } from '../../support/engine/records'
import { openEngine, startEngine, testFolder } from '../../support/engine/test-engine'

const campaign = campaignRecord(1, { contacts: [1, 2, 3].map(idOf), flow: ['whatsapp'] })

/** A folder whose next start puts a backup back; one run is in both, one only in the backup, one only here. */
async function ordered() {
  const own = await startEngine({ campaigns: [campaign, campaignRecord(2)] })
  const { engine, running, folder, gateway } = own
  const both = await running.begin(campaign._id)
  await running.finished(both)
  const then = await running.begin(campaign._id)
  await running.finished(then)
  const path = await backUp(engine, testFolder())
  await engine.stop()
  await rm(folder.file(`runs/${then}.jsonl`))
  await rm(folder.file('runs.json'))
  await rm(folder.file('runs.json.bak'), { force: true })
  const second = await openEngine(folder)
  await second.engine.start()
  const now = await second.begin(campaign._id)
  await second.finished(now)
  valueOf(await second.engine.contacts.delete([idOf(3)]))
  valueOf(await second.engine.marks.stop([idOf(1)], ['whatsapp', 'telegram', 'ai_call'], 'asked'))
  await orderRestore(second.engine, path)
  await second.engine.stop()
  return { folder, gateway, runs: [both, then, now].sort() }
}

async function expectRestored(folder: TestFolder, runs: readonly string[]): Promise<void> {
  const later = await openEngine(folder)
  const { engine } = later
  await engine.start()
  expect(engine.contacts.list().map(({ _id }) => _id)).toEqual([1, 2, 3].map(idOf))
  expect(engine.state().emergency_stop).toMatchObject({ reason: 'restored' })
  expect(engine.doNotContact.isBlocked('whatsapp', phoneOf(1))).toBe(true)
  expect(later.runs.map(({ id }) => id).sort()).toEqual(runs)
  expect(later.runs.every(({ status, counts }) => status === 'finished' && counts.sent === 3)).toBe(true)
  await engine.stop()
}

describe('kill -9 while a backup is put back', () => {
  let script = ''
  beforeAll(async () => {
    script = await buildScript(
      fileURLToPath(new URL('../../support/backup/restore-child.ts', import.meta.url))
    )
  })
  afterAll(() => rmSync(dirname(script), { recursive: true, force: true }))

  const apply = (folder: TestFolder, killAt: number) =>
    spawnSync(process.execPath, [script, folder.path, String(killAt)], { encoding: 'utf8' })

  it('before every second step on the disk: the next start finishes it, and every run stays known', async () => {
    const { folder, gateway, runs } = await ordered()
    const whole = testFolder()
    await cp(folder.path, whole.path, { recursive: true })
    const [kind, count] = apply(whole, 0).stdout.split(' ')
    expect(kind).toBe('done')
    const steps = Number(count)
    expect(steps).toBeGreaterThan(40)
    for (let killAt = 1; killAt <= steps; killAt += 2) {
      const copy = testFolder()
      await cp(folder.path, copy.path, { recursive: true })
      expect(apply(copy, killAt).signal).toBe('SIGKILL')
      // A second crash on the way back changes nothing.
      if (killAt % 3 === 0) apply(copy, Math.ceil(killAt / 2))
      await applyRestore(copy.path, Date.now())
      expect((await copy.ledgers()).sort()).toEqual(runs)
      expect(await readdir(copy.path)).not.toContain('restore')
      expect(await copy.json('contacts.json')).toMatchObject({
        contacts: [1, 2, 3].map((each) => ({ _id: idOf(each) }))
      })
      expect(await copy.json('settings.json')).toMatchObject({
        settings: { emergency_stop: { reason: 'restored' } }
      })
      expect(await copy.json('state.json')).toMatchObject({ restored: true })
      // Now and then all of it.
      if (killAt % 12 === 1) await expectRestored(copy, runs)
      await copy.remove()
    }
    expect(gateway.messages).toHaveLength(9)
  }, 180_000)

  it('before the yes is on the disk: the folder stays as it was, and what was unpacked goes', async () => {
    const { folder } = await ordered()
    await rm(folder.file('restore/order.json'))
    const { engine } = await openEngine(folder)
    await engine.start()
    expect(engine.contacts.list()).toHaveLength(2)
    expect(engine.state().emergency_stop).toBeNull()
    expect(await readdir(folder.path)).not.toContain('restore')
  })

  it('a marker that nobody can read says nothing', async () => {
    const { folder } = await ordered()
    await folder.write('restore/order.json', '{')
    expect(await readOrder(restoreFolderIn(folder.path))).toBeNull()
    const { engine } = await openEngine(folder)
    expect(engine.contacts.list()).toHaveLength(2)
  })
})
