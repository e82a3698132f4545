import type { ElectronApplication, Page } from '@playwright/test'
import type { LogLine } from '../../../src/shared/domain/log-line'
import { openPage } from '../../support/app/pages'
import { sayLines } from '../../support/app/say-lines'
import { memoryOf, stallsOf, watchStalls } from '../main-watching'
import { median } from '../measuring'
import { startWatching, stopWatching, untilQuiet } from '../page-measuring'
import { type BenchSetting, figureOf, shareOf } from './figure'

const TEXT = 'WhatsApp message sent to Nguyễn Thị Đào: {"success":true,"message":"accepted","id":"8c1f2a"}'
/** A long task is told from here on. */
const TOLD_MS = 50

interface Window {
  readonly app: ElectronApplication
  readonly page: Page
}

/** What is sent into the main process as text finds modules there by this alone. */
interface MainProcess {
  readonly mainModule: { require(id: 'node:v8'): { readonly serialize: (value: unknown) => Buffer } }
}

/** Says lines as fast as they are taken, in pieces that leave the loop its turns. */
const sayAll = (app: ElectronApplication, from: number, to: number): Promise<void> =>
  app.evaluate(
    async (_electron, { from, to, text }) => {
      for (let number = from; number <= to; number += 1) {
        process.emit('unhandledRejection', `line ${number} ${text}`, Promise.resolve())
        if (number % 500 === 0) await new Promise(setImmediate)
      }
    },
    { from, to, text: TEXT }
  )

/** Asks for the log as the window does, until a line of that number is there. */
const untilLine = (page: Page, number: number): Promise<void> =>
  page.evaluate(async (wanted) => {
    const log = await window.loa.getLog(Number.MAX_SAFE_INTEGER)
    for (let seq = log.ok ? log.value.last_seq : 0; ;) {
      const result = await window.loa.getLog(seq)
      if (!result.ok) throw new Error(result.error.code)
      // As the window does with what it gets.
      const lines = JSON.parse(result.value.lines) as LogLine[]
      if (lines.some(({ text }) => text.includes(`line ${wanted} `))) return
      seq = lines.at(-1)?.seq ?? seq
      if (lines.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }, number)

/** v8.serialize in the same process, a hundred lines at a time: lines a second. */
const serializeRate = (app: ElectronApplication, lines: number): Promise<number> =>
  app.evaluate(
    (_electron, { lines, text }) => {
      const { serialize } = (process as unknown as MainProcess).mainModule.require('node:v8')
      const startMs = performance.now()
      let bytes = 0
      for (let from = 1; from <= lines; from += 100) {
        const page = Array.from({ length: 100 }, (_, index) => {
          const seq = from + index
          return { seq, at: '2026-01-05T02:00:00.000Z', level: 'error', text: `line ${seq} ${text}` }
        })
        bytes += serialize(page).length
      }
      return bytes > 0 ? (lines * 1_000) / (performance.now() - startMs) : 0
    },
    { lines, text: TEXT }
  )

/** From the event to the page, as fast as it goes; then ten seconds of 10,000 lines with the console open. */
export async function measureLog({ app, page }: Window, { size, rounds }: BenchSetting) {
  const lines = size(50_000, 2_000)
  await openPage(page, 'Settings')
  await page.evaluate(untilQuiet)
  const floors: number[] = []
  const rates: number[] = []
  let said = 0
  for (let round = 0; round < rounds; round += 1) {
    floors.push(await serializeRate(app, lines))
    const startMs = performance.now()
    const there = untilLine(page, said + lines)
    await sayAll(app, said + 1, said + lines)
    await there
    rates.push((lines * 1_000) / (performance.now() - startMs))
    said += lines
    await page.evaluate(untilQuiet)
  }
  await openPage(page, 'Console')
  await page.evaluate(untilQuiet)
  await page.evaluate(startWatching)
  await watchStalls(app)
  await sayLines(app, { from: said + 1, to: said + size(100_000, 5_000), aSecond: 10_000, text: TEXT })
  await page.evaluate(untilQuiet)
  const taskMs = Math.max(TOLD_MS, await page.evaluate(stopWatching))
  return {
    '': figureOf(rates, floors, '/s'),
    'page-freeze': shareOf([taskMs], 50),
    'main-freeze': shareOf([await stallsOf(app)], 50)
  }
}

/** The console fills, against the same lines while another page is open. */
export async function measureConsole({ app, page }: Window, { size, rounds }: BenchSetting) {
  const lines = size(100_000, 2_000)
  await openPage(page, 'Settings')
  await page.evaluate(untilQuiet)
  const before = await memoryOf(app, page)
  let said = 0
  const fill = async () => {
    const startMs = performance.now()
    await sayAll(app, said + 1, said + lines)
    await page.evaluate(untilQuiet)
    said += lines
    return performance.now() - startMs
  }
  const floors: number[] = []
  const open: number[] = []
  const tasksMs: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    await openPage(page, 'Settings')
    await page.evaluate(untilQuiet)
    floors.push(await fill())
    await openPage(page, 'Console')
    await page.evaluate(untilQuiet)
    await page.evaluate(startWatching)
    open.push(await fill())
    tasksMs.push(Math.max(TOLD_MS, await page.evaluate(stopWatching)))
  }
  const after = await memoryOf(app, page)
  return {
    '': figureOf(open, floors, 'ms'),
    freeze: shareOf([median(tasksMs)], 50),
    memory: figureOf([after.page], [before.page], 'MB')
  }
}
