import { listPackage, extractFile } from '@electron/asar'
import fuses from '@electron/fuses'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sandboxFlags } from '../../../scripts/launch/sandbox.mjs'
import { wrongFuses } from '../../../scripts/packaging/fuses.mjs'
import { electronPath } from '../../support/app/launch-loa'
import { makeTestFolderOfApp } from '../../support/packages/test-folder-of-app'

const isLinux = process.platform === 'linux'
const title = isLinux ? 'the packaged app' : 'the packaged app (not tested here: its folder is one for Linux)'

describe.skipIf(!isLinux)(title, () => {
  let output: string
  let folder: string

  beforeAll(async () => {
    output = await mkdtemp(join(tmpdir(), 'loa-packaged-'))
    folder = await makeTestFolderOfApp({ output })
  }, 120_000)

  afterAll(() => rm(output, { recursive: true, force: true, maxRetries: 5 }))

  const packed = () => listPackage(join(folder, 'resources', 'app.asar'), { isPack: false })
  const program = () => join(folder, 'loa')

  /** A computer without a display. */
  const bareEnv = (more: Record<string, string> = {}): NodeJS.ProcessEnv => {
    const { DISPLAY: _x, WAYLAND_DISPLAY: _wayland, ...own } = process.env
    return { ...own, XDG_CONFIG_HOME: join(output, 'config'), ...more }
  }

  test('holds what runs, and nothing else', () => {
    const files = packed().filter((path) => /\.[^/]*$/.test(path))
    const allowed =
      /^\/(package\.json|out\/main\/(index|chunk-[\w-]+)\.cjs|out\/preload\/index\.cjs|out\/renderer\/(index\.html|assets\/[\w.-]+-[\w-]{8}\.(js|css))|resources\/icon\.png|resources\/tray\/\w+(-\d+|@2x)?\.png)$/
    expect(files.filter((path) => !allowed.test(path))).toEqual([])
    expect(files).toContain('/out/main/index.cjs')
    expect(files).toContain('/out/main/chunk-engine-thread.cjs')
  })

  test('tells what it is, and where it came from', () => {
    const metadata = JSON.parse(
      extractFile(join(folder, 'resources', 'app.asar'), 'package.json').toString()
    ) as {
      loaBuild: unknown
      devDependencies?: unknown
      scripts?: unknown
    }
    expect(metadata.loaBuild).toMatchObject({ kind: 'test', updates: null })
    expect(metadata.devDependencies).toBeUndefined()
    expect(metadata.scripts).toBeUndefined()
  })

  test('ships the licence of every package and a list of all of them', async () => {
    const texts = await readFile(join(folder, 'resources', 'LICENSES.packages.txt'), 'utf8')
    const sbom = JSON.parse(await readFile(join(folder, 'resources', 'sbom.cdx.json'), 'utf8')) as {
      bomFormat: string
      components: readonly { group?: string; name: string; version: string }[]
    }
    expect(sbom.bomFormat).toBe('CycloneDX')
    const names = sbom.components.map(
      ({ group, name, version }) => `${group === undefined ? '' : `${group}/`}${name} ${version}`
    )
    expect(names.filter((name) => name.startsWith('electron ')).length).toBe(1)
    expect(names.some((name) => name.startsWith('vitest '))).toBe(false)
    const unlicensed = names.filter((name) => !name.startsWith('electron ') && !texts.includes(`\n${name} (`))
    expect(unlicensed).toEqual([])
    for (const file of ['LICENSE', 'LICENSE.electron.txt', 'LICENSES.chromium.html'])
      expect(existsSync(join(folder, file))).toBe(true)
  })

  test('keeps its source maps beside the package', async () => {
    const maps = await readdir(join(output, 'source-maps'), { recursive: true })
    expect(maps).toContain(join('main', 'index.cjs.map'))
    const shipped = await readdir(folder, { recursive: true })
    expect(shipped.filter((name) => name.endsWith('.map'))).toEqual([])
  })

  test('has the fuses that it should have', async () => {
    const wire = await fuses.getCurrentFuseWire(program())
    const { FuseV1Options: names } = fuses
    const isOn = (name: fuses.FuseV1Options) => String.fromCharCode(Number(wire[name])) === '1'
    expect({
      node: isOn(names.RunAsNode),
      options: isOn(names.EnableNodeOptionsEnvironmentVariable),
      inspector: isOn(names.EnableNodeCliInspectArguments),
      integrity: isOn(names.EnableEmbeddedAsarIntegrityValidation),
      archiveOnly: isOn(names.OnlyLoadAppFromAsar)
    }).toEqual({ node: false, options: false, inspector: false, integrity: true, archiveOnly: true })
    expect(await wrongFuses(program())).toEqual([])
  })

  test('is no Node, whatever its environment asks for; the Electron that it was made of is', () => {
    const asNode = (executable: string) =>
      spawnSync(executable, ['-e', 'console.log("a node")'], {
        encoding: 'utf8',
        timeout: 10_000,
        env: bareEnv({ ELECTRON_RUN_AS_NODE: '1' })
      }).stdout
    expect(asNode(electronPath())).toBe('a node\n')
    expect(asNode(program())).not.toContain('a node')
  })

  test('runs campaigns without a display, and neither NODE_OPTIONS nor --inspect gets into it', async () => {
    const evil = join(output, 'evil.cjs')
    const mark = join(output, 'mark')
    await writeFile(evil, `require('node:fs').writeFileSync(${JSON.stringify(mark)}, '')`)
    const dataDir = join(output, 'data')
    const loa = spawn(program(), ['--inspect=0', ...sandboxFlags(), '--headless', `--data-dir=${dataDir}`], {
      env: bareEnv({ NODE_OPTIONS: `--require ${evil}` }),
      stdio: ['ignore', 'pipe', 'pipe']
    })
    const ended = once(loa, 'exit')
    let said = ''
    const started = new Promise<void>((resolve) => {
      loa.stdout.on('data', (chunk: Buffer) => {
        said += chunk.toString()
        if (said.includes('[LOA] Started')) resolve()
      })
    })
    let complaints = ''
    loa.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()))
    await Promise.race([started, ended])
    loa.kill('SIGTERM')
    expect(await ended).toEqual([0, null])
    expect(said).toContain('[LOA] Stopped')
    expect(complaints).not.toContain('Debugger listening')
    expect(existsSync(mark)).toBe(false)
  })

  test('loads its archive, and no other app where that is gone', async () => {
    const copy = join(output, 'copy')
    await cp(folder, copy, { recursive: true, verbatimSymlinks: true })
    const start = () =>
      spawnSync(join(copy, 'loa'), [...sandboxFlags(), '--verify-report='], {
        encoding: 'utf8',
        timeout: 10_000,
        env: bareEnv()
      })
    expect(start()).toMatchObject({ status: 2, stdout: 'Not readable: name a file, --verify-report=FILE.\n' })

    await rm(join(copy, 'resources', 'app.asar'))
    const other = join(copy, 'resources', 'app')
    const mark = join(output, 'other-app')
    await mkdir(other)
    await writeFile(join(other, 'package.json'), '{"name":"other","main":"main.js"}')
    await writeFile(
      join(other, 'main.js'),
      `require('node:fs').writeFileSync(${JSON.stringify(mark)}, ''); process.exit(0)`
    )
    expect(start().status).not.toBe(0)
    expect(existsSync(mark)).toBe(false)
  })
})
