import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { runInForeground } from '../../../scripts/launch/run-in-foreground.mjs'
import { runCaptured } from '../../../scripts/set-up/run-captured.mjs'
import { lookForParts, missingLibraries } from '../../../scripts/set-up/system-parts.mjs'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'loa-programs-'))
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

function addProgram(name: string, script: string): void {
  writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`)
  chmodSync(join(folder, name), 0o755)
  vi.stubEnv('PATH', [folder, process.env['PATH']].join(delimiter))
}

/** Ended, and only kept in the table until whoever inherited it looks. */
const isZombie = (pid: number): boolean =>
  process.platform === 'linux' && readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ')

describe.skipIf(process.platform === 'win32')('programs', () => {
  it('hands on the exit status, and 128 + n after a signal', async () => {
    await expect(runInForeground('/bin/sh', ['-c', 'exit 7'])).resolves.toBe(7)
    await expect(runInForeground('/bin/sh', ['-c', 'kill -TERM $$'])).resolves.toBe(143)
  })

  it('leaves no process behind', async () => {
    const lines: string[] = []
    const script = 'sleep 60 & echo $! >&2'
    await runInForeground('/bin/sh', ['-c', script], { onStderrLine: (line) => lines.push(line) })
    const isRunning = (): boolean => {
      try {
        process.kill(Number(lines[0]), 0)
        return !isZombie(Number(lines[0]))
      } catch {
        return false
      }
    }
    await vi.waitFor(() => expect(isRunning()).toBe(false))
    expect(Number(lines[0])).toBeGreaterThan(1)
  })

  it('gives the reason as output when a program is not there', async () => {
    const { status, output } = await runCaptured('loa-no-such-program', [])
    expect(status).toBeNull()
    expect(output).toContain('ENOENT')
  })

  it('ends a program that stands still', async () => {
    const { status, output } = await runCaptured('sleep', ['60'], { stallLimitMs: 100 })
    expect(status).toBeNull()
    expect(output).toContain('nothing arrived')
  })

  it('finds the libraries that ldd does not', async () => {
    addProgram('ldd', 'printf "\\tlibc.so.6 => /lib/libc.so.6 (0x1)\\n\\tlibgtk-3.so.0 => not found\\n"')
    await expect(missingLibraries('/any')).resolves.toEqual(['libgtk-3.so.0'])
  })

  it("looks for programs in PATH and for libraries in the linker's cache", async () => {
    addProgram('ldconfig', 'printf "2 libs found\\n\\tlibnss3.so (libc6,x86-64) => /lib/libnss3.so\\n"')
    const { files, missing } = await lookForParts([
      { kind: 'program', name: 'ldconfig', packages: ['a'] },
      { kind: 'library', name: 'libnss3.so', packages: ['b'] },
      { kind: 'library', name: 'libnotify.so.4', packages: ['c'] },
      { kind: 'program', name: 'loa-no-such-program', packages: ['d'] }
    ])
    expect(files).toEqual([join(folder, 'ldconfig'), '/lib/libnss3.so'])
    expect(missing.map((part) => part.packages[0])).toEqual(['c', 'd'])
  })
})
