import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { freeName, writeExport, writeLines } from '../../../../src/engine/contacts/export/export-file'
import { jsonLines } from '../../../../src/engine/contacts/export/json-export'
import { plainContact } from '../../../support/contacts/contact-arbitrary'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loa-export-'))
})

afterEach(() => rm(folder, { recursive: true }))

describe('an exported file', () => {
  it('replaces the one that is there and has everybody', async () => {
    const path = join(folder, 'people.json')
    await writeFile(path, 'old')
    const contacts = Array.from({ length: 3_000 }, () => plainContact({ first_name: 'Nguyễn 👩‍👩‍👧' }))
    expect(await writeExport(path, 'json', contacts)).toEqual({ ok: true, value: 3_000 })
    expect(await readFile(path, 'utf8')).toBe([...jsonLines(contacts)].join(''))
    expect(await readdir(folder)).toEqual(['people.json'])
  })

  it('lets others have their turn while it is written', async () => {
    let turns = 0
    const watch = setInterval(() => (turns += 1), 1)
    function* slowLines(): Generator<string, void> {
      for (let line = 0; line < 10; line++) {
        const sinceMs = performance.now()
        while (performance.now() - sinceMs < 10);
        yield ''
      }
    }
    await writeLines(join(folder, 'slow'), slowLines())
    clearInterval(watch)
    expect(turns).toBeGreaterThanOrEqual(5)
  })

  it('is not there when it could not be written whole', async () => {
    const path = join(folder, 'people.csv')
    function* lines(): Generator<string, void> {
      yield 'first\r\n'
      throw new Error('disk full')
    }
    expect(await writeLines(path, lines())).toEqual({
      ok: false,
      error: { code: 'storage_failed', params: { file: 'people.csv', detail: 'disk full' } }
    })
    expect(await readdir(folder)).toEqual([])
  })

  it('that cannot take its place leaves what is there', async () => {
    const path = join(folder, 'people.csv')
    await mkdir(join(path, 'inside'), { recursive: true })
    expect(await writeExport(path, 'csv', [plainContact()])).toMatchObject({
      ok: false,
      error: { code: 'storage_failed', params: { file: 'people.csv' } }
    })
    expect(await readdir(folder)).toEqual(['people.csv'])
  })

  it('in a folder that does not exist is a failure that says so', async () =>
    expect(await writeExport(join(folder, 'no', 'people.csv'), 'csv', [])).toEqual({
      ok: false,
      error: { code: 'storage_failed', params: { file: 'people.csv', detail: 'ENOENT' } }
    }))
})

describe('a free name', () => {
  it('is counted up past those that are taken', async () => {
    const base = 'contacts-2026-11-26'
    expect(await freeName(folder, base, 'csv')).toBe(`${base}.csv`)
    await writeFile(join(folder, `${base}.csv`), '')
    expect(await freeName(folder, base, 'csv')).toBe(`${base} (2).csv`)
    expect(await freeName(folder, base, 'json')).toBe(`${base}.json`)
    await mkdir(join(folder, `${base} (2).csv`))
    expect(await freeName(folder, base, 'csv')).toBe(`${base} (3).csv`)
  })
})
