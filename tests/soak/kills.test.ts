import { afterAll, beforeAll, expect, it } from 'vitest'
import { figuresText, killRounds, PARALLEL } from '../support/crash/kill-rounds'
import { type Screen, startScreen } from '../support/crash/screen'

const KILLS = Number(process.env['LOA_KILLS'] ?? 200)

let screen: Screen

beforeAll(async () => {
  screen = await startScreen()
})

afterAll(() => screen.stop())

it(`${KILLS} kills of the real app: nobody gets two, nothing is lost`, async () => {
  const say = (line: string) => process.stdout.write(`${line}\n`)
  const figures = await killRounds(KILLS, screen, say)
  say(`In all, ${PARALLEL} requests at a time, ${figures.kills} kills: ${figuresText(figures)}`)
  expect(figures).toMatchObject({ kills: KILLS, sentTwice: 0, lost: 0, sentUnseen: 0, seenUnrecorded: 0 })
  expect(figures.mostUnknownByOneKill).toBeLessThanOrEqual(3 * PARALLEL)
}, 7_200_000)
