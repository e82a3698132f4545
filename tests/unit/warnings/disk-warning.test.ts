import { expect, it } from 'vitest'
import { DiskWarning } from '../../../src/engine/warnings/disk-warning'

const MB = 1024 ** 2
const MINUTE_MS = 60_000

/** A disk that is looked at once a minute, and what is said of it. */
function watchedDisk() {
  let nowMs = 0
  let free: number | null = null
  const told: number[] = []
  let changes = 0
  const warning = new DiskWarning({
    clock: { monotonicMs: () => nowMs },
    freeBytes: () => Promise.resolve(free),
    onLow: (bytes) => told.push(bytes),
    onChange: () => (changes += 1)
  })
  return {
    warning,
    told,
    changes: () => changes,
    /** A minute later there is so much room. */
    async has(bytes: number | null) {
      free = bytes
      nowMs += MINUTE_MS
      warning.tick()
      await Promise.resolve()
      await Promise.resolve()
      return warning.warnings
    }
  }
}

it('says nothing while there is room, or nobody knows', async () => {
  const disk = watchedDisk()
  expect(await disk.has(null)).toEqual([])
  expect(await disk.has(200 * MB)).toEqual([])
  expect(disk.changes()).toBe(0)
})

it('is told once while room is short, and again when it becomes short again', async () => {
  const disk = watchedDisk()
  expect(await disk.has(199.5 * MB)).toEqual([{ kind: 'disk_low', free_bytes: 199 * MB }])
  expect(await disk.has(10 * MB)).toEqual([{ kind: 'disk_low', free_bytes: 10 * MB }])
  expect(disk.told).toEqual([199.5 * MB])
  // A little more is no end of it.
  expect(await disk.has(220 * MB)).toHaveLength(1)
  expect(await disk.has(250 * MB)).toEqual([])
  expect(await disk.has(220 * MB)).toEqual([])
  expect(await disk.has(150 * MB)).toHaveLength(1)
  expect(disk.told).toEqual([199.5 * MB, 150 * MB])
})

it('goes when the disk is taken away, and says nothing new when only a few bytes change', async () => {
  const disk = watchedDisk()
  await disk.has(100.2 * MB)
  const changes = disk.changes()
  await disk.has(100.7 * MB)
  expect(disk.changes()).toBe(changes)
  expect(await disk.has(null)).toEqual([])
})

it('asks a disk that does not answer no second time', () => {
  let nowMs = 0
  let asked = 0
  const warning = new DiskWarning({
    clock: { monotonicMs: () => nowMs },
    freeBytes: () => {
      asked += 1
      return new Promise(() => undefined)
    },
    onLow: () => undefined,
    onChange: () => undefined
  })
  for (; nowMs < 10 * MINUTE_MS; nowMs += MINUTE_MS) warning.tick()
  expect(asked).toBe(1)
})

it('looks once a minute', async () => {
  const disk = watchedDisk()
  await disk.has(300 * MB)
  const before = await disk.has(10 * MB)
  disk.warning.tick()
  disk.warning.tick()
  await Promise.resolve()
  expect(disk.warning.warnings).toBe(before)
  expect(disk.told).toHaveLength(1)
})
