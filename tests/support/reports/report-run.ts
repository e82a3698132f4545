import { ledgerRecordSchema } from '../../../src/engine/ledger/ledger-record'
import { RunState } from '../../../src/engine/ledger/run-state'
import { reportedRun, type ReportedRun } from '../../../src/engine/reports/reported-run'
import type { ChannelId } from '../../../src/shared/domain/channel'
import type { Outcome } from '../../../src/shared/domain/delivery'
import type { RunSummary } from '../../../src/shared/domain/run'
import type { LedgerLine } from '../engine/data-folder'
import { idOf, phoneOf } from '../engine/records'

export const CAMPAIGN_ID = idOf(0xca_0001)
export const RUN_ID = `${CAMPAIGN_ID}_20261125T090000_Asia.Ho_Chi_Minh`

/** 09:00 in Vietnam. */
export const STARTED_AT = '2026-11-25T02:00:00.000Z'
export const FINISHED_AT = '2026-11-25T02:20:00.000Z'

export const EXPORTED_BY = { app_version: '1.2.3', exported_at: '2026-11-26T03:04:05.678Z' }

type Head = Extract<LedgerLine, { type: 'head' }>

/** Somebody of a run, with what became of each delivery; a channel that is not named is no part of it. */
export interface Recipient {
  readonly name: string
  readonly outcomes: Readonly<Partial<Record<ChannelId, Outcome | 'queued'>>>
}

export interface ReportRunOptions {
  readonly head?: Partial<Head>
  readonly people?: readonly Recipient[]
  readonly isOpen?: boolean
}

export const SENT: Outcome = {
  state: 'sent',
  status_code: 200,
  duration_ms: 120,
  answer: '{"success":true}'
}
export const FAILED: Outcome = {
  state: 'failed',
  reason: { code: 'http_error', detail: 'Internal "Server" Error' },
  status_code: 500,
  duration_ms: 90,
  answer: '{"error":"x"}'
}
export const UNKNOWN: Outcome = { state: 'unknown', reason: { code: 'timeout' }, duration_ms: 30_000 }
export const SKIPPED: Outcome = { state: 'skipped', reason: { code: 'do_not_contact' } }

/** Two people: one had everything, the other one thing of each kind. */
export const TWO_PEOPLE: readonly Recipient[] = [
  { name: 'Nguyễn Văn An', outcomes: { whatsapp: SENT, telegram: SENT, ai_call: SENT } },
  { name: 'Trần Thị Bình', outcomes: { whatsapp: FAILED, telegram: UNKNOWN, ai_call: SKIPPED } }
]

/** The ledger of a run, as it lies in the file. */
export function ledgerOf({
  head = {},
  people = TWO_PEOPLE,
  isOpen = false
}: ReportRunOptions = {}): LedgerLine[] {
  const outcomes = people.flatMap(({ outcomes }, index) =>
    Object.entries(outcomes).flatMap(([channel, outcome]) =>
      outcome === 'queued' ? [] : [outcomeLine(index + 1, channel as ChannelId, outcome)]
    )
  )
  return [
    { ...HEAD, ...head },
    ...people.map(({ name, outcomes }, index) => contactLine(index + 1, name, outcomes)),
    { type: 'ready', contacts: people.length },
    ...outcomes,
    ...(isOpen ? [] : [{ type: 'finished' as const, at: FINISHED_AT }])
  ]
}

const HEAD: Head = {
  type: 'head',
  schema_version: 2,
  run_id: RUN_ID,
  campaign_id: CAMPAIGN_ID,
  campaign_name: 'Spring sale',
  trigger: 'schedule',
  slot: { nominal: '2026-11-25T09:00:00', zone: 'Asia/Ho_Chi_Minh', at: STARTED_AT },
  text: 'Hello {{ first_name }},\nall is 20 % off.',
  flow: ['whatsapp', 'telegram', 'ai_call'],
  gateway: { id: 'custom', base_url: 'http://127.0.0.1:1', ai_call_url: 'http://127.0.0.1:1', user_id: '' },
  timeouts_s: { whatsapp: 5, telegram: 5, ai_call: 5 },
  started_at: STARTED_AT
}

const contactLine = (number: number, name: string, outcomes: Recipient['outcomes']): LedgerLine => ({
  type: 'contact',
  contact_id: idOf(number),
  name,
  addresses: Object.fromEntries(
    Object.keys(outcomes).map((channel) => [
      channel,
      { to: channel === 'telegram' ? `contact_${number}` : phoneOf(number) }
    ])
  )
})

const outcomeLine = (number: number, channel: ChannelId, outcome: Outcome): LedgerLine => ({
  type: 'outcome',
  contact_id: idOf(number),
  channel,
  at: new Date(Date.parse(STARTED_AT) + number * 1_500).toISOString(),
  ...outcome
})

/** A run as a report gets it, read from its ledger's records. */
export async function reportRun(options: ReportRunOptions = {}): Promise<ReportedRun> {
  const records = ledgerOf(options).map((line) => ledgerRecordSchema.parse(line))
  const [head, ...others] = records
  if (head?.type !== 'head') throw new Error('There is no head')
  const contacts = others.flatMap((record) => (record.type === 'contact' ? [record] : []))
  const state = new RunState(head, contacts)
  for (const record of others) state.apply(record)
  const runs = { list: () => [state.summary()], state: () => Promise.resolve(state) }
  const run = await reportedRun(runs, head.run_id)
  if (run === null) throw new Error('There is no run')
  return run
}

/** A slot that was missed: a run without a ledger. */
export async function missedRun(changes: Partial<RunSummary> = {}): Promise<ReportedRun> {
  const { summary } = await reportRun({ people: [] })
  const missed: RunSummary = {
    ...summary,
    status: 'missed',
    started_at: null,
    finished_at: null,
    missed_reason: 'too_late',
    missed_at: FINISHED_AT,
    ...changes
  }
  const run = await reportedRun({ list: () => [missed], state: () => Promise.resolve(null) }, missed.id)
  if (run === null) throw new Error('There is no run')
  return run
}
