import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findElectron } from './electron/electron-runtime.mjs'
import { localProgram } from './launch/local-program.mjs'
import { runMain } from './launch/main-script.mjs'
import { runInForeground } from './launch/run-in-foreground.mjs'
import { runOnDesktop } from './launch/run-on-desktop.mjs'
import { outFolder } from './set-up/project-paths.mjs'
import { ensureReady } from './set-up/set-up.mjs'
import { SetupError } from './set-up/setup-error.mjs'
import { withTemporaryFolder } from './set-up/temporary-folder.mjs'

/** What can be measured. @type {Record<string, (args: string[]) => Promise<number>>} */
const BENCHES = {
  import: benchImport,
  list: () => benchWindow('list'),
  run: () => benchWindow('run-view'),
  console: () => benchWindow('console')
}

runMain(async () => {
  const [name = '', ...args] = process.argv.slice(2)
  const bench = BENCHES[name]
  if (bench === undefined)
    throw new SetupError('This is no benchmark.', 'Usage: node scripts/bench.mjs import|list|run|console')
  await ensureReady({ build: true, tests: true })
  return bench(args)
})

/** In Electron's own Node, without a window. @param {string[]} args */
async function benchImport(args) {
  const { build } = await import('vite')
  return withTemporaryFolder(tmpdir(), 'loa-bench-', async (folder) => {
    await build({
      configFile: false,
      logLevel: 'error',
      build: {
        ssr: 'tests/bench/import-bench.ts',
        outDir: folder,
        target: 'node18',
        rollupOptions: { output: { format: 'cjs', entryFileNames: 'bench.cjs', codeSplitting: false } }
      },
      ssr: { noExternal: true }
    })
    const electron = findElectron()
    if (electron === null) throw new SetupError('There is no Electron.', 'Run npm run setup first.')
    const worker = readdirSync(join(outFolder, 'main')).find((name) => /import-worker.*\.cjs$/.test(name))
    const script = join(outFolder, 'main', worker ?? '')
    const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
    const options = ['--expose-gc', join(folder, 'bench.cjs'), script, ...args]
    return runInForeground(electron.executablePath, options, { env })
  })
}

/** In the real window. @param {string} name of the file that measures */
function benchWindow(name) {
  const file = `tests/bench/${name}.bench.ts`
  const program = localProgram('playwright', ['test', '--config', 'playwright.bench.config.ts', file])
  return runOnDesktop(program.command, program.args, {})
}
