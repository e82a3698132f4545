import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type CraftedEntry, craftedBackup } from '../../support/backup/crafted-backup'
import { campaignRecord } from '../../support/engine/records'
import { startEngine, testFolder } from '../../support/engine/test-engine'

const NOTHING: CraftedEntry = { name: 'contacts.json', content: '{"schema_version":1,"contacts":[]}' }

/** Everything in a data folder but the signs of life, which come and go. */
const namesOf = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true })).filter((name) => !name.startsWith('presence')).sort()

/** An engine, and what it says to a file that was made by hand. */
async function checking() {
  const { engine, folder } = await startEngine({ campaigns: [campaignRecord(1)] })
  const elsewhere = testFolder()
  const check = async (content: Buffer) => {
    await elsewhere.write('crafted.loa', content)
    const checked = await engine.safekeeping.backups.check(elsewhere.file('crafted.loa'))
    return checked.ok ? 'ok' : checked.error.code
  }
  return { folder, elsewhere, check }
}

describe('a backup that was made to do harm', () => {
  it('is made rightly by these tests: one that is as it should be is taken', async () => {
    const { check } = await checking()
    expect(await check(craftedBackup([NOTHING]))).toBe('ok')
  })

  for (const name of [
    '../evil.json',
    '../../evil.json',
    '/tmp/loa-evil.json',
    'contacts.json/../../evil.json',
    'runs/../../evil.jsonl',
    `runs/000000000000000000ca0001/../../evil.jsonl`,
    'runs\\..\\evil.jsonl',
    'C:\\evil.json',
    './contacts.json',
    'state.json',
    'secrets.json',
    'logs/scheduler.log'
  ]) {
    it(`cannot name a file ${name}`, async () => {
      const { folder, elsewhere, check } = await checking()
      const before = await namesOf(folder.path)
      expect(await check(craftedBackup([NOTHING, { name, content: 'evil' }]))).toBe('backup_damaged')
      expect(await namesOf(folder.path)).toEqual(before)
      expect(await readdir(elsewhere.path)).toEqual(['crafted.loa'])
      for (const place of [
        join(folder.path, '..', 'evil.json'),
        join(folder.path, 'evil.jsonl'),
        '/tmp/loa-evil.json'
      ]) {
        await expect(stat(place), place).rejects.toThrow('ENOENT')
      }
    })
  }

  it('cannot hold a link, a device or a folder', async () => {
    const { check } = await checking()
    for (const kind of ['1', '2', '3', '4', '5', '6', 'x', 'L']) {
      expect(await check(craftedBackup([{ ...NOTHING, kind }])), kind).toBe('backup_damaged')
    }
  })

  it('cannot hold a file twice, or one that its list does not name', async () => {
    const { check } = await checking()
    expect(await check(craftedBackup([NOTHING, NOTHING]))).toBe('backup_damaged')
  })

  it('cannot fill the disk: what grows beyond reason is not unpacked to its end', async () => {
    const { folder, check } = await checking()
    const bomb = craftedBackup([{ name: 'contacts.json', content: Buffer.alloc(400 * 1024 * 1024) }])
    expect(bomb.length).toBeLessThan(1024 * 1024)
    expect(await check(bomb)).toBe('backup_damaged')
    expect(await readdir(folder.path)).not.toContain('restore')
  })

  it('of a newer Loa is told as such, before anything of it is read', async () => {
    const { check } = await checking()
    expect(await check(craftedBackup([{ name: 'of-the-future.json', content: '' }], 2))).toBe('backup_newer')
  })

  it('is no good when a file of it is not what its name says', async () => {
    const { folder, check } = await checking()
    for (const content of [
      '',
      'null',
      '[]',
      '{"schema_version":1,"contacts":"all"}',
      '{"contacts":[{"_id":1}]}'
    ]) {
      expect(await check(craftedBackup([{ name: 'contacts.json', content }])), content).toBe('backup_damaged')
    }
    expect(await readdir(folder.path)).not.toContain('restore')
  })
})
