import type { DeliveryView } from '../../shared/domain/delivery'
import { inPieces } from '../pieces'
import { HashChain, REPORT_FORMAT } from './hash-chain'
import type { ReportedRun } from './reported-run'

/** Under which circumstances a report was written: no part of its seal, so the same run has the same seal tomorrow. */
export interface ExportedBy {
  readonly app_version: string
  readonly exported_at: string
}

/**
 * A run as a JSON array, one record a line: the run, its deliveries, the end. Times are UTC. Every byte of it stands in
 * the hash of its line; the brackets of the array are part of the first and the last one.
 */
export function* jsonReport(run: ReportedRun, by: ExportedBy): Generator<string, void> {
  const chain = new HashChain()
  yield* sealedLines(run, chain)
  yield lineOf(chain, '', { record: 'end', deliveries: run.size, seal: chain.last, ...by }, ']')
}

/** What the end of the run's JSON report says as its seal, as long as nothing of the run changes. */
export async function sealOf(run: ReportedRun): Promise<string> {
  const chain = new HashChain()
  const pieces = inPieces()
  for (const _line of sealedLines(run, chain)) if (pieces.isDue()) await pieces.rest()
  return chain.last
}

function* sealedLines(run: ReportedRun, chain: HashChain): Generator<string, void> {
  yield lineOf(chain, '[', factsOf(run), ',')
  for (const delivery of run.deliveries()) yield lineOf(chain, '', recordOf(delivery), ',')
}

function lineOf(chain: HashChain, before: string, record: object, after: string): string {
  const text = JSON.stringify(record)
  return chain.line(`${before}${text.slice(0, -1)},"chain":"`, `"}${after}\n`)
}

function factsOf({ summary, flow, texts, byChannel, size }: ReportedRun): object {
  return {
    record: 'run',
    format: REPORT_FORMAT,
    practice: summary.gateway === 'practice',
    finished: summary.status === 'finished',
    run_id: summary.id,
    campaign_id: summary.campaign_id,
    campaign_name: summary.campaign_name,
    trigger: summary.trigger,
    retry_of: summary.retry_of,
    slot: summary.slot,
    gateway: summary.gateway,
    status: summary.status,
    missed_reason: summary.missed_reason,
    missed_at: summary.missed_at,
    started_at: summary.started_at,
    finished_at: summary.finished_at,
    pause: summary.pause,
    stop: summary.stop,
    contacts: summary.total_contacts,
    deliveries: size,
    counts: summary.counts,
    counts_by_channel: Object.fromEntries(flow.map((channel) => [channel, byChannel[channel]])),
    flow,
    texts
  }
}

function recordOf(delivery: DeliveryView): object {
  return {
    record: 'delivery',
    contact_id: delivery.contact_id,
    contact_name: delivery.contact_name,
    channel: delivery.channel,
    address: delivery.address,
    state: delivery.state,
    reason: delivery.reason,
    answer: delivery.answer,
    status_code: delivery.status_code,
    attempts: delivery.attempts,
    at: delivery.at,
    duration_ms: delivery.duration_ms,
    delivery_id: delivery.id
  }
}
