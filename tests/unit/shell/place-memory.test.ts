import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openPlaceMemory } from '../../../src/main/window/place-memory'

const place = { x: -20, y: 40, width: 1000, height: 700, maximized: true }
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loa-place-'))
})

afterEach(() => rm(folder, { recursive: true }))

it('gives back what was kept last', async () => {
  const file = join(folder, 'made', 'window.json')
  const memory = await openPlaceMemory(file)
  expect(memory.place).toBe(null)
  await Promise.all([memory.keep({ ...place, x: 1 }), memory.keep({ ...place, x: 2 }), memory.keep(place)])
  expect((await openPlaceMemory(file)).place).toEqual(place)
  expect(await readdir(join(folder, 'made'))).toEqual(['window.json'])
})

it('takes damaged content for none', async () => {
  const file = join(folder, 'window.json')
  for (const text of [
    '',
    '{',
    'null',
    '[]',
    JSON.stringify({ ...place, width: 0 }),
    JSON.stringify({ ...place, x: '12' }),
    JSON.stringify({ ...place, y: 1e9 }),
    JSON.stringify({ ...place, maximized: undefined })
  ]) {
    await writeFile(file, text)
    expect((await openPlaceMemory(file)).place, text).toBe(null)
  }
})

it('forgets rather than fails when it cannot write', async () => {
  const blocked = join(folder, 'a-file')
  await writeFile(blocked, 'text')
  const memory = await openPlaceMemory(join(blocked, 'window.json'))
  await expect(memory.keep(place)).resolves.toBeUndefined()
  expect(await readFile(blocked, 'utf8')).toBe('text')
})
