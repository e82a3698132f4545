import { type ElectronApplication, expect, type Page } from '@playwright/test'
import type { LogLine } from '../../src/shared/domain/log-line'
import { test } from '../support/app/loa-test'
import { openPage } from '../support/app/pages'
import { sayLines } from '../support/app/say-lines'
import '../support/app/sample'
import { memoryOf, stallsOf, watchStalls } from './main-watching'
import { measureScrolling, scrolledText, startWatching, stopWatching, untilQuiet } from './page-measuring'

// 100,000 lines appended to the log at 1,000 a second, watched in the real window: the longest task of the page (goal:
// none over 50 ms), the longest time that the main process is held up, the memory of both, and how long filters take.
// The floor is the same app in the same run, with the lines appended while another page is open: what the machine and
// the log itself cost without a console. Run by `npm run bench:console`; LOA_BENCH_LINES=10000 makes it shorter.

const LINES = Number(process.env['LOA_BENCH_LINES'] ?? 100_000)
const A_SECOND = 1_000
const FLOOR_LINES = Math.min(20_000, LINES)
const TEXT = 'WhatsApp message sent to Nguyễn Thị Đào: {"success":true,"message":"accepted","id":"8c1f2a"}'

interface Watched {
  readonly pageTaskMs: number
  readonly mainStallMs: number
}

test(`${LINES} lines at ${A_SECOND} a second`, async ({ start }) => {
  const { app, page } = await start()
  await openPage(page, 'Settings')
  await page.evaluate(untilQuiet)
  const memoryBefore = await memoryOf(app, page)
  const floor = await watchLines(app, page, 1, FLOOR_LINES)
  console.log(`floor, ${FLOOR_LINES} lines with the console closed: ${watchedText(floor)}`)

  await openPage(page, 'Console')
  await page.evaluate(untilQuiet)
  const followed = await watchLines(app, page, FLOOR_LINES + 1, FLOOR_LINES + LINES)
  console.log(`console open and following, ${LINES} lines: ${watchedText(followed)}`)
  console.log(
    `as ratios to the floor: page ${ratio(followed.pageTaskMs, floor.pageTaskMs)}, main process ${ratio(followed.mainStallMs, floor.mainStallMs)}`
  )
  await expect(page.getByRole('status').filter({ hasText: 'lines' })).toHaveText(
    `${Math.min(100_000, FLOOR_LINES + LINES + 1).toLocaleString('en')} lines`
  )

  await page.evaluate(startWatching)
  const filters = [
    ...(await timed(page, 'text "dao"', 'dao')),
    ...(await timed(page, 'text "dao accepted"', 'dao accepted')),
    ...(await timed(page, 'text of one line', `line ${LINES} `)),
    ...(await timed(page, 'no text', ''))
  ]
  console.log(
    `filters over what is kept: ${filters.join(', ')}; longest task ${taskText(await page.evaluate(stopWatching))}`
  )
  await page.evaluate(untilQuiet)
  console.log(scrolledText(await page.evaluate(measureScrolling)))

  await watchStalls(app)
  const wholeMs = await page.evaluate(async () => {
    const startMs = performance.now()
    for (let seq = 0; ;) {
      const result = await window.loa.getLog(seq)
      if (!result.ok) throw new Error(result.error.code)
      const lines = JSON.parse(result.value.lines) as LogLine[]
      seq = lines.at(-1)?.seq ?? result.value.last_seq
      if (seq === result.value.last_seq) return performance.now() - startMs
    }
  })
  console.log(
    `a window that missed everything has it after ${wholeMs.toFixed(0)} ms; longest stall of the main process ${(await stallsOf(app)).toFixed(0)} ms`
  )

  const memory = await memoryOf(app, page)
  console.log(
    `memory: main process ${memoryBefore.main.toFixed(0)} MB before, ${memory.main.toFixed(0)} MB after; page ${memoryBefore.page.toFixed(0)} MB before, ${memory.page.toFixed(0)} MB after (heap ${memoryBefore.heap.toFixed(0)} and ${memory.heap.toFixed(0)} MB)`
  )
})

/** Appends lines at their rate, and gives the longest task of the page and the longest stall of the main process. */
async function watchLines(app: ElectronApplication, page: Page, from: number, to: number): Promise<Watched> {
  await page.evaluate(startWatching)
  await watchStalls(app)
  await sayLines(app, { from, to, aSecond: A_SECOND, text: TEXT })
  await page.evaluate(untilQuiet)
  return { pageTaskMs: await page.evaluate(stopWatching), mainStallMs: await stallsOf(app) }
}

const taskText = (ms: number): string => (ms === 0 ? 'under 50 ms' : `${ms.toFixed(0)} ms`)

const watchedText = ({ pageTaskMs, mainStallMs }: Watched): string =>
  `longest task of the page ${taskText(pageTaskMs)}, longest stall of the main process ${mainStallMs.toFixed(0)} ms`

/** Tasks under 50 ms are not told: they count as 50. */
const ratio = (ms: number, floorMs: number): string => (Math.max(50, ms) / Math.max(50, floorMs)).toFixed(2)

/** Types a text and gives how long it takes until the lines are those that were asked for. */
async function timed(page: Page, name: string, text: string): Promise<string[]> {
  const tookMs = await page.evaluate(async (typed) => {
    const input = document.querySelector<HTMLInputElement>('input[type=search]')
    if (!input) throw new Error('There is no search')
    const startMs = performance.now()
    // React listens to the value that the prototype sets, as a key press does.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, typed)
    input.dispatchEvent(new Event('input', { bubbles: true }))
    do await new Promise((resolve) => requestAnimationFrame(resolve))
    while (document.querySelector('[role=status][aria-busy=true]') !== null)
    return performance.now() - startMs
  }, text)
  return [`${name} ${tookMs.toFixed(0)} ms`]
}
