import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildScript } from '../../support/contacts/build-script'
import {
  countsOf,
  failureIn,
  fixture,
  importing,
  Importing,
  plain,
  valueOf
} from '../../support/contacts/importing'
import { openEngine, testFolder } from '../../support/engine/test-engine'

let script = ''

beforeAll(async () => {
  const source = '../../../src/engine/contacts/import/import-worker.ts'
  script = await buildScript(fileURLToPath(new URL(source, import.meta.url)))
})

afterAll(() => rmSync(dirname(script), { recursive: true, force: true }))

/** An engine that reads files in a thread, as the app does. */
async function inThread(importScript = script): Promise<Importing> {
  const folder = testFolder()
  const { engine } = await openEngine(folder, { importScript })
  return new Importing(folder, engine)
}

const LARGE = `Name,Phone\n${Array.from({ length: 20_000 }, (_, index) => `Người ${index},+8490${1_000_000 + index}\n`).join('')}`

describe('a file that is read in a thread', () => {
  it.each(['google-old.csv', 'excel-unicode-text.txt', 'iphone.vcf', 'mongoexport.ndjson'])(
    'gives the people that it gives without one: %s',
    async (file) => {
      const [here, there] = [await importing(), await inThread()]
      const read = await there.take(fixture(file))
      expect(read.check).toEqual((await here.take(fixture(file))).check)
      expect(there.list.map(plain)).toEqual(here.list.map(plain))
    }
  )

  it('gives all of a large one, in its order', async () => {
    const own = await inThread()
    const { check } = await own.takeText(LARGE)
    expect(countsOf(check)).toEqual({ added: 20_000 })
    expect(own.list[19_999]?.phone).toBe('+84901019999')
  })

  it('says what is wrong with it', async () => {
    const own = await inThread()
    const path = await own.file(`${LARGE}"An,+84901000000\n`)
    const preview = valueOf(await own.open(path))
    expect(failureIn(await own.engine.importing.check(preview.options))).toEqual({
      code: 'quote_never_closed',
      row: 20_002
    })
  })

  it('can be stopped, and read again', async () => {
    const own = await inThread()
    const path = await own.file(LARGE)
    const preview = valueOf(await own.open(path))
    let pieces = 0
    own.engine.subscribe((change) => {
      if (change.kind === 'import' && ++pieces === 2) own.engine.importing.cancel()
    })
    expect(failureIn(await own.engine.importing.check(preview.options))).toEqual({ code: 'cancelled' })
    expect(failureIn(await own.engine.importing.commit())).toEqual({ code: 'no_import' })
    expect(own.list).toEqual([])
    expect(countsOf(valueOf(await own.engine.importing.check(preview.options)))).toEqual({ added: 20_000 })
  })

  it('a second check ends the first', async () => {
    const own = await inThread()
    const preview = valueOf(await own.open(await own.file(LARGE)))
    const first = own.engine.importing.check(preview.options)
    const second = own.engine.importing.check(preview.options)
    expect(failureIn(await first)).toEqual({ code: 'cancelled' })
    expect(countsOf(valueOf(await second))).toEqual({ added: 20_000 })
    valueOf(await own.engine.importing.commit())
    expect(own.list).toHaveLength(20_000)
  })

  it('a thread that breaks is an error, and no end of the file', async () => {
    const folder = testFolder()
    await folder.write('broken.cjs', 'throw new Error("broken on purpose")')
    const own = await inThread(folder.file('broken.cjs'))
    const preview = valueOf(await own.open(fixture('google-old.csv')))
    await expect(own.engine.importing.check(preview.options)).rejects.toThrow('broken on purpose')
    expect(own.list).toEqual([])
  })

  it('so is one that ends without a word', async () => {
    const folder = testFolder()
    await folder.write('silent.cjs', '')
    const own = await inThread(folder.file('silent.cjs'))
    const preview = valueOf(await own.open(fixture('google-old.csv')))
    await expect(own.engine.importing.check(preview.options)).rejects.toThrow('ended early')
  })
})
