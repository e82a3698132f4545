import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { requireReleasable, sourceState } from '../../../scripts/packaging/build-identity.mjs'

const official = { executablePath: '', version: '45.4.1', source: 'official' as const }
const fallback = { executablePath: '', version: '25.1.1', source: 'fallback' as const }
const clean = { commit: 'c0ffee', changed: false }

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'loa-source-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

test('a release refuses the fallback Electron, and a tree with changes or without commits', () => {
  expect(() => requireReleasable(clean, official)).not.toThrow()
  expect(() => requireReleasable(clean, fallback)).toThrow(/fallback Electron 25\.1\.1/)
  expect(() => requireReleasable({ ...clean, changed: true }, official)).toThrow(/no commit has/)
  expect(() => requireReleasable({ commit: '', changed: false }, official)).toThrow(/no commit has/)
})

test('a changed, a new and a committed file', async () => {
  const folder = temporaryFolder()
  expect(await sourceState(folder)).toEqual({ commit: '', changed: true })
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], { cwd: folder })
  git('init', '-q')
  writeFileSync(join(folder, 'file'), 'one')
  git('add', '.')
  git('commit', '-qm', 'one')
  const { commit, changed } = await sourceState(folder)
  expect(commit).toMatch(/^[0-9a-f]{40}$/)
  expect(changed).toBe(false)
  writeFileSync(join(folder, 'other'), '')
  expect(await sourceState(folder)).toEqual({ commit, changed: true })
})
