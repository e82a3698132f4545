import { execFileSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { TestFolder } from './data-folder'

const mount = (...args: readonly string[]): void => {
  execFileSync('mount', args, { stdio: 'ignore' })
}

/** Mounting a disk of one's own is for root, and not every container allows it. */
export const canMountDisks: boolean = (() => {
  const folder = mkdtempSync(join(tmpdir(), 'loa-mount-'))
  try {
    mount('-t', 'tmpfs', '-o', 'size=1m', 'loa-test', folder)
    execFileSync('umount', [folder])
    return true
  } catch {
    return false
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})()

/** A real disk of a few megabytes under a folder, which a test can fill, free and make read-only. */
export class SmallDisk {
  readonly folder: TestFolder
  readonly #ballast: string

  constructor(megabytes: number) {
    const path = mkdtempSync(join(tmpdir(), 'loa-disk-'))
    mount('-t', 'tmpfs', '-o', `size=${megabytes}m`, 'loa-test', path)
    this.folder = new TestFolder(path)
    this.#ballast = join(path, '.ballast')
    onTestFinished(() => {
      execFileSync('umount', ['-l', path])
      rmSync(path, { recursive: true, force: true })
    })
  }

  /** Leaves so many bytes free; takes the last one when nothing is said. */
  fill(freeBytes = 0): void {
    const reserve = `${this.#ballast}-reserve`
    writeFileSync(reserve, Buffer.alloc(freeBytes))
    this.#takeAll()
    rmSync(reserve)
  }

  #takeAll(): void {
    const file = openSync(this.#ballast, 'a')
    const block = Buffer.alloc(4096)
    try {
      for (;;) writeSync(file, block)
    } catch {
      // It is full.
    } finally {
      closeSync(file)
    }
  }

  free(): void {
    rmSync(this.#ballast, { force: true })
  }

  readOnly(on: boolean): void {
    mount('-o', `remount,${on ? 'ro' : 'rw'}`, this.folder.path)
  }
}
