import type { FinalState, ReasonCode } from '../../../shared/domain/delivery'
import { oneLine } from '../../log/escape'

/** An answer as it came: the whole body, or null when it could not be read as text. */
export interface Answer {
  readonly statusCode: number
  readonly body: string | null
  /** The body as it may be shown, where it echoes a secret. What it means is read from the body itself. */
  readonly shown?: string
}

export interface Verdict {
  readonly state: Exclude<FinalState, 'skipped'>
  readonly reason?: { readonly code: ReasonCode; readonly detail?: string }
}

/** The statuses with which a gateway says that it did not take the message, because it is too busy now. */
export const isBusy = (statusCode: number): boolean => statusCode === 429 || statusCode === 503

const DETAIL_LENGTH = 500

/**
 * What an answer says about the message (design: outcome of one request). `unknown` wherever it may have been
 * delivered all the same: a second copy is worse than a question to the operator.
 */
export function classifyAnswer({ statusCode, body, shown = body ?? '' }: Answer): Verdict {
  if (statusCode >= 200 && statusCode < 300) return classifySuccess(body, shown)
  const detail = detailOf(statusCode, shown)
  if (statusCode < 400) return { state: 'failed', reason: { code: 'redirect', detail } }
  switch (statusCode) {
    case 408:
    case 502:
    case 504:
      return { state: 'unknown', reason: { code: 'gateway_status_unclear', detail } }
    case 429:
    case 503:
      return { state: 'failed', reason: { code: 'busy', detail } }
    default:
      return { state: 'failed', reason: { code: 'http_error', detail } }
  }
}

function classifySuccess(body: string | null, shown: string): Verdict {
  if (body === null) return { state: 'unknown', reason: { code: 'broken_answer' } }
  if (body.trim() === '') return { state: 'sent' }
  let json: unknown
  try {
    json = JSON.parse(body)
  } catch {
    return { state: 'unknown', reason: { code: 'not_the_gateway', detail: oneLine(shown, DETAIL_LENGTH) } }
  }
  const { success, failure } = signsOf(json)
  if (!failure) return { state: 'sent' }
  const detail = oneLine(shown, DETAIL_LENGTH)
  if (success) return { state: 'unknown', reason: { code: 'mixed_answer', detail } }
  return { state: 'failed', reason: { code: 'refused_by_gateway', detail } }
}

interface Signs {
  readonly success: boolean
  readonly failure: boolean
}

const NO_SIGNS: Signs = { success: false, failure: false }
const both = (a: Signs, b: Signs): Signs => ({
  success: a.success || b.success,
  failure: a.failure || b.failure
})

const FAILED_STATUS = /^(error|failed|fail)$/i
const GOOD_STATUS = /^(ok|success|sent|queued|accepted|delivered)$/i

/**
 * Looks at the answer itself, or at the entries of a list, and one level into `results` and `data`, where gateways put
 * one entry a number.
 */
function signsOf(json: unknown): Signs {
  return entriesOf(json)
    .flatMap((entry) => [entry, ...entriesOf(entry['results']), ...entriesOf(entry['data'])])
    .map(signsOfObject)
    .reduce(both, NO_SIGNS)
}

const entriesOf = (value: unknown): Record<string, unknown>[] =>
  (Array.isArray(value) ? (value as unknown[]) : [value]).filter(isObject)

function signsOfObject(json: Record<string, unknown>): Signs {
  const flags = [json['success'], json['ok']]
  const status = typeof json['status'] === 'string' ? json['status'] : ''
  return {
    success: flags.includes(true) || GOOD_STATUS.test(status),
    failure:
      flags.includes(false) ||
      FAILED_STATUS.test(status) ||
      !isEmpty(json['error']) ||
      !isEmpty(json['errors'])
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '' || value === false) return true
  return typeof value === 'object' && Object.keys(value).length === 0
}

const detailOf = (statusCode: number, shown: string): string =>
  shown.trim() === '' ? `HTTP ${statusCode}` : oneLine(`HTTP ${statusCode}: ${shown}`, DETAIL_LENGTH)
