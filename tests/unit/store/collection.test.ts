import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Collection } from '../../../src/engine/store/collection'

const format = {
  schemaVersion: 2,
  schema: z.object({ names: z.array(z.string()) }),
  migrations: [(old: Record<string, unknown>) => ({ names: [String(old['name'])] })]
}

let folder: string
let file: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loa-store-'))
  file = join(folder, 'people.json')
})

afterEach(() => rm(folder, { recursive: true }))

async function open(text?: string) {
  if (text !== undefined) await writeFile(file, text)
  const collection = new Collection(file, format, { names: [] })
  await collection.load()
  return collection
}

const add = (name: string) => (value: { names: string[] }) => ({ names: [...value.names, name] })
const onDisk = async () => JSON.parse(await readFile(file, 'utf8')) as unknown

describe('a collection', () => {
  it('that was not read yet is not taken for an empty one, and cannot be written', async () => {
    await writeFile(file, '{"schema_version":2,"names":["a"]}')
    const collection = new Collection(file, format, { names: [] })
    expect(() => collection.value).toThrow('people.json was not read yet')
    expect(() => collection.update(add('b'))).toThrow('people.json was not read yet')
    await collection.load()
    expect(collection.value.names).toEqual(['a'])
    expect(await onDisk()).toEqual({ names: ['a'], schema_version: 2 })
  })

  it('starts empty, keeps changes in order and the version before the last as backup', async () => {
    const people = await open()
    await Promise.all(['a', 'b', 'c'].map((name) => people.update(add(name))))
    await people.update(add('d'))
    expect(await onDisk()).toEqual({ names: ['a', 'b', 'c', 'd'], schema_version: 2 })
    expect(JSON.parse(await readFile(`${file}.bak`, 'utf8'))).toMatchObject({ names: ['a', 'b', 'c'] })
  })

  it('migrates an older file and keeps it as backup', async () => {
    const people = await open('{"schema_version":1,"name":"old"}')
    expect(people.value.names).toEqual(['old'])
    expect(await onDisk()).toEqual({ names: ['old'], schema_version: 2 })
    expect(await readFile(`${file}.bak`, 'utf8')).toBe('{"schema_version":1,"name":"old"}')
  })

  it('a failed write changes neither memory nor disk, and is told', async () => {
    const people = await open()
    await people.update(add('a'))
    await rm(folder, { recursive: true })
    await writeFile(folder, 'a file where the folder was')
    const result = await people.update(add('b'))
    expect(result).toMatchObject({ ok: false, error: { code: 'storage_failed' } })
    expect(people.value.names).toEqual(['a'])
    await rm(folder)
    await mkdir(folder)
    expect(await people.update(add('c'))).toMatchObject({ ok: true, value: { names: ['a', 'c'] } })
  })

  it.each([
    ['no JSON', '{"schema_version":2,"names":["a"'],
    ['an empty file', ''],
    ['another shape', '{"schema_version":2,"names":[1]}'],
    ['no version', '{"names":[]}'],
    ['a list', '[]'],
    ['binary', '\u0000\u0001\u0002']
  ])('%s: set aside byte for byte, never written to, recovered only when asked', async (_what, text) => {
    const people = await open(text)
    expect(people.problem).toMatchObject({ file: 'people.json', kind: 'damaged' })
    expect(await people.update(add('x'))).toMatchObject({ ok: false, error: { code: 'storage_damaged' } })
    expect(await readFile(file, 'utf8')).toBe(text)
    const copies = (await readdir(folder)).filter((name) => name.startsWith('people.json.damaged-'))
    expect(copies).toEqual([people.problem?.set_aside])
    expect(await people.recover('backup')).toMatchObject({ ok: false, error: { code: 'no_backup' } })
    expect(await people.recover('empty')).toMatchObject({ ok: true })
    expect(await readFile(join(folder, copies[0]!), 'utf8')).toBe(text)
    expect(await people.update(add('x'))).toMatchObject({ ok: true })
  })

  it('offers the last good copy of a damaged file', async () => {
    const people = await open()
    await people.update(add('a'))
    await people.update(add('b'))
    const damaged = await open('garbage')
    expect(damaged.problem?.backup_at).toBeDefined()
    expect(await damaged.recover('backup')).toMatchObject({ ok: true, value: { names: ['a'] } })
    expect(damaged.problem).toBeNull()
    expect(await onDisk()).toMatchObject({ names: ['a'] })
  })

  it('a file that is gone while its backup is there is a problem, not a fresh start', async () => {
    const people = await open()
    await people.update(add('a'))
    await people.update(add('b'))
    await rm(file)
    expect((await open()).problem).toMatchObject({ kind: 'damaged' })
  })

  it('never touches a file of a newer version', async () => {
    const text = '{"schema_version":3,"names":["from the future"]}'
    const people = await open(text)
    expect(people.problem).toMatchObject({ kind: 'newer' })
    expect(await people.update(add('x'))).toMatchObject({ ok: false, error: { code: 'storage_newer' } })
    expect(await people.recover('empty')).toMatchObject({ ok: false })
    expect(await readFile(file, 'utf8')).toBe(text)
  })
})
