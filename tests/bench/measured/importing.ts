import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import Papa from 'papaparse'
import { createEngine } from '../../../src/engine/engine'
import { median, watchStalls } from '../measuring'
import { csvOf } from '../sample-list'
import { figureOf, type Measure, shareOf } from './figure'

/** The floor: every cell parsed, every number, name and address checked, nothing kept. */
export async function plainScript(file: string, rows: number): Promise<number> {
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

export interface Import {
  readonly ms: number
  /** The part after the operator has said yes: the durable write. */
  readonly commitMs: number
  readonly longestStallMs: number
  readonly peakMiB: number
}

/** One file imported whole into a new list. */
export async function importOnce(file: string, rows: number, importScript: string): Promise<Import> {
  const data = mkdtempSync(join(tmpdir(), 'loa-bench-data-'))
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

/** A list in a file, so many times over. */
export const writeList = (file: string, rows: number, repeats: number): Promise<void> =>
  pipeline(Readable.from(csvOf(rows, repeats)), createWriteStream(file))

/** A whole import against a script that only parses and checks; its freezes; its memory against the file. */
export const measureImport: Measure = async ({ folder, rounds, size, importScript }) => {
  const rows = size(100_000, 1_000)
  const [file, long] = [join(folder, 'list.csv'), join(folder, 'long.csv')]
  await writeList(file, rows, 1)
  await writeList(long, rows, 4)
  const floors: number[] = []
  const imports: Import[] = []
  const longer: Import[] = []
  await plainScript(file, rows)
  await importOnce(file, rows, importScript)
  for (let round = 0; round < rounds; round += 1) {
    floors.push(await plainScript(file, rows))
    // In turn first and second: what the first leaves behind in the process is not the other's.
    if (round % 2 === 1) longer.push(await importOnce(long, rows, importScript))
    imports.push(await importOnce(file, rows, importScript))
    if (round % 2 === 0) longer.push(await importOnce(long, rows, importScript))
  }
  if ((await stat(long)).size < 3 * (await stat(file)).size) throw new Error('The long file is not long')
  const peaks = (of: readonly Import[]) => of.map(({ peakMiB }) => peakMiB)
  return {
    '': figureOf(
      imports.map(({ ms }) => ms),
      floors,
      'ms'
    ),
    freeze: shareOf(
      imports.map(({ longestStallMs }) => longestStallMs),
      50
    ),
    memory: figureOf([median(peaks(longer))], [median(peaks(imports))], 'MiB')
  }
}
