import { spawnSync } from 'node:child_process'
import { lstatSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { wrongFuses } from '../../../scripts/packaging/fuses.mjs'
import { packRpm } from '../../../scripts/packaging/redhat-package.mjs'
import { makeTestFolderOfApp } from '../../support/packages/test-folder-of-app'

const hasRpm = spawnSync('rpmbuild', ['--version']).status === 0
const isRoot = process.getuid?.() === 0
const reason = hasRpm ? (isRoot ? null : 'only root installs it') : 'there is no rpmbuild'

describe.skipIf(reason !== null)(`the .rpm${reason === null ? '' : ` (not tested here: ${reason})`}`, () => {
  let work: string
  let folder: string
  let root: string
  let file: string

  const rpm = (...args: string[]): string => {
    const { status, stdout, stderr } = spawnSync('rpm', args, { encoding: 'utf8' })
    if (status !== 0) throw new Error(stderr)
    return stdout
  }
  const linesOf = (text: string) => text.split('\n').filter(Boolean).sort()
  /** What lies in a folder, below it. */
  const filesIn = async (path: string) => {
    const entries = await readdir(path, { recursive: true, withFileTypes: true })
    return entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => relative(path, join(entry.parentPath, entry.name)))
  }

  beforeAll(async () => {
    work = await mkdtemp(join(tmpdir(), 'loa-rpm-'))
    root = join(work, 'root')
    folder = await makeTestFolderOfApp({ output: work })
    file = await packRpm({ folder, output: join(work, 'packages') })
    // A computer of its own in a folder: there is no other system of packages than that of this one to install it on.
    rpm('--install', '--nodeps', '--root', root, file)
  }, 300_000)

  afterAll(() => rm(work, { recursive: true, force: true, maxRetries: 5 }))

  test('holds the tested folder, its entry in the menu, its icons and its licence, and nothing else', async () => {
    const own = (await filesIn(folder)).map((path) => `/usr/lib/loa/${path}`)
    const packed = linesOf(rpm('-qpl', file))
    const beside = packed.filter((path) => !own.includes(path) && !lstatSync(join(root, path)).isDirectory())
    expect(own.filter((path) => !packed.includes(path))).toEqual([])
    const isIcon = (path: string) =>
      /^\/usr\/share\/(icons\/hicolor\/\w+\/apps|pixmaps)\/loa\.(png|svg)$/.test(path)
    expect(beside.filter((path) => !isIcon(path))).toEqual([
      '/usr/bin/loa',
      '/usr/share/applications/loa.desktop',
      '/usr/share/doc/loa/copyright'
    ])
    expect(beside.filter(isIcon).length).toBeGreaterThan(1)
  })

  test('leaves the executable as it was tested, and the sandbox its right', async () => {
    const installed = join(root, 'usr/lib/loa')
    expect(await wrongFuses(join(installed, 'loa'))).toEqual([])
    expect(lstatSync(join(installed, 'loa')).size).toBe(lstatSync(join(folder, 'loa')).size)
    expect(lstatSync(join(installed, 'chrome-sandbox')).mode & 0o7777).toBe(0o4755)
  })

  test('runs no script of its own, and asks for what it needs by the names of Fedora and openSUSE', () => {
    expect(rpm('-qp', '--scripts', file)).toBe('')
    const requires = linesOf(rpm('-qp', '--requires', file)).filter((name) => !name.startsWith('rpmlib('))
    expect(requires).toContain('gtk3')
    expect(requires).toContain('(nss or mozilla-nss)')
    expect(requires.filter((name) => name.includes('.so'))).toEqual([])
  })

  test('is removed clean', async () => {
    rpm('--erase', '--nodeps', '--root', root, 'loa')
    expect((await filesIn(join(root, 'usr'))).filter((path) => path.includes('loa'))).toEqual([])
  })
})
