import { spawnSync } from 'node:child_process'
import { constants, openSync } from 'node:fs'
import { join } from 'node:path'

/** "Open it for me alone, or not at all": macOS's O_EXLOCK, and libuv's flag for Windows. Node names neither. */
const EXCLUSIVE: Partial<Record<NodeJS.Platform, number>> = {
  darwin: 0x20 | constants.O_NONBLOCK,
  win32: 0x1000_0000
}
/** What `open` answers when another process has the file for itself. */
const TAKEN = ['EAGAIN', 'EWOULDBLOCK', 'EBUSY']

/**
 * Takes a data folder for this process, with or without a window, for as long as it lives: the lock is the system's
 * own, so kill -9 frees it and nothing stale is left. Electron's single-instance lock does not do, because headless on
 * Linux is no Electron.
 *
 * @returns false when another Loa has the folder; true also where the system cannot tell
 */
export function takeFolder(folder: string): boolean {
  const file = join(folder, 'loa.lock')
  const exclusive = EXCLUSIVE[process.platform]
  try {
    if (exclusive === undefined) return lockOpenFile(openSync(file, 'a'))
    // Never closed: the lock is on the open file.
    openSync(file, constants.O_RDWR | constants.O_CREAT | exclusive)
    return true
  } catch (error) {
    return !TAKEN.includes((error as NodeJS.ErrnoException).code ?? '')
  }
}

/** Node has no flock; the program locks the open file that it inherits, and the lock outlives the program. */
function lockOpenFile(descriptor: number): boolean {
  const { status } = spawnSync('flock', ['-n', '3'], { stdio: ['ignore', 'ignore', 'ignore', descriptor] })
  return status !== 1
}
