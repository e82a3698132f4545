import { describe, expect, it } from 'vitest'
import { jsonReport, sealOf } from '../../../src/engine/reports/json-report'
import { notSentOf } from '../../../src/engine/reports/not-sent'
import type { ReportedRun } from '../../../src/engine/reports/reported-run'
import { idOf, phoneOf } from '../../support/engine/records'
import {
  EXPORTED_BY,
  FAILED,
  FINISHED_AT,
  missedRun,
  reportRun,
  RUN_ID,
  SKIPPED,
  STARTED_AT,
  UNKNOWN
} from '../../support/reports/report-run'

type Line = Readonly<Record<string, unknown>>

const textOf = (run: ReportedRun, by = EXPORTED_BY): string => [...jsonReport(run, by)].join('')

const linesOf = (run: ReportedRun): Line[] => JSON.parse(textOf(run)) as Line[]

describe('a run as JSON', () => {
  it('is an array with one record a line', async () => {
    const text = textOf(await reportRun())
    const lines = text.split('\n')
    expect(lines.pop()).toBe('')
    expect(JSON.parse(text)).toHaveLength(lines.length)
    expect(lines[0]).toMatch(/^\[\{"record":"run","format":"loa-run-report\/1",/)
    expect(lines.at(-1)).toMatch(/^\{"record":"end",.*\}\]$/)
  })

  it('begins with the run, in the names of the domain, times in UTC', async () => {
    const [run] = linesOf(await reportRun())
    expect(run).toMatchObject({
      record: 'run',
      practice: false,
      finished: true,
      run_id: RUN_ID,
      campaign_name: 'Spring sale',
      trigger: 'schedule',
      slot: { nominal: '2026-11-25T09:00:00', zone: 'Asia/Ho_Chi_Minh', at: STARTED_AT },
      gateway: 'custom',
      status: 'finished',
      started_at: STARTED_AT,
      finished_at: FINISHED_AT,
      contacts: 2,
      deliveries: 6,
      counts: { queued: 0, sending: 0, sent: 3, failed: 1, unknown: 1, skipped: 1 },
      counts_by_channel: { whatsapp: { sent: 1, failed: 1 } },
      texts: { whatsapp: 'Hello {{ first_name }},\nall is 20 % off.' }
    })
  })

  it('has every delivery with all that is known about it', async () => {
    const lines = linesOf(await reportRun())
    const { chain: _chain, ...failed } = lines[4]!
    expect(failed).toEqual({
      record: 'delivery',
      contact_id: idOf(2),
      contact_name: 'Trần Thị Bình',
      channel: 'whatsapp',
      address: phoneOf(2),
      state: 'failed',
      reason: FAILED.reason,
      answer: FAILED.answer,
      status_code: 500,
      at: '2026-11-25T02:00:03.000Z',
      duration_ms: 90,
      delivery_id: `${RUN_ID}.${idOf(2)}.whatsapp`
    })
    expect(lines.slice(1, -1).map(({ state }) => state)).toEqual([
      ...['sent', 'sent', 'sent', 'failed', 'unknown', 'skipped']
    ])
  })

  it('gives back texts and names exactly, on one line each', async () => {
    const name = 'a\r\nb\u0000\u202E"\\\ud800 =1'
    const text = '\n'.repeat(50)
    const run = await reportRun({ head: { text }, people: [{ name, outcomes: { whatsapp: UNKNOWN } }] })
    expect(textOf(run).split('\n')).toHaveLength(4)
    const lines = linesOf(run)
    expect(lines[0]).toMatchObject({ texts: { whatsapp: text } })
    expect(lines[1]).toMatchObject({ contact_name: name })
  })

  it('has a seal that is the same whoever writes it whenever, and another as soon as anything else is', async () => {
    const seal = await sealOf(await reportRun())
    const later = { app_version: '9.9.9', exported_at: '2030-01-01T00:00:00.000Z' }
    for (const by of [EXPORTED_BY, later]) {
      const lines = JSON.parse(textOf(await reportRun(), by)) as Line[]
      expect(lines.at(-1)).toMatchObject({ record: 'end', deliveries: 6, seal, ...by })
      expect(lines.at(-2)).toMatchObject({ chain: seal })
    }
    const renamed = await reportRun({ head: { campaign_name: 'Spring Sale' } })
    expect(await sealOf(renamed)).not.toBe(seal)
  })

  it('says that a run was practice and is not finished; a missed slot has no deliveries', async () => {
    const gateway = { id: 'practice' as const, base_url: '', ai_call_url: '', user_id: '' }
    const open = await reportRun({
      isOpen: true,
      head: { gateway },
      people: [{ name: 'An', outcomes: { whatsapp: 'queued' } }]
    })
    expect(linesOf(open)[0]).toMatchObject({ practice: true, finished: false, status: 'running' })
    const [missed, end] = linesOf(await missedRun())
    expect(missed).toMatchObject({
      status: 'missed',
      missed_reason: 'too_late',
      started_at: null,
      deliveries: 0
    })
    expect(end).toMatchObject({ record: 'end', deliveries: 0 })
  })
})

describe('what was not sent', () => {
  const people = [
    { name: 'A', outcomes: { whatsapp: SKIPPED, telegram: FAILED } },
    { name: 'B', outcomes: { whatsapp: SKIPPED, telegram: UNKNOWN } },
    { name: 'C', outcomes: { whatsapp: { state: 'failed', reason: { code: 'busy' } }, telegram: FAILED } },
    { name: 'D', outcomes: { whatsapp: { state: 'failed' } } }
  ] as const

  it('is counted by state and reason, the most frequent first', async () => {
    const { reasons, total } = await notSentOf(await reportRun({ people }), 10)
    expect(total).toBe(7)
    expect(reasons.map(({ state, code, count }) => `${state} ${code} ${count}`)).toEqual([
      'failed http_error 2',
      'failed busy 1',
      'failed null 1',
      'unknown timeout 1',
      'skipped do_not_contact 2'
    ])
  })

  it('is listed up to a number, in the order of the run', async () => {
    const { first, total } = await notSentOf(await reportRun({ people }), 3)
    expect(first.map((each) => `${each.contact_name} ${each.channel}`)).toEqual([
      'A whatsapp',
      'A telegram',
      'B whatsapp'
    ])
    expect(total).toBe(7)
  })
})
