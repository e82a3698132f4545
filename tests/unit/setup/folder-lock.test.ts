import { mkdirSync, mkdtempSync, rmSync, utimesSync, existsSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { withFolderLock } from '../../../scripts/set-up/folder-lock.mjs'

/** No process can have it: beyond the largest that Linux hands out. */
const DEAD_PID = 2 ** 22 + 1

let folder: string
let lock: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'loa-lock-'))
  lock = join(folder, 'deep', 'lock')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function leaveLock(owner: object | undefined, ageMs = 0): void {
  mkdirSync(lock, { recursive: true })
  if (owner) writeFileSync(join(lock, 'owner.json'), JSON.stringify(owner))
  const then = new Date(Date.now() - ageMs)
  utimesSync(lock, then, then)
}

it('lets one task in at a time and says once that it waits', async () => {
  const seen: string[] = []
  const task = (name: string) => async () => {
    seen.push(`${name} in`)
    await wait(30)
    seen.push(`${name} out`)
  }
  let waits = 0
  const onWait = (): number => waits++
  await Promise.all([
    withFolderLock(lock, task('a'), { onWait }),
    withFolderLock(lock, task('b'), { onWait })
  ])
  expect(seen).toEqual(['a in', 'a out', 'b in', 'b out'])
  expect(waits).toBe(1)
  expect(existsSync(lock)).toBe(false)
})

it('frees the lock when the task fails', async () => {
  await expect(withFolderLock(lock, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(existsSync(lock)).toBe(false)
})

it('takes over the lock of a process that died here', async () => {
  leaveLock({ id: 'x', pid: DEAD_PID, host: hostname() })
  await expect(withFolderLock(lock, () => Promise.resolve('in'))).resolves.toBe('in')
})

it('takes over a lock that gave no sign for ten minutes, wherever its owner is', async () => {
  leaveLock({ id: 'x', pid: DEAD_PID, host: 'elsewhere' }, 11 * 60_000)
  await expect(withFolderLock(lock, () => Promise.resolve('in'))).resolves.toBe('in')
})

it('takes over a lock that was never signed', async () => {
  leaveLock(undefined, 6_000)
  await expect(withFolderLock(lock, () => Promise.resolve('in'))).resolves.toBe('in')
})

it.each([
  ['a living process', { id: 'x', pid: process.pid, host: hostname() }],
  ['a process of another computer', { id: 'x', pid: DEAD_PID, host: 'elsewhere' }]
])('waits for %s', async (_, owner) => {
  leaveLock(owner)
  let entered = false
  const waiting = withFolderLock(lock, () => Promise.resolve((entered = true)))
  await wait(500)
  expect(entered).toBe(false)
  rmSync(lock, { recursive: true })
  await waiting
  expect(entered).toBe(true)
})

it('lets only one of many take over the same stale lock at a time', async () => {
  leaveLock({ id: 'x', pid: DEAD_PID, host: hostname() })
  let inside = 0
  let most = 0
  const task = async (): Promise<void> => {
    most = Math.max(most, ++inside)
    await wait(5)
    inside--
  }
  await Promise.all(Array.from({ length: 8 }, () => withFolderLock(lock, task)))
  expect(most).toBe(1)
})
