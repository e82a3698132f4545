import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { markedChannels } from '../../../src/shared/domain/contact'
import { buildScript } from '../../support/contacts/build-script'
import {
  countsOf,
  failureIn,
  importing,
  Importing,
  NUMBER,
  sheet,
  valueOf
} from '../../support/contacts/importing'
import { canMountDisks } from '../../support/engine/disk-mount'
import { SmallDisk } from '../../support/engine/small-disk'
import { openEngine, testFolder } from '../../support/engine/test-engine'

const phoneOf = (number: number): string => `+8490${1_000_000 + number}`

/** So many people, the first one An, who is in the list already, with a new tag. */
const listOf = (count: number): string =>
  sheet(
    ['Name', 'Phone', 'Tags'],
    ['An', NUMBER, 'new'],
    ...Array.from({ length: count - 1 }, (_, index) => [`Người ${index}`, phoneOf(index), ''])
  )

/** The list as it is before the import: An alone, who came by another import. */
async function withAn(own: Importing): Promise<Importing> {
  await own.takeText(sheet(['Name', 'Phone', 'Tags'], ['An', NUMBER, 'old']))
  return own
}

describe('a crash between "what undoes it" and the list', () => {
  it('leaves the old list, and nothing to take back', async () => {
    const own = await withAn(await importing())
    const before = own.list
    const contactsFile = await own.folder.bytes('contacts.json')
    await own.takeText(listOf(50))
    expect(own.list).toHaveLength(50)
    await own.engine.stop()
    // The order of the two writes is what the crash is in: the list was not there yet.
    await own.folder.write('contacts.json', contactsFile)
    const later = await own.reopened()
    expect(later.list).toEqual(before)
    expect(later.engine.importing.last()).toBeNull()
    expect(failureIn(await later.engine.importing.undo())).toEqual({ code: 'nothing_to_undo' })
    expect(later.list).toEqual(before)
    // The same import can be made again, and taken back.
    expect(countsOf((await later.takeText(listOf(50))).check)).toEqual({ added: 49, merged: 1 })
    expect(valueOf(await later.engine.importing.undo())).toBe(0)
    expect(later.list).toEqual(before)
  })

  it('a note of an import that is not in the list undoes nothing', async () => {
    const own = await withAn(await importing())
    const [an] = own.list
    await own.engine.stop()
    const note = {
      id: '64b7f3a2c1d4e5f601020399',
      file_name: 'another.csv',
      at: an!.updated_at,
      counts: { added: 1, merged: 0, unchanged: 0, skipped: 0, rejected: 0 }
    }
    const file = { schema_version: 1, last: note, added: [an!._id], before: [] }
    await own.folder.write('last-import.json', JSON.stringify(file))
    const later = await own.reopened()
    expect(later.engine.importing.last()).toBeNull()
    expect(failureIn(await later.engine.importing.undo())).toEqual({ code: 'nothing_to_undo' })
    expect(later.list).toEqual([an])
  })

  it('a damaged note is no obstacle: the list is there, and there is nothing to take back', async () => {
    const own = await withAn(await importing())
    const before = own.list
    await own.engine.stop()
    await own.folder.write('last-import.json', '{"schema_version":1,"last":{"id":')
    const later = await own.reopened()
    expect(later.list).toEqual(before)
    expect(later.engine.importing.last()).toBeNull()
    await later.takeText(listOf(5))
    expect(valueOf(await later.engine.importing.undo())).toBe(0)
    expect(later.list).toEqual(before)
  })

  describe('by kill -9', () => {
    let script = ''
    beforeAll(async () => {
      script = await buildScript(
        fileURLToPath(new URL('../../support/contacts/import-child.ts', import.meta.url))
      )
    })
    afterAll(() => rmSync(dirname(script), { recursive: true, force: true }))

    const COUNT = 5_000

    it.each([0, 2, 8, 32, 64])('%i ms after the commit began: all of it or nothing', async (waitMs) => {
      const own = await withAn(await importing())
      const before = own.list
      const path = await own.file(listOf(COUNT))
      await own.engine.stop()
      const noteBefore = statSync(own.folder.file('last-import.json')).ino
      const child = spawn(process.execPath, [script, own.folder.path, path], {
        stdio: ['ignore', 'pipe', 'inherit']
      })
      const gone = once(child, 'exit')
      await once(child.stdout, 'data')
      if (waitMs > 0) await delay(waitMs)
      child.kill('SIGKILL')
      await gone
      const isNoted = statSync(own.folder.file('last-import.json')).ino !== noteBefore
      const later = await own.reopened()
      if (later.list.length === 1) {
        expect(later.list).toEqual(before)
        // The note of the import before was replaced: that one cannot be taken back any more.
        expect(later.engine.importing.last() === null).toBe(isNoted)
      } else {
        expect(isNoted).toBe(true)
        expect(later.list).toHaveLength(COUNT)
        expect(valueOf(await later.engine.importing.undo())).toBe(0)
        expect(later.list).toEqual(before)
      }
      expect((await later.takeText(listOf(COUNT))).check.rows).toBe(COUNT)
      expect(later.list).toHaveLength(COUNT)
    })
  })
})

describe.skipIf(!canMountDisks)('a disk that is full', () => {
  /** An engine on a small disk; the file to import lies on another one. */
  const onSmallDisk = async () => {
    const disk = new SmallDisk(4)
    const { engine } = await openEngine(disk.folder)
    const own = await withAn(new Importing(disk.folder, engine))
    const elsewhere = testFolder()
    await elsewhere.write('people.csv', listOf(1_000))
    return { disk, own, path: elsewhere.file('people.csv') }
  }

  it.each([
    ['to the last byte', 0],
    ['before the list is written, after what undoes it', 200 * 1024]
  ])('%s: nothing is half done, now and after a new start', async (_where, freeBytes) => {
    const { disk, own, path } = await onSmallDisk()
    const before = own.list
    const bytesBefore = await own.folder.text('contacts.json')
    const undoable = own.engine.importing.last()
    valueOf(await own.check(path))
    disk.fill(freeBytes)
    expect(await own.engine.importing.commit()).toMatchObject({
      ok: false,
      error: {
        code: 'storage_failed',
        params: { file: freeBytes === 0 ? 'last-import.json' : 'contacts.json', detail: 'ENOSPC' }
      }
    })
    expect(own.list).toBe(before)
    expect(await own.folder.text('contacts.json')).toBe(bytesBefore)
    disk.free()
    const later = await own.reopened()
    expect(later.list).toEqual(before)
    expect(later.engine.importing.last()).toEqual(undoable)
    expect(valueOf(await later.engine.importing.undo())).toBe(0)
    expect(later.list).toEqual([])
  })

  it('with room again the same commit goes through', async () => {
    const { disk, own, path } = await onSmallDisk()
    valueOf(await own.check(path))
    disk.fill(200 * 1024)
    expect((await own.engine.importing.commit()).ok).toBe(false)
    disk.free()
    valueOf(await own.engine.importing.commit())
    expect(own.list).toHaveLength(1_000)
    expect(await own.stored()).toEqual(own.list)
    expect(valueOf(await own.engine.importing.undo())).toBe(0)
    expect(own.people).toEqual([{ first_name: 'An', phone: NUMBER, tags: ['old'] }])
  })

  it('so that at "undo" the marks cannot be kept: the import stays, and can be taken back later', async () => {
    const { disk, own } = await onSmallDisk()
    const marked = Array.from({ length: 500 }, (_, index) => [phoneOf(index), 'yes'])
    await own.takeText(sheet(['Phone', 'Opted out'], ...marked))
    const before = own.list
    disk.fill()
    expect(await own.engine.importing.undo()).toMatchObject({
      ok: false,
      error: { code: 'storage_failed', params: { file: 'suppressions.json' } }
    })
    expect(own.list).toBe(before)
    disk.free()
    const later = await own.reopened()
    expect(later.list).toEqual(before)
    expect(valueOf(await later.engine.importing.undo())).toBe(0)
    expect(later.people).toEqual([{ first_name: 'An', phone: NUMBER, tags: ['old'] }])
    expect(later.engine.doNotContact.isBlocked('ai_call', phoneOf(499))).toBe(true)
  })
})

describe('taking the last import back', () => {
  it('leaves the list as it was, also after a new start', async () => {
    const own = await withAn(await importing())
    const before = own.list
    const { done } = await own.takeText(listOf(20))
    const later = await own.reopened()
    expect(done).toMatchObject(later.engine.importing.last()!)
    expect(later.engine.importing.last()).toMatchObject({ counts: { added: 19, merged: 1 } })
    expect(valueOf(await later.engine.importing.undo())).toBe(0)
    expect(later.list).toEqual(before)
    expect(await later.stored()).toEqual(before)
    expect(later.engine.importing.last()).toBeNull()
    expect(failureIn(await later.engine.importing.undo())).toEqual({ code: 'nothing_to_undo' })
    expect(failureIn(await (await later.reopened()).engine.importing.undo())).toEqual({
      code: 'nothing_to_undo'
    })
  })

  it.each(['overwrite', 'skip'] as const)('also when it was told to %s', async (known) => {
    const own = await withAn(await importing())
    const before = own.list
    await own.takeText(
      sheet(['Name', 'Phone', 'Notes'], ['Anh', '0339170155', 'x'], ['Mai', phoneOf(1), '']),
      { known }
    )
    valueOf(await own.engine.importing.undo())
    expect(own.list).toEqual(before)
  })

  it('keeps who was changed since, newcomers and others, and says how many', async () => {
    const own = await withAn(await importing())
    await own.takeText(listOf(5))
    const [an, first] = own.list
    await own.engine.contacts.save({ ...an!, notes: 'called' })
    await own.engine.contacts.save({ ...first!, notes: 'called' })
    expect(valueOf(await own.engine.importing.undo())).toBe(2)
    expect(own.people).toEqual([
      { first_name: 'An', phone: NUMBER, tags: ['old', 'new'], notes: 'called' },
      expect.objectContaining({ phone: phoneOf(0), notes: 'called' })
    ])
  })

  it('leaves alone who came since, who was deleted since, and whom it did not touch', async () => {
    const own = await withAn(await importing())
    await own.takeText(sheet(['Name', 'Phone'], ['Lan', phoneOf(90)]))
    await own.takeText(listOf(5))
    const [, lan, first] = own.list
    const rest = (({ first_name, last_name, whatsapp_number, telegram_username, email, notes }) => ({
      first_name,
      last_name,
      whatsapp_number,
      telegram_username,
      email,
      notes
    }))(lan!)
    await own.engine.contacts.save({ ...rest, first_name: 'Mai', phone: phoneOf(99) })
    await own.engine.contacts.delete([first!._id])
    expect(valueOf(await own.engine.importing.undo())).toBe(0)
    expect(own.list.map(({ first_name }) => first_name)).toEqual(['An', 'Lan', 'Mai'])
    expect(own.list[1]).toEqual(lan)
  })

  it('keeps a mark that came with it, or since', async () => {
    const own = await withAn(await importing())
    await own.takeText(sheet(['Phone', 'Opted out', 'Tags'], [NUMBER, 'x', 'new']))
    valueOf(await own.engine.importing.undo())
    expect(own.people).toEqual([{ first_name: 'An', phone: NUMBER, tags: ['old'], do_not_contact: true }])
    expect(own.list.map(markedChannels)).toEqual([['whatsapp', 'telegram', 'ai_call']])
  })

  it('only the last one can be taken back', async () => {
    const own = await withAn(await importing())
    await own.takeText(sheet(['Name', 'Phone'], ['Lan', phoneOf(90)]))
    valueOf(await own.engine.importing.undo())
    expect(own.engine.importing.last()).toBeNull()
    expect(own.people).toMatchObject([{ first_name: 'An' }])
  })

  it('gives the other id back that somebody had got by it', async () => {
    const own = await withAn(await importing())
    const theirs = '64b7f3a2c1d4e5f601020304'
    await own.takeText(JSON.stringify([{ _id: theirs, phone: NUMBER }]))
    expect(own.engine.contacts.find(theirs)).toBeDefined()
    valueOf(await own.engine.importing.undo())
    expect(own.engine.contacts.find(theirs)).toBeUndefined()
  })

  it('what was written is complete JSON of the present version', async () => {
    const own = await withAn(await importing())
    const note = JSON.parse(await readFile(own.folder.file('last-import.json'), 'utf8')) as unknown
    expect(note).toMatchObject({
      schema_version: 1,
      last: own.engine.importing.last(),
      added: own.list.map(({ _id }) => _id),
      before: []
    })
  })
})
