import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Import, importOnce, plainScript, writeList } from './measured/importing'
import { median } from './measuring'

// How long it takes to import 100,000 rows and to store them, as a ratio to parsing and validating the same cells in a
// plain script in the same run; the longest time in which the main thread did nothing else; how memory grows with the
// file. Run by `npm run bench:import [rows] [rounds]`, in Electron's own Node.

const [importScript = '', rowsText = '100000', roundsText = '3'] = process.argv.slice(2)
const rows = Number(rowsText)
const rounds = Number(roundsText)

const folder = mkdtempSync(join(tmpdir(), 'loa-bench-'))

async function run(): Promise<void> {
  const file = join(folder, 'list.csv')
  const long = join(folder, 'long.csv')
  await writeList(file, rows, 1)
  await writeList(long, rows, 4)
  const mib = (path: string) => (statSync(path).size / 2 ** 20).toFixed(1)
  console.log(`${rows} rows, ${mib(file)} MiB; Node ${process.versions.node}, ${rounds} rounds, medians`)
  await plainScript(file, rows)
  await importOnce(file, rows, importScript)
  const floors: number[] = []
  const imports: Import[] = []
  const longer: Import[] = []
  for (let round = 0; round < rounds; round += 1) {
    floors.push(await plainScript(file, rows))
    imports.push(await importOnce(file, rows, importScript))
    longer.push(await importOnce(long, rows, importScript))
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
