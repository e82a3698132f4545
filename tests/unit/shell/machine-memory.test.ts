import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openMachineMemory } from '../../../src/main/machine-memory'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loa-machine-'))
})

afterEach(() => rm(folder, { recursive: true }))

it('keeps its id and the starts of each folder', async () => {
  const place = join(folder, 'made', 'when missing')
  const first = await openMachineMemory(place)
  const [one, other] = [randomUUID(), randomUUID()]
  expect(await first?.startsOf(one)).toBe(0)
  await first?.remember(one, 3)
  await first?.remember(one, 4)
  await first?.remember(other, 1)

  const second = await openMachineMemory(place)
  expect(second?.machineId).toBe(first?.machineId)
  expect(await second?.startsOf(one)).toBe(4)
  expect(await second?.startsOf(other)).toBe(1)
  expect((await readdir(place)).sort()).toEqual(['machine-id', `starts-${one}`, `starts-${other}`].sort())
})

it('gives everybody who asks at the same time the same id', async () => {
  const opened = await Promise.all(Array.from({ length: 20 }, () => openMachineMemory(folder)))
  expect(new Set(opened.map((memory) => memory?.machineId)).size).toBe(1)
  expect(await readdir(folder)).toEqual(['machine-id'])
})

it('does without when the place cannot be used', async () => {
  const file = join(folder, 'a-file')
  await writeFile(file, '')
  expect(await openMachineMemory(file)).toBeUndefined()
  await writeFile(join(folder, 'machine-id'), 'not an id')
  expect(await openMachineMemory(folder)).toBeUndefined()
})

it('takes damaged counts for none, and no folder id for a path', async () => {
  const memory = await openMachineMemory(folder)
  const id = randomUUID()
  for (const text of ['', 'many', '-1', '1.5']) {
    await writeFile(join(folder, `starts-${id}`), text)
    expect(await memory?.startsOf(id)).toBe(0)
  }
  await memory?.remember('../outside', 7)
  expect(await memory?.startsOf('../outside')).toBe(0)
  expect(await readdir(folder)).toHaveLength(2)
})

it('forgets rather than fails when it cannot write any more', async () => {
  const place = join(folder, 'place')
  const memory = await openMachineMemory(place)
  await rm(place, { recursive: true })
  await expect(memory?.remember(randomUUID(), 1)).resolves.toBeUndefined()
  expect(await memory?.startsOf(randomUUID())).toBe(0)
})
