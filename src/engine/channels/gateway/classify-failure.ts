import type { ReasonCode } from '../../../shared/domain/delivery'
import type { Verdict } from './classify-answer'

/** What is known of a request that came to no answer. */
export interface RequestFailure {
  /** Node's or got's error code, for example `ECONNREFUSED` or `ETIMEDOUT`. */
  readonly code: string
  /** Was a connection made? Before that, nothing can have been delivered. */
  readonly connected: boolean
}

/** Codes that a connection fails with before a byte of the request can leave. */
const NEVER_LEFT: Readonly<Record<string, ReasonCode>> = {
  ECONNREFUSED: 'connection_refused',
  ENOTFOUND: 'host_not_found',
  EAI_AGAIN: 'host_not_found',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  ENETDOWN: 'unreachable',
  EADDRNOTAVAIL: 'unreachable'
}

const TLS =
  /^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH|EPROTO|INVALID_CA|ERR_OSSL)/

/**
 * What a request without an answer came to (design: outcome of one request): certainly not delivered, `failed`;
 * anything else, `unknown`.
 */
export function classifyFailure({ code, connected }: RequestFailure): Verdict {
  const neverLeft = NEVER_LEFT[code]
  if (neverLeft !== undefined) return { state: 'failed', reason: { code: neverLeft, detail: code } }
  if (TLS.test(code)) return { state: 'failed', reason: { code: 'tls_error', detail: code } }
  if (!connected) return { state: 'failed', reason: { code: 'unreachable', detail: code } }
  if (code === 'ETIMEDOUT') return { state: 'unknown', reason: { code: 'timeout' } }
  if (code === TOO_LARGE) return { state: 'unknown', reason: { code: 'answer_too_large' } }
  if (code === ABORTED) return { state: 'unknown', reason: { code: 'interrupted' } }
  if (code.startsWith('HPE_') || code === 'ERR_READING_RESPONSE_STREAM')
    return { state: 'unknown', reason: { code: 'broken_answer', detail: code } }
  return { state: 'unknown', reason: { code: 'connection_lost', detail: code } }
}

/** Did the request certainly never leave, because no connection could be made? Then it may be sent again. */
export const isUnreachable = ({ code, connected }: RequestFailure): boolean =>
  NEVER_LEFT[code] !== undefined || (!connected && code !== ABORTED && !TLS.test(code))

/** Our own codes for requests that we end ourselves. */
export const TOO_LARGE = 'LOA_TOO_LARGE'
export const ABORTED = 'LOA_ABORTED'
