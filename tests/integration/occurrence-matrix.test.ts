import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { movedClock } from '../support/moved-clock'

/** Each with its hour at midnight UTC of a winter day: by name it cannot be asked, Node calls Ho Chi Minh Saigon. */
const ZONES = { UTC: 0, 'America/New_York': 19, 'Asia/Ho_Chi_Minh': 7 } as const
const CLOCKS = ['2025-01-15T12:00:00Z', '2025-07-15T12:00:00Z'] as const
const CELLS = Object.entries(ZONES).flatMap(([zone, hour]) => CLOCKS.map((clock) => ({ zone, hour, clock })))

const ROOT = path.resolve(fileURLToPath(new URL('.', import.meta.url)), '../..')
const require = createRequire(import.meta.url)
const VITEST = path.join(path.dirname(require.resolve('vitest/package.json')), 'vitest.mjs')

const run = promisify(execFile)

interface Counts {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numTotalTests: number
}

function environment(zone: string, clock: string): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST'))
  return { ...Object.fromEntries(inherited), TZ: zone, ...movedClock(Date.parse(clock)) }
}

/** Runs the occurrence suite; a suite that fails is an answer as well, one that does not start is an error. */
async function countsOf(env: NodeJS.ProcessEnv): Promise<Counts> {
  const args = [VITEST, 'run', '--project', 'unit', 'tests/unit/occurrences', '--reporter=json']
  const output = await run(process.execPath, args, { cwd: ROOT, env, maxBuffer: 64 * 1024 * 1024 }).then(
    ({ stdout }) => stdout,
    (error: unknown) => {
      const stdout = error instanceof Error && 'stdout' in error ? String(error.stdout) : ''
      if (stdout.includes('"numTotalTests"')) return stdout
      throw error
    }
  )
  return JSON.parse(output.slice(output.indexOf('{'))) as Counts
}

/** The month and a local hour in that environment, and luxon's reading of an ambiguous wall time. */
async function seenFrom(env: NodeJS.ProcessEnv): Promise<{ month: string; hour: number; luxon: string }> {
  const script = `
    const { DateTime } = require('luxon')
    const ambiguous = DateTime.fromISO('2024-11-03T01:30', { zone: 'America/New_York' })
    console.log(JSON.stringify({
      month: new Date().toISOString().slice(0, 7),
      hour: new Date('2024-01-01T00:00:00Z').getHours(),
      luxon: ambiguous.toUTC().toFormat('HH:mm')
    }))`
  const { stdout } = await run(process.execPath, ['-e', script], { cwd: ROOT, env })
  return JSON.parse(stdout) as { month: string; hour: number; luxon: string }
}

describe('the occurrence suite in other zones and at other times of the year', () => {
  it.each(CELLS)(
    'the surroundings are really moved: TZ=$zone, clock $clock',
    async ({ zone, hour, clock }) => {
      const winter = clock.includes('-01-')
      // Plain luxon takes another of the two instants in July than in January: the trap that the matrix is for.
      expect(await seenFrom(environment(zone, clock))).toEqual({
        month: clock.slice(0, 7),
        hour,
        luxon: winter ? '06:30' : '05:30'
      })
    }
  )

  it(
    'passes the same number of cases in every zone and season, and fails none',
    { timeout: 120_000 },
    async () => {
      const counts: Record<string, Counts> = {}
      for (const { zone, clock } of CELLS) {
        const { numPassedTests, numFailedTests, numTotalTests } = await countsOf(environment(zone, clock))
        counts[`TZ=${zone} ${clock}`] = { numPassedTests, numFailedTests, numTotalTests }
      }
      const [first] = Object.values(counts)
      expect(first?.numPassedTests).toBeGreaterThanOrEqual(200)
      const allPassed = {
        numPassedTests: first?.numTotalTests,
        numFailedTests: 0,
        numTotalTests: first?.numTotalTests
      }
      expect(counts).toEqual(Object.fromEntries(Object.keys(counts).map((cell) => [cell, allPassed])))
    }
  )
})
