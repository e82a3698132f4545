import { describe, expect, it } from 'vitest'
import { parseDates } from '../../../src/renderer/features/campaigns/editor/parse-dates'

const TODAY = '2026-03-10'
const datesIn = (text: string) => parseDates(text, TODAY).dates
const wrongIn = (text: string) =>
  parseDates(text, TODAY).wrong.map(({ line, text, problem }) => [line, text, problem])

describe('dates that are pasted', () => {
  it.each([
    '2026-04-30',
    '2026/4/30',
    '2026.04.30',
    '30/04/2026',
    '30-4-2026',
    '30.4.2026',
    '30/4',
    '30.4',
    '"30/04/2026"',
    '(30/04/2026).'
  ])('%s is 30 April 2026', (text) => {
    expect(parseDates(text, TODAY)).toEqual({ dates: ['2026-04-30'], wrong: [], wrong_count: 0 })
  })

  it('stand on lines of their own or beside each other, with any separator and line end', () => {
    const text = '30/4, 1/5;2/9\r\n\r\n\t2026-12-24 2026-12-25\r 31/12/2026 \n'
    expect(parseDates(text, TODAY)).toEqual({
      dates: ['2026-04-30', '2026-05-01', '2026-09-02', '2026-12-24', '2026-12-25', '2026-12-31'],
      wrong: [],
      wrong_count: 0
    })
  })

  it('come out in order, each once, however they are written', () => {
    expect(datesIn('1/5/2026 2026-05-01 30.4.2026 1-5-2026')).toEqual(['2026-04-30', '2026-05-01'])
  })

  it('without a year are the next such date, today included', () => {
    expect(datesIn('10/3')).toEqual(['2026-03-10'])
    expect(datesIn('9/3')).toEqual(['2027-03-09'])
    expect(datesIn('29/2')).toEqual(['2028-02-29'])
    expect(parseDates('29/2', '2096-03-01').dates).toEqual(['2104-02-29'])
  })

  it('that are wrong are named with line and reason, and the right ones are taken', () => {
    const text = 'Tết\n17/02/2027, 31/02/2027\n\n12/31/2027 17/2/27\nhello 29/2/2026'
    expect(datesIn(text)).toEqual(['2027-02-17'])
    expect(wrongIn(text)).toEqual([
      [1, 'Tết', 'not_a_date'],
      [2, '31/02/2027', 'no_such_date'],
      [4, '12/31/2027', 'no_such_date'],
      [4, '17/2/27', 'short_year'],
      [5, 'hello', 'not_a_date'],
      [5, '29/2/2026', 'no_such_date']
    ])
  })

  it('a stretch is never taken for its two ends without a word', () => {
    expect(wrongIn('16/02/2027 - 20/02/2027')).toEqual([[1, '-', 'range']])
    expect(wrongIn('16/2-20/2')).toEqual([[1, '16/2-20/2', 'range']])
    expect(wrongIn('16/02/2027–20/02/2027')).toEqual([[1, '16/02/2027–20/02/2027', 'range']])
  })

  it.each(['2026-00-10', '2026-13-01', '0/5', '32/1', '30/0', '0000-00-00', '99/99/9999'])(
    '%s is no day of any calendar',
    (text) => {
      expect(wrongIn(text)).toEqual([[1, text, 'no_such_date']])
    }
  )

  it.each(['2026', '1', '1/', '/5', '1/5/', '2026-4', '20260430', '30/4/20260', '__proto__', '1e3', '٣/٤'])(
    '%s is no date',
    (text) => {
      expect(datesIn(text)).toEqual([])
      expect(wrongIn(text)).toHaveLength(1)
    }
  )

  it('nothing is nothing', () => {
    for (const text of ['', '  \n\t ', ',;,', '..."']) {
      expect(parseDates(text, TODAY)).toEqual({ dates: [], wrong: [], wrong_count: 0 })
    }
  })

  it('of a megabyte of anything at all, what is a date is found and the rest is counted', () => {
    const words = 'x/9 '.repeat(250_000)
    const found = parseDates(`${words}\n30/4/2026\n${'9'.repeat(1_000_000)}`, TODAY)
    expect(found.dates).toEqual(['2026-04-30'])
    expect(found.wrong_count).toBe(250_001)
    expect(found.wrong).toHaveLength(100)
    // Text that would keep a careless pattern busy for hours.
    for (const mean of [`x${'"'.repeat(1_000_000)}x`, `1/${'1/'.repeat(500_000)}-`, '-'.repeat(1_000_000)]) {
      expect(parseDates(mean, TODAY).wrong_count).toBe(1)
    }
    const [long] = parseDates('9/'.repeat(500_000), TODAY).wrong
    expect(long).toEqual({ line: 1, text: `${'9/'.repeat(20)}…`, problem: 'not_a_date' })
  })
})
