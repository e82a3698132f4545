import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import Papa from 'papaparse'
import { createEngine } from '../../src/engine/engine'
import { csvOf } from './sample-list'
import { median, watchStalls } from './measuring'

// How long it takes to import 100,000 rows and to store them, as a ratio to parsing and validating the same cells in a
// plain script in the same run; the longest time in which the main thread did nothing else; how memory grows with the
// file. Run by `npm run bench:import [rows] [rounds]`, in Electron's own Node.

const [importScript = '', rowsText = '100000', roundsText = '3'] = process.argv.slice(2)
const rows = Number(rowsText)
const rounds = Number(roundsText)

const folder = mkdtempSync(join(tmpdir(), 'loa-bench-'))

/** The floor: every cell parsed, every number, name and address checked, nothing kept. */
async function plainScript(file: string): Promise<number> {
  const startMs = performance.now()
  let valid = 0
  await new Promise<void>((resolve, reject) => {
    Papa.parse<string[]>(createReadStream(file, { encoding: 'utf8', highWaterMark: 256 * 1024 }), {
      step: ({ data: [, phone = '', whatsapp = '', telegram = '', email = ''] }) => {
        const isValid =
          parsePhoneNumberFromString(phone, 'VN')?.isValid() === true &&
          parsePhoneNumberFromString(whatsapp, 'VN')?.isValid() === true &&
          /^@[a-z]\w{3,31}$/i.test(telegram) &&
          /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)
        if (isValid) valid += 1
      },
      complete: () => resolve(),
      error: reject
    })
  })
  if (valid !== rows) throw new Error(`The plain script found ${valid} valid rows`)
  return performance.now() - startMs
}

interface Import {
  readonly ms: number
  /** The part after the operator has said yes: the durable write. */
  readonly commitMs: number
  readonly longestStallMs: number
  readonly peakMiB: number
}

async function importOnce(file: string): Promise<Import> {
  const data = mkdtempSync(join(folder, 'data-'))
  const engine = await createEngine({ folder: data, importScript })
  await engine.start()
  global.gc?.()
  const stalls = watchStalls()
  const startMs = performance.now()
  const preview = await engine.importing.open(file)
  if (!preview.ok) throw new Error(preview.error.code)
  const check = await engine.importing.check(preview.value.options)
  if (!check.ok) throw new Error(check.error.code)
  const checkedMs = performance.now()
  const done = await engine.importing.commit()
  if (!done.ok) throw new Error(done.error.code)
  const ms = performance.now() - startMs
  const commitMs = performance.now() - checkedMs
  const { longestMs, peakMiB } = stalls.stop()
  if (engine.contacts.list().length !== rows) throw new Error(`${engine.contacts.list().length} contacts`)
  await engine.stop()
  rmSync(data, { recursive: true })
  return { ms, commitMs, longestStallMs: longestMs, peakMiB }
}

async function write(name: string, repeats: number): Promise<string> {
  const file = join(folder, name)
  await pipeline(Readable.from(csvOf(rows, repeats)), createWriteStream(file))
  return file
}

async function run(): Promise<void> {
  const file = await write('list.csv', 1)
  const long = await write('long.csv', 4)
  const mib = (path: string) => (statSync(path).size / 2 ** 20).toFixed(1)
  console.log(`${rows} rows, ${mib(file)} MiB; Node ${process.versions.node}, ${rounds} rounds, medians`)
  await plainScript(file)
  await importOnce(file)
  const floors: number[] = []
  const imports: Import[] = []
  const longer: Import[] = []
  for (let round = 0; round < rounds; round += 1) {
    floors.push(await plainScript(file))
    imports.push(await importOnce(file))
    longer.push(await importOnce(long))
  }
  const floor = median(floors)
  const whole = median(imports.map(({ ms }) => ms))
  console.log(`parse and validate in a plain script   ${floor.toFixed(0)} ms`)
  console.log(`import, duplicates and durable store   ${whole.toFixed(0)} ms`)
  console.log(
    `  of it the durable write               ${median(imports.map(({ commitMs }) => commitMs)).toFixed(0)} ms`
  )
  console.log(`ratio                                  ${(whole / floor).toFixed(2)} (goal: at most 2)`)
  console.log(
    `longest stall of the main thread       ${Math.max(...imports.map((each) => each.longestStallMs)).toFixed(0)} ms (goal: at most 50)`
  )
  console.log(
    `peak memory of the process             ${median(imports.map((each) => each.peakMiB)).toFixed(0)} MiB`
  )
  console.log(
    `the same, a file four times as long    ${median(longer.map((each) => each.peakMiB)).toFixed(0)} MiB (${mib(long)} MiB of text, the same people)`
  )
  rmSync(folder, { recursive: true })
}

void run()
