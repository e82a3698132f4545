import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const mount = (...args: readonly string[]): void => {
  execFileSync('mount', args, { stdio: 'ignore' })
}

/** A real disk of a few megabytes at a folder that is there. */
export const mountDisk = (folder: string, megabytes: number): void =>
  mount('-t', 'tmpfs', '-o', `size=${megabytes}m`, 'loa-test', folder)

export const unmountDisk = (folder: string): void => {
  execFileSync('umount', ['-l', folder])
}

export const setReadOnly = (folder: string, on: boolean): void =>
  mount('-o', `remount,${on ? 'ro' : 'rw'}`, folder)

/** Mounting a disk of one's own is for root, and not every container allows it. */
export const canMountDisks: boolean = (() => {
  const folder = mkdtempSync(join(tmpdir(), 'loa-mount-'))
  try {
    mountDisk(folder, 1)
    unmountDisk(folder)
    return true
  } catch {
    return false
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})()
