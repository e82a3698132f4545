import type { DeliveryStep, Reason } from '../../shared/domain/delivery'
import type { DeliveryRecord } from '../ledger/ledger-record'

type Outcome = Extract<DeliveryRecord, { type: 'outcome' }>
type Requeued = Extract<DeliveryRecord, { type: 'requeued' }>
type RequestStep = Extract<DeliveryStep, { kind: 'request' }>

/** What happened to one delivery, step by step, from the lines about it in the order of the ledger. */
export function stepsOf(records: readonly DeliveryRecord[]): readonly DeliveryStep[] {
  const steps: DeliveryStep[] = []
  let begun: string | null = null
  let isUnknown = false
  for (const record of records) {
    switch (record.type) {
      case 'sending':
        begun = record.at
        break
      case 'requeued':
        // Held back at the last moment: nothing left, so there is nothing to tell.
        if (record.reason !== 'held') steps.push(waitingRequest(record, begun))
        begun = null
        break
      case 'outcome':
        steps.push(endOf(record, begun))
        begun = null
        isUnknown = record.state === 'unknown'
        break
      case 'arrived':
      case 'again':
        // The operator's word counts while nobody knows better.
        if (isUnknown) steps.push({ kind: record.type, at: record.at })
        isUnknown = false
        break
      case 'claimed':
        steps.push({ kind: 'claimed', at: record.at, by: record.by })
        break
    }
  }
  return begun === null ? steps : [...steps, { kind: 'request', at: begun, result: 'sending' }]
}

function waitingRequest(record: Requeued, begun: string | null): RequestStep {
  const { at, reason, until, outcome_reason = { code: reason === 'busy' ? 'busy' : 'unreachable' } } = record
  return {
    kind: 'request',
    at: begun ?? beganAt(record),
    ended_at: at,
    result: 'waiting',
    ...answerOf(record, outcome_reason),
    ...(until !== undefined && { until })
  }
}

function endOf(record: Outcome, begun: string | null): DeliveryStep {
  const { at, state, reason, duration_ms } = record
  const why = reason === undefined ? {} : { reason }
  if (state === 'skipped') return { kind: 'skipped', at, ...why }
  const left = begun ?? (duration_ms === undefined && state !== 'sent' ? null : beganAt(record))
  if (left === null) return { kind: state === 'failed' ? 'failed' : 'unknown', at, ...why }
  // What was found cut off at the next start ended at a time that nobody knows.
  const isFoundLater = duration_ms === undefined && CUT_OFF.has(reason?.code)
  return {
    kind: 'request',
    at: left,
    ...(!isFoundLater && { ended_at: at }),
    result: state,
    ...answerOf(record, reason)
  }
}

const CUT_OFF: ReadonlySet<Reason['code'] | undefined> = new Set(['interrupted', 'restored'] as const)

/** When the request left, as the outcome tells it: the intent of an only request goes when its run is finished. */
const beganAt = ({ at, duration_ms = 0 }: Pick<Outcome, 'at' | 'duration_ms'>): string =>
  new Date(Date.parse(at) - duration_ms).toISOString()

const answerOf = (
  { status_code, duration_ms, answer }: Pick<Outcome, 'status_code' | 'duration_ms' | 'answer'>,
  reason: Reason | undefined
) => ({
  ...(reason !== undefined && { reason }),
  ...(status_code !== undefined && { status_code }),
  ...(duration_ms !== undefined && { duration_ms }),
  ...(answer !== undefined && { answer })
})
