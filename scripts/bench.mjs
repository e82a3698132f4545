import { tmpdir } from 'node:os'
import { parseArgs } from 'node:util'
import { bundle } from './bench/bundle.mjs'
import { electronPath, importScript, measure, runPlaywright } from './bench/measure.mjs'
import { recordedRatios, writeRecord } from './bench/record.mjs'
import { rowsNamed } from './bench/rows.mjs'
import { isMet, regressions, tableText } from './bench/table.mjs'
import { runMain } from './launch/main-script.mjs'
import { runInForeground } from './launch/run-in-foreground.mjs'
import { ensureReady } from './set-up/set-up.mjs'
import { SetupError } from './set-up/setup-error.mjs'
import { withTemporaryFolder } from './set-up/temporary-folder.mjs'

/** What can be looked at more closely than in the table. @type {Record<string, (args: string[]) => Promise<number>>} */
const BENCHES = {
  import: benchImport,
  list: () => runPlaywright('list'),
  run: () => runPlaywright('run-view'),
  console: () => runPlaywright('console')
}

const USAGE =
  'Usage: node scripts/bench.mjs [--only=ROW] [--check] [--write] [--rounds=COUNT] [--share=PART], or import|list|run|console'

runMain(async () => {
  const [name = '', ...args] = process.argv.slice(2)
  if (name === '' || name.startsWith('--')) return benchTable()
  const bench = BENCHES[name]
  if (bench === undefined) throw new SetupError('This is no benchmark.', USAGE)
  await ensureReady({ build: true, tests: true })
  return bench(args)
})

/** The table of docs/performance.md, measured here and now. */
async function benchTable() {
  const { only, check, write, rounds, share } = flags()
  const rows = rowsNamed(only)
  if (rows.length === 0) throw new SetupError(`There is no row ${only}.`, USAGE)
  const whole = share === 1
  if (!whole && (check || write)) throw new SetupError('A part of the sizes is no measurement.', USAGE)
  const packages = rows.some(({ where }) => where === 'package')
  await ensureReady({ build: true, tests: true, packages })
  const { figures, failed } = await measure(rows, { rounds, share })
  console.log(`\n${tableText(rows, figures)}\n`)
  const missed = rows.filter(({ name, goal }) => figures[name] && !isMet(goal, figures[name].ratio))
  console.log(
    missed.length === 0 ? 'No goal is missed.' : `Missed: ${missed.map(({ name }) => name).join(', ')}`
  )
  if (write) await writeRecord(figures, new Date(performance.timeOrigin).toISOString().slice(0, 10))
  const worse = check ? regressions(rows, figures, recordedRatios()) : []
  for (const line of worse) console.log(`Worse than on record: ${line}`)
  return failed || worse.length > 0 ? 1 : 0
}

function flags() {
  try {
    const { values } = parseArgs({
      options: {
        only: { type: 'string' },
        check: { type: 'boolean', default: false },
        write: { type: 'boolean', default: false },
        rounds: { type: 'string', default: '3' },
        share: { type: 'string', default: '1' }
      }
    })
    const [rounds, share] = [Number(values.rounds), Number(values.share)]
    if (!(rounds >= 1 && share > 0 && share <= 1)) throw new Error('These are no numbers to measure with.')
    return { ...values, only: values.only ?? null, rounds: Math.round(rounds), share }
  } catch (error) {
    throw new SetupError(error instanceof Error ? error.message : String(error), USAGE)
  }
}

/** In Electron's own Node, without a window. @param {string[]} args */
async function benchImport(args) {
  return withTemporaryFolder(tmpdir(), 'loa-bench-', async (folder) => {
    const script = await bundle('tests/bench/import-bench.ts', folder)
    const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
    return runInForeground(electronPath(), ['--expose-gc', script, importScript(), ...args], { env })
  })
}
