import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { TestFolder } from './data-folder'
import { mountDisk, setReadOnly, unmountDisk } from './disk-mount'

/** A real disk of a few megabytes under a folder, which a test can fill, free and make read-only. */
export class SmallDisk {
  readonly folder: TestFolder
  readonly #ballast: string

  constructor(megabytes: number) {
    const path = mkdtempSync(join(tmpdir(), 'loa-disk-'))
    mountDisk(path, megabytes)
    this.folder = new TestFolder(path)
    this.#ballast = join(path, '.ballast')
    onTestFinished(() => {
      unmountDisk(path)
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
    setReadOnly(this.folder.path, on)
  }
}
