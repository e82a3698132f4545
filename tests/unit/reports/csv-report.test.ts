import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { csvReport } from '../../../src/engine/reports/csv-report'
import { END_CELL } from '../../../src/engine/reports/hash-chain'
import { notSentCsv } from '../../../src/engine/reports/not-sent-csv'
import { REPORT_LABELS } from '../../../src/engine/reports/report-words'
import type { ReportedRun } from '../../../src/engine/reports/reported-run'
import { DELIVERY_STATES } from '../../../src/shared/domain/delivery'
import { catalogue, type Language } from '../../../src/shared/i18n/catalogue'
import { idOf, phoneOf } from '../../support/engine/records'
import {
  CAMPAIGN_ID,
  EXPORTED_BY,
  FAILED,
  missedRun,
  reportRun,
  RUN_ID,
  SENT
} from '../../support/reports/report-run'
import { readerIn } from '../../support/reports/reader'

const HASH = /^[0-9a-f]{64}$/

const textOf = (run: ReportedRun, language: Language = 'en', zone?: string): string =>
  [...csvReport(run, EXPORTED_BY, readerIn(language, zone))].join('')

const rowsOf = (text: string): string[][] =>
  Papa.parse<string[]>(text.replace(/^\uFEFF/, '')).data.slice(0, -1)

/** The rows without their hashes and the empty cells before them. */
const contentsOf = (text: string): string[][] =>
  rowsOf(text).map((row) => {
    const cells = row.slice(0, -1)
    return cells.slice(0, Math.max(1, cells.findLastIndex((cell) => cell !== '') + 1))
  })

const tableOf = (text: string): Record<string, string>[] => {
  const rows = contentsOf(text)
  const names = rows.findIndex(([first]) => first === 'Contact id')
  const [columns = [], ...deliveries] = rows.slice(names, -1)
  return deliveries.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? ''])))
}

describe('a run as CSV', () => {
  it('begins with what it is about', async () => {
    const rows = contentsOf(textOf(await reportRun()))
    expect(
      rows.slice(
        0,
        rows.findIndex(([first]) => first === '')
      )
    ).toEqual([
      ['Loa run report', 'loa-run-report/1'],
      ['Campaign', 'Spring sale'],
      ['Campaign id', CAMPAIGN_ID],
      ['Run id', RUN_ID],
      ['Gateway', 'Custom gateway'],
      ['Kind of run', 'Scheduled'],
      ['Planned for', '2026-11-25 09:00:00', 'Asia/Ho_Chi_Minh', '2026-11-25T02:00:00.000Z'],
      ['Status', 'Finished'],
      ['Started', '2026-11-25 09:00:00', 'UTC+07:00', '2026-11-25T02:00:00.000Z'],
      ['Finished', '2026-11-25 09:20:00', 'UTC+07:00', '2026-11-25T02:20:00.000Z'],
      ['Contacts', '2'],
      ['Message (WhatsApp, Telegram, AI call)', 'Hello {{ first_name }},\\nall is 20 % off.'],
      ['Deliveries', 'Total', 'WhatsApp', 'Telegram', 'AI call'],
      ['Waiting', '0', '0', '0', '0'],
      ['Sending', '0', '0', '0', '0'],
      ['Sent', '3', '1', '1', '1'],
      ['Failed', '1', '1', '0', '0'],
      ['Unknown', '1', '0', '1', '0'],
      ['Skipped', '1', '0', '0', '1']
    ])
  })

  it('has every delivery in the order of the run, with its reason in code and in words', async () => {
    const table = tableOf(textOf(await reportRun()))
    expect(table.map((row) => `${row['Name']} ${row['Channel']} ${row['State']}`)).toEqual([
      'Nguyễn Văn An WhatsApp Sent',
      'Nguyễn Văn An Telegram Sent',
      'Nguyễn Văn An AI call Sent',
      'Trần Thị Bình WhatsApp Failed',
      'Trần Thị Bình Telegram Unknown',
      'Trần Thị Bình AI call Skipped'
    ])
    expect(table[3]).toEqual({
      'Contact id': idOf(2),
      Name: 'Trần Thị Bình',
      Channel: 'WhatsApp',
      Address: phoneOf(2),
      State: 'Failed',
      'Reason code': 'http_error',
      Reason: 'The gateway answered with an error. Check the gateway, then try again.',
      "The gateway's own words": 'Internal "Server" Error',
      'Status code': '500',
      'Times refused as too busy': '',
      'Time (Asia/Ho_Chi_Minh)': '2026-11-25 09:00:03',
      Offset: 'UTC+07:00',
      'Time (UTC)': '2026-11-25T02:00:03.000Z',
      'Duration (ms)': '90',
      'Delivery id': `${RUN_ID}.${idOf(2)}.whatsapp`,
      chain: ''
    })
    expect(table[0]?.["The gateway's own words"]).toBe('{"success":true}')
  })

  it('ends with the number of deliveries, who wrote it when, and the seal', async () => {
    const rows = rowsOf(textOf(await reportRun()))
    const seal = rows.at(-2)?.at(-1)
    expect(seal).toMatch(HASH)
    expect(contentsOf(textOf(await reportRun())).at(-1)).toEqual([
      'end',
      '6',
      'Exported',
      '2026-11-26 10:04:05 UTC+07:00',
      'Loa 1.2.3',
      'Seal',
      seal
    ])
  })

  it('has a hash at the end of each row, below the name of that column', async () => {
    const rows = rowsOf(textOf(await reportRun()))
    const names = rows.findIndex(([first]) => first === 'Contact id')
    const column = rows[names]?.indexOf('chain') ?? -1
    for (const [at, row] of rows.entries()) {
      expect(row.at(-1)).toMatch(HASH)
      if (at !== names) expect(row).toHaveLength(column + 1)
    }
  })

  it('is one line a row, opens in Excel, and runs nothing there, whatever people are called', async () => {
    const name = '=HYPERLINK("http://x")\r\nend,1\tx\u2028"y"'
    const run = await reportRun({
      head: { campaign_name: '@SUM(1)\n2', text: '+1\r\n-1' },
      people: [
        { name, outcomes: { whatsapp: { ...FAILED, reason: { code: 'http_error', detail: '-2+3\n' } } } },
        { name: 'محمد علي', outcomes: { telegram: SENT } },
        { name: '👩‍👩‍👧', outcomes: { telegram: SENT } }
      ]
    })
    const text = textOf(run)
    expect(text.startsWith('\uFEFF')).toBe(true)
    expect(text.split('\r\n').slice(0, -1)).toHaveLength(rowsOf(text).length)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n\t\u2028]/)
    const [first, second, third] = tableOf(text)
    expect(first?.['Name']).toBe('\'=HYPERLINK("http://x")\\r\\nend,1\\tx\\u2028"y"')
    expect(first?.["The gateway's own words"]).toBe("'-2+3\\n")
    expect([second?.['Name'], third?.['Name']]).toEqual(['محمد علي', '👩‍👩‍👧'])
    expect(contentsOf(text)[1]).toEqual(['Campaign', "'@SUM(1)\\n2"])
    for (const cell of rowsOf(text).flat()) expect(cell).not.toMatch(/^[=@\t\r]|^[+-](?![\d .()-]+$)/)
  })

  it('says that a run was practice, and that it is not finished', async () => {
    const run = await reportRun({
      isOpen: true,
      head: { gateway: { id: 'practice', base_url: '', ai_call_url: '', user_id: '' } },
      people: [{ name: 'An', outcomes: { whatsapp: SENT, telegram: 'queued' } }]
    })
    const rows = contentsOf(textOf(run))
    expect(rows).toContainEqual(['Gateway', 'Practice gateway: nothing left this computer'])
    expect(rows).toContainEqual(['Status', 'Not finished: running'])
    expect(rows.some(([label]) => label === 'Finished')).toBe(false)
    expect(tableOf(textOf(run))[1]).toMatchObject({ State: 'Waiting', 'Time (UTC)': '', Offset: '' })
  })

  it('is written for a run without deliveries, and for a slot that was missed', async () => {
    const empty = contentsOf(textOf(await reportRun({ people: [] })))
    expect(empty.at(-2)?.[0]).toBe('Contact id')
    expect(empty.at(-1)?.slice(0, 2)).toEqual(['end', '0'])
    const missed = contentsOf(textOf(await missedRun()))
    expect(missed).toContainEqual(['Status', 'Missed: nothing was sent'])
    expect(missed).toContainEqual(['Why it was missed', 'It was too late to catch up.'])
    expect(missed.some(([label]) => label === 'Started')).toBe(false)
  })

  it('speaks Vietnamese, and shows the clock of the zone that it is read in', async () => {
    const text = textOf(await reportRun(), 'vi', 'America/St_Johns')
    expect(text).toContain('Chiến dịch,Spring sale')
    expect(text).toContain('Thất bại')
    expect(text).toContain('2026-11-24 22:30:03,UTC-03:30,2026-11-25T02:00:03.000Z')
  })

  it.each(['en', 'vi'] as const)('has a name for every fact and column, and no other (%s)', (language) =>
    expect(Object.keys(catalogue[language].report.labels).sort()).toEqual([...REPORT_LABELS].sort())
  )

  it.each(['en', 'vi'] as const)('has no row of facts that could be taken for the end (%s)', (language) => {
    const { report, common } = catalogue[language]
    const first = [
      ...Object.values(report.labels),
      ...DELIVERY_STATES.map((state) => common.delivery_state[state])
    ]
    expect(first).not.toContain(END_CELL)
  })
})

describe('the list of what was not sent', () => {
  const listOf = (run: ReportedRun, language: Language = 'en') => {
    const text = [...notSentCsv(run, readerIn(language))].join('')
    const { data } = Papa.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true })
    return { text, rows: data }
  }

  it('has who, where, why and what to do, and nobody who got the message', async () => {
    const { text, rows } = listOf(await reportRun())
    expect(text.startsWith('\uFEFFName,')).toBe(true)
    expect(rows.map((row) => `${row['Name']}: ${row['Channel']} ${row['State']}`)).toEqual([
      'Trần Thị Bình: WhatsApp Failed',
      'Trần Thị Bình: Telegram Unknown',
      'Trần Thị Bình: AI call Skipped'
    ])
    expect(rows[1]).toEqual({
      Name: 'Trần Thị Bình',
      Channel: 'Telegram',
      Address: 'contact_2',
      State: 'Unknown',
      Reason: 'No answer in time',
      'What it means, what to do':
        'No answer came in time, so it may have been delivered. Check before you send it again.',
      "The gateway's own words": '',
      'Status code': '',
      Time: '2026-11-25 09:00:03',
      'Contact id': idOf(2)
    })
  })

  it('is a header alone when all was sent', async () => {
    const run = await reportRun({ people: [{ name: 'An', outcomes: { whatsapp: SENT } }] })
    expect(listOf(run, 'vi').text).toBe(
      '\uFEFFHọ tên,Kênh,Địa chỉ,Trạng thái,Lý do,Ý nghĩa và cách xử lý,Nguyên văn của cổng gửi,Mã trạng thái,Thời gian,Mã liên hệ\r\n'
    )
  })

  it('runs nothing in a spreadsheet', async () => {
    const run = await reportRun({ people: [{ name: '=cmd()\n', outcomes: { whatsapp: FAILED } }] })
    expect(listOf(run).rows[0]?.['Name']).toBe("'=cmd()\\n")
  })
})
