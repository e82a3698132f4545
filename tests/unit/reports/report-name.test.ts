import { describe, expect, it } from 'vitest'
import { reportName } from '../../../src/engine/reports/report-name'
import { clockIn } from '../../../src/engine/reports/zoned-time'
import type { RunSummary } from '../../../src/shared/domain/run'
import { CAMPAIGN_ID, missedRun, reportRun } from '../../support/reports/report-run'

const ZONE = 'Asia/Ho_Chi_Minh'

const nameOf = async (changes: Partial<RunSummary>, zone = ZONE): Promise<string> =>
  reportName({ ...(await reportRun()).summary, ...changes }, zone)

describe("a report's name", () => {
  it('has the campaign and when it went out, by the clock of the reader', async () => {
    expect(await nameOf({ campaign_name: 'Khuyến mãi hè' })).toBe('loa-Khuyến mãi hè-2026-11-25-0900')
    expect(await nameOf({}, 'America/New_York')).toBe('loa-Spring sale-2026-11-24-2100')
  })

  it('has when it was to go out, if it did not', async () => {
    const { summary } = await missedRun()
    expect(reportName(summary, ZONE)).toBe('loa-Spring sale-2026-11-25-0900')
    const byHand = { ...summary, slot: null, missed_at: undefined }
    expect(reportName(byHand, ZONE)).toBe('loa-Spring sale')
  })

  it.each([
    ['../../etc/passwd', 'loa-.. .. etc passwd'],
    ['a<b>:"c"/\\|?*\n\u0000\u202Ed', 'loa-a b c d'],
    ['  Tea  . ', 'loa-Tea'],
    ['👩‍👩‍👧', 'loa-👩‍👩‍👧'],
    ['/\u202E/', `loa-${CAMPAIGN_ID}`]
  ])('is one that every system takes: %j', async (campaign_name, expected) => {
    expect(await nameOf({ campaign_name })).toBe(`${expected}-2026-11-25-0900`)
  })

  it('is short enough for every file system, and not cut in a character', async () => {
    const name = await nameOf({ campaign_name: '👩‍👩‍👧'.repeat(60) })
    expect(Buffer.byteLength(name)).toBeLessThan(150)
    expect(name).toMatch(/^loa-(👩‍👩‍👧)+-2026-11-25-0900$/u)
  })
})

describe('the clock of a zone', () => {
  it.each([
    ['Asia/Ho_Chi_Minh', '2026-11-25 09:00:07', 'UTC+07:00'],
    ['America/St_Johns', '2026-11-24 22:30:07', 'UTC-03:30'],
    ['UTC', '2026-11-25 02:00:07', 'UTC+00:00'],
    ['No/Where', '2026-11-25 02:00:07', 'UTC+00:00']
  ])('%s', (zone, wall, offset) =>
    expect(clockIn(zone)('2026-11-25T02:00:07.123Z')).toEqual({ wall, offset })
  )

  it('tells the two passes of a repeated hour apart', () => {
    const clock = clockIn('Europe/Berlin')
    expect(clock('2026-10-25T00:30:00.000Z')).toEqual({ wall: '2026-10-25 02:30:00', offset: 'UTC+02:00' })
    expect(clock('2026-10-25T01:30:00.000Z')).toEqual({ wall: '2026-10-25 02:30:00', offset: 'UTC+01:00' })
  })
})
