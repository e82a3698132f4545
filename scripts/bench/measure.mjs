import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findElectron } from '../electron/electron-runtime.mjs'
import { localProgram } from '../launch/local-program.mjs'
import { runInForeground } from '../launch/run-in-foreground.mjs'
import { runOnDesktop } from '../launch/run-on-desktop.mjs'
import { outFolder } from '../set-up/project-paths.mjs'
import { SetupError } from '../set-up/setup-error.mjs'
import { withTemporaryFolder } from '../set-up/temporary-folder.mjs'
import { bundle } from './bundle.mjs'
import { measurementOf } from './rows.mjs'

/** @typedef {import('./rows.mjs').Row} Row */
/** @typedef {import('./table.mjs').Figures} Figures */
/** @typedef {{ readonly share: number, readonly rounds: number }} Extent how much of every size, how many rounds */

/**
 * Measures rows. One that cannot be measured here is left out; the others go on.
 * @param {readonly Row[]} rows
 * @param {Extent} extent
 * @returns {Promise<{ figures: Figures, failed: boolean }>}
 */
export function measure(rows, extent) {
  return withTemporaryFolder(tmpdir(), 'loa-bench-', async (folder) => {
    const results = join(folder, 'results.jsonl')
    writeFileSync(results, '')
    /** @param {Row['where']} where */
    const measurementsIn = (where) => [
      ...new Set(rows.filter((row) => row.where === where).map(({ name }) => measurementOf(name)))
    ]
    const order = { results, ...extent, importScript: importScript() }
    let failed = false
    const inNode = measurementsIn('node')
    if (inNode.length > 0) {
      const script = await bundle('tests/bench/node-bench.ts', join(folder, 'node'))
      const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
      const args = ['--expose-gc', script, JSON.stringify({ ...order, measurements: inNode })]
      failed = (await runInForeground(electronPath(), args, { env })) !== 0
    }
    const inWindow = measurementsIn('window')
    if (inWindow.length > 0) {
      const env = { ...process.env, LOA_BENCH_ORDER: JSON.stringify({ ...order, measurements: inWindow }) }
      failed = (await runPlaywright('window', env)) !== 0 || failed
    }
    const figures = figuresIn(readFileSync(results, 'utf8'))
    if (measurementsIn('package').length > 0) {
      // Only here: what makes packages is slow to load, and needs system packages that no other row does.
      const { measurePackages } = await import('./package-sizes.mjs')
      Object.assign(figures, await measurePackages(foundElectron(), join(folder, 'packages')))
    }
    return { figures, failed }
  })
}

/**
 * Runs a file of tests/bench in the real window.
 * @param {string} name
 * @param {NodeJS.ProcessEnv} [env]
 */
export function runPlaywright(name, env = process.env) {
  const file = `tests/bench/${name}.bench.ts`
  const program = localProgram('playwright', ['test', '--config', 'playwright.bench.config.ts', file])
  return runOnDesktop(program.command, program.args, { env })
}

/** The built script of the import thread. */
export function importScript() {
  const worker = readdirSync(join(outFolder, 'main')).find((name) => /import-worker.*\.cjs$/.test(name))
  return join(outFolder, 'main', worker ?? '')
}

/** @throws {SetupError} */
export function electronPath() {
  return foundElectron().executablePath
}

/** @throws {SetupError} */
function foundElectron() {
  const electron = findElectron()
  if (electron === null) throw new SetupError('There is no Electron.', 'Run npm run setup first.')
  return electron
}

/** @param {string} text */
function figuresIn(text) {
  /** @type {Record<string, import('./table.mjs').Figure>} */
  const figures = {}
  for (const line of text.split('\n').filter(Boolean)) {
    const { name, figures: parts } = JSON.parse(line)
    for (const [part, figure] of Object.entries(parts))
      figures[part === '' ? name : `${name}/${part}`] = figure
  }
  return figures
}
