import { randomUUID } from 'node:crypto'
import { mkdirSync, rmSync, rmdirSync, statSync, utimesSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { readStamp, writeStamp } from './stamp-file.mjs'

const POLL_MS = 200
const HEARTBEAT_MS = 10_000
/** Long enough that a laptop which slept while it held the lock is not robbed at once when it wakes. */
const SILENT_LIMIT_MS = 10 * 60_000
/** Taking over a stale lock takes milliseconds; a guard older than this was left by a crash. */
const GUARD_LIMIT_MS = 10_000
/** A lock folder exists for a moment before its owner file does. */
const UNSIGNED_LIMIT_MS = 5_000

/**
 * Runs a task while no other process runs one under the same lock folder; waits as long as it takes. The lock of a
 * process that died, or gave no sign for ten minutes, is taken over.
 * @template T
 * @param {string} lockFolder need not exist; nothing else may use it
 * @param {() => Promise<T>} task
 * @param {{ onWait?: (owner: { pid?: number } | undefined) => void }} [options] `onWait` is called once, if at all
 * @returns {Promise<T>}
 */
export async function withFolderLock(lockFolder, task, { onWait } = {}) {
  const owner = { id: randomUUID(), pid: process.pid, host: hostname() }
  mkdirSync(dirname(lockFolder), { recursive: true })
  for (let waited = false; !tryLock(lockFolder, owner); waited = true) {
    if (takeOverStale(lockFolder)) continue
    if (!waited) onWait?.(readOwner(lockFolder))
    await wait(POLL_MS)
  }
  const release = () => {
    if (readOwner(lockFolder)?.id === owner.id) rmSync(lockFolder, { recursive: true, force: true })
  }
  const heartbeat = setInterval(() => touch(lockFolder), HEARTBEAT_MS)
  process.once('exit', release)
  try {
    return await task()
  } finally {
    clearInterval(heartbeat)
    process.off('exit', release)
    release()
  }
}

/** @param {string} lockFolder */
function readOwner(lockFolder) {
  return readStamp(join(lockFolder, 'owner.json'))
}

/**
 * @param {string} lockFolder
 * @param {object} owner
 */
function tryLock(lockFolder, owner) {
  if (!makeFolder(lockFolder)) return false
  writeStamp(join(lockFolder, 'owner.json'), owner)
  return true
}

/** @param {string} lockFolder */
function takeOverStale(lockFolder) {
  if (!isStale(lockFolder)) return false
  // Only the holder of the guard may remove the lock, so that nobody removes a lock that was just taken over.
  const guard = `${lockFolder}.takeover`
  if (!makeFolder(guard)) {
    if (ageMs(guard) > GUARD_LIMIT_MS) removeFolder(guard)
    return false
  }
  try {
    if (isStale(lockFolder)) rmSync(lockFolder, { recursive: true, force: true })
    return true
  } finally {
    removeFolder(guard)
  }
}

/** @param {string} lockFolder */
function isStale(lockFolder) {
  const age = ageMs(lockFolder)
  const owner = readOwner(lockFolder)
  if (!owner) return age > UNSIGNED_LIMIT_MS
  return age > SILENT_LIMIT_MS || (owner.host === hostname() && !isAlive(owner.pid))
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}

/** @param {string} path milliseconds since its last change; 0 when it is not there */
function ageMs(path) {
  const found = statSync(path, { throwIfNoEntry: false })
  return found ? Date.now() - found.mtimeMs : 0
}

/** @param {string} path true = made by this call */
function makeFolder(path) {
  try {
    mkdirSync(path)
    return true
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false
    throw error
  }
}

/** @param {string} path */
function removeFolder(path) {
  try {
    rmdirSync(path)
  } catch {
    // Somebody else removed it first, which is just as well.
  }
}

/** @param {string} path */
function touch(path) {
  try {
    utimesSync(path, new Date(), new Date())
  } catch {
    // The folder was removed by hand: the task goes on, it only cannot be waited for any more.
  }
}
