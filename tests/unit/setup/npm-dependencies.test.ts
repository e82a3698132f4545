import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { npmDependenciesReady, sameTree } from '../../../scripts/set-up/npm-dependencies.mjs'

const LOCKED = {
  '': { version: '1.0.0' },
  'node_modules/a': { version: '1.2.3', integrity: 'sha512-a' },
  'node_modules/b-win32': { version: '2.0.0', integrity: 'sha512-b', optional: true }
}
const INSTALLED = { 'node_modules/a': LOCKED['node_modules/a'] }

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'loa-npm-'))
  mkdirSync(join(root, 'node_modules', '.bin'), { recursive: true })
  writeLock(LOCKED)
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const writeLock = (packages: object): void =>
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages }))
const writeInstalled = (packages: object): void =>
  writeFileSync(join(root, 'node_modules', '.package-lock.json'), JSON.stringify({ packages }))

it('accepts a tree without the optional packages of other platforms', () => {
  expect(sameTree(LOCKED, INSTALLED)).toBe(true)
})

it.each([
  ['an older version', { 'node_modules/a': { version: '1.2.2', integrity: 'sha512-a' } }],
  ['another content', { 'node_modules/a': { version: '1.2.3', integrity: 'sha512-z' } }],
  ['a missing package', {}],
  ['a package too many', { ...INSTALLED, 'node_modules/c': { version: '1.0.0' } }]
])('refuses a tree with %s', (_, installed) => {
  expect(sameTree(LOCKED, installed)).toBe(false)
})

it('recognises what somebody installed by hand, and stamps it', () => {
  expect(npmDependenciesReady(root)).toBe(false)
  writeInstalled(INSTALLED)
  expect(npmDependenciesReady(root)).toBe(true)
  expect(existsSync(join(root, 'node_modules', '.loa-setup'))).toBe(true)
})

it('asks for an install when the lock file changed, or node_modules lost its programs', () => {
  writeInstalled(INSTALLED)
  expect(npmDependenciesReady(root)).toBe(true)
  rmSync(join(root, 'node_modules', '.bin'), { recursive: true })
  expect(npmDependenciesReady(root)).toBe(false)
  mkdirSync(join(root, 'node_modules', '.bin'))
  writeLock({ ...LOCKED, 'node_modules/d': { version: '1.0.0' } })
  expect(npmDependenciesReady(root)).toBe(false)
})
