import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FastGateway, serveGateway } from './measured/fast-gateway'
import type { Measure } from './measured/figure'
import { firstRequestOn } from './measured/first-request'
import { measureImport } from './measured/importing'
import { ledgerOn } from './measured/ledger'
import { measureOccurrences } from './measured/occurrences'
import { measureLongReplay, measureReplay } from './measured/replay'
import { measureLoad, oneByOneRate } from './measured/sending'
import { storeOn } from './measured/store'
import { measureArming, measureDue, measureDueWhileBusy } from './measured/timers'
import { figureOf } from './measured/figure'

// The rows of `npm run bench` that need no window, in Electron's own Node: node-bench ORDER, where ORDER is JSON.

interface Order {
  readonly measurements: readonly string[]
  readonly importScript: string
  /** One line of JSON is added for each measurement. */
  readonly results: string
  readonly share: number
  readonly rounds: number
}

const measurements = (gateway: FastGateway): Readonly<Record<string, Measure>> => ({
  'send-200ms-128': async (bench) => {
    const load = { delayMs: 200, parallel: 128, messages: 2_560 }
    const { rateTo } = await measureLoad(gateway, bench, load, ['raw'])
    return { '': rateTo('raw') }
  },
  'send-20ms-32': async (bench) => {
    const load = { delayMs: 20, parallel: 32, messages: 4_000 }
    const { rateTo, rates } = await measureLoad(gateway, bench, load, ['raw'])
    const plain = await oneByOneRate(gateway, 20, bench.size(100, 10))
    return {
      '': rateTo('raw'),
      'one-by-one': figureOf(
        rates,
        rates.map(() => plain),
        '/s'
      )
    }
  },
  'send-20ms-128': async (bench) => {
    const load = { delayMs: 20, parallel: 128, messages: 10_000 }
    const { rateTo } = await measureLoad(gateway, bench, load, ['raw', 'bursts'])
    return { raw: rateTo('raw'), bursts: rateTo('bursts') }
  },
  'send-0ms-128': async (bench) => {
    const load = { delayMs: 0, parallel: 128, messages: 10_000 }
    const { rateTo, cpuTo } = await measureLoad(gateway, bench, load, ['bursts', 'got'])
    return { bursts: rateTo('bursts'), cpu: cpuTo('got') }
  },
  ledger: ledgerOn(gateway),
  replay: measureReplay,
  'replay-million': measureLongReplay,
  store: storeOn(gateway),
  timer: firstRequestOn(gateway),
  'due-10000': measureDue,
  'due-busy-200': measureDueWhileBusy,
  'arming-10000': measureArming,
  occurrences: measureOccurrences,
  import: measureImport
})

async function run(script: string, order: Order): Promise<void> {
  const gateway = await FastGateway.open(script)
  const all = measurements(gateway)
  const size = (full: number, least = 1) => Math.max(least, Math.round(full * order.share))
  for (const name of order.measurements) {
    const measure = all[name]
    if (measure === undefined) throw new Error(`Nothing measures ${name}`)
    console.log(`${name} …`)
    const folder = mkdtempSync(join(tmpdir(), 'loa-bench-'))
    try {
      const bench = { size, rounds: order.rounds, folder, importScript: order.importScript }
      const figures = await measure(bench)
      appendFileSync(order.results, JSON.stringify({ name, figures }) + '\n')
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    }
  }
  gateway.close()
}

const [, script = '', text = ''] = process.argv
if (text === '--gateway') serveGateway()
else void run(script, JSON.parse(text) as Order)
