import { expect } from '@playwright/test'
import { lineCount, numbersInConsole, rendererPid } from '../support/app/console-page'
import { test } from '../support/app/loa-test'
import { openPage } from '../support/app/pages'
import { sayLines } from '../support/app/say-lines'

const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1)

/** The numbered lines, without those that Loa says by itself. */
const numbered = (numbers: readonly number[]) => numbers.filter((number) => number > 0)

test('lines that come while the window is killed and comes back are there, once and in order', async ({
  start
}) => {
  const { app, page } = await start()
  await openPage(page, 'Console')
  await sayLines(app, { to: 300 })
  await expect(lineCount(page)).toHaveText(/30\d lines/)
  const before = await rendererPid(app)

  const saying = sayLines(app, { from: 301, to: 1_500, aSecond: 400 })
  await sayLines(app, { from: 10_001, to: 10_100, aSecond: 400 })
  process.kill(before, 'SIGKILL')
  await saying
  await expect.poll(() => rendererPid(app)).not.toBe(before)
  // The page opens where it was, and reads everything anew.
  await expect.poll(async () => (await numbersInConsole(app)).length).toBeGreaterThanOrEqual(1_601)
  const numbers = numbered(await numbersInConsole(app))
  expect(numbers.filter((number) => number <= 1_500)).toEqual(upTo(1_500))
  expect(numbers).toHaveLength(1_600)
  await sayLines(app, { from: 1_501, to: 1_510 })
  await expect
    .poll(async () => (await numbersInConsole(app)).slice(-10))
    .toEqual([1_501, 1_502, 1_503, 1_504, 1_505, 1_506, 1_507, 1_508, 1_509, 1_510])
})

test('lines that come while the window hangs are there when it goes on, once and in order', async ({
  start
}) => {
  const { app, page } = await start()
  await openPage(page, 'Console')
  await sayLines(app, { to: 300 })
  await expect(lineCount(page)).toHaveText(/30\d lines/)
  const pid = await rendererPid(app)
  process.kill(pid, 'SIGSTOP')
  await sayLines(app, { from: 301, to: 6_300, aSecond: 2_000 })
  process.kill(pid, 'SIGCONT')
  await sayLines(app, { from: 6_301, to: 6_400, aSecond: 1_000 })
  await expect(lineCount(page)).toHaveText(/6,40\d lines/)
  expect(numbered(await numbersInConsole(app))).toEqual(upTo(6_400))
})
