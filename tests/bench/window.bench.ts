import { appendFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Figures } from '../../scripts/bench/table.mjs'
import { test } from '../support/app/loa-test'
import '../support/app/sample'
import type { BenchSetting } from './measured/figure'
import { measureConsole, measureLog } from './measured/log-window'
import { measureSearch } from './measured/search'
import { measureIdle, measureMemory, measureReopen, measureStart } from './measured/windows'
import { contactsFile } from './sample-list'

// The rows of `npm run bench` that need a window, which are named in LOA_BENCH_ORDER; see node-bench.ts.

interface Order {
  readonly measurements: readonly string[]
  readonly results: string
  readonly share: number
  readonly rounds: number
}

const ORDER = JSON.parse(process.env['LOA_BENCH_ORDER'] ?? '{"measurements":[]}') as Order
const size = (full: number, least = 1) => Math.max(least, Math.round(full * ORDER.share))

const note = (name: string, figures: Figures) =>
  appendFile(ORDER.results, JSON.stringify({ name, figures }) + '\n')

/** With a folder for the measurement alone. */
async function inFolder(measure: (bench: BenchSetting) => Promise<Figures>): Promise<Figures> {
  const folder = await mkdtemp(join(tmpdir(), 'loa-bench-'))
  try {
    return await measure({ size, rounds: ORDER.rounds, folder, importScript: '' })
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

for (const [name, measure] of Object.entries({
  start: measureStart,
  memory: measureMemory,
  reopen: measureReopen,
  idle: measureIdle
})) {
  if (ORDER.measurements.includes(name)) test(name, async () => note(name, await inFolder(measure)))
}

for (const [name, measure] of Object.entries({ log: measureLog, console: measureConsole })) {
  if (!ORDER.measurements.includes(name)) continue
  test(name, async ({ start }) => {
    const loa = await start()
    await note(name, await inFolder((bench) => measure(loa, bench)))
  })
}

if (ORDER.measurements.includes('search'))
  test('search', async ({ start, dataDir }) => {
    const people = size(100_000, 1_000)
    await mkdir(dataDir, { recursive: true })
    await writeFile(join(dataDir, 'contacts.json'), contactsFile(people))
    const { page } = await start()
    await note('search', await measureSearch(page, people))
  })
