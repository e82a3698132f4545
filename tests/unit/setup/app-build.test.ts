import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { sourceStamp } from '../../../scripts/set-up/app-build.mjs'

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'loa-build-'))
  mkdirSync(join(root, 'src', 'main'), { recursive: true })
  writeFileSync(join(root, 'src', 'main', 'index.ts'), 'one')
  writeFileSync(join(root, 'tsconfig.json'), '{}')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

it.each<[string, () => void]>([
  ['an edit', () => writeFileSync(join(root, 'src', 'main', 'index.ts'), 'other')],
  ['an edit of the same size', () => utimesSync(join(root, 'src', 'main', 'index.ts'), 1, 1)],
  ['a new file', () => writeFileSync(join(root, 'src', 'new.ts'), '')],
  [
    'a new name',
    () => renameSync(join(root, 'src', 'main', 'index.ts'), join(root, 'src', 'main', 'app.ts'))
  ],
  ['a setting', () => writeFileSync(join(root, 'tsconfig.base.json'), '{}')]
])('changes with %s', (_, change) => {
  const before = sourceStamp(root)
  change()
  expect(sourceStamp(root)).not.toBe(before)
})

it('stays the same for what the build does not read', () => {
  const before = sourceStamp(root)
  writeFileSync(join(root, 'README.md'), 'new')
  mkdirSync(join(root, 'tests'))
  expect(sourceStamp(root)).toBe(before)
})
