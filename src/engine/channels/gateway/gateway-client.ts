import got, { type Got, RequestError } from 'got'
import type { GatewayId } from '../../../shared/domain/settings'
import { oneLine } from '../../log/escape'
import type { Clock, SendRequest, SendResult } from '../../ports'
import { classifyAnswer, isBusy } from './classify-answer'
import { ABORTED, classifyFailure, isUnreachable, type RequestFailure, TOO_LARGE } from './classify-failure'
import { canConnect } from './open-connection'
import { keepAliveAgents } from './keep-alive-agents'
import { retryAfterMs } from './retry-after'

/** An answer is a few words of JSON; whatever is larger than this is not our gateway. */
const ANSWER_LIMIT_BYTES = 1_000_000
const SHOWN_ANSWER_LENGTH = 500

/** Posts a payload once and tells what came of it. Never rejects. */
export type PostToGateway = (url: string, payload: object, request: PostedRequest) => Promise<SendResult>

type PostedRequest = Pick<SendRequest, 'delivery_id' | 'gateway' | 'timeout_ms' | 'signal'>

/** What a request to a gateway carries besides its payload, and what must not be seen of it. */
export interface Credentials {
  /** Headers by name; null while they cannot be known: then nothing is sent. */
  readonly headersOf: (gateway: GatewayId) => Readonly<Record<string, string>> | null
  /** A text of the gateway without the secrets that it echoes. */
  readonly clean: (text: string) => string
}

/** What a channel needs of the network. */
export interface GatewayConnection {
  readonly post: PostToGateway
  /** Can a connection be opened to that address? Sends nothing. */
  readonly canConnect: (url: string) => Promise<boolean>
}

export interface GatewayClient extends GatewayConnection {
  /** After a clock jump, a sleep or a change of network: connections that were open before are not used again. */
  forgetConnections(): void
  /** Closes the idle connections. */
  close(): void
}

/**
 * The HTTP side of all channels: keep-alive connections, no redirect followed (the payload goes to no other host), no
 * retry (that is the engine's decision), no decompression (a few bytes could become gigabytes).
 */
export function createGatewayClient(clock: Clock, credentials: Credentials): GatewayClient {
  const base = got.extend({
    retry: { limit: 0 },
    followRedirect: false,
    throwHttpErrors: false,
    decompress: false,
    responseType: 'buffer'
  })
  let agents = keepAliveAgents()
  let client = base.extend({ agent: agents.agents })
  return {
    post: (url, payload, request) => post(client, clock, credentials, url, payload, request),
    canConnect,
    forgetConnections: () => {
      // Requests in flight keep theirs; nothing that is idle outlives its agent.
      agents.retire()
      agents = keepAliveAgents()
      client = base.extend({ agent: agents.agents })
    },
    close: () => agents.destroy()
  }
}

async function post(
  client: Got,
  clock: Clock,
  { headersOf, clean }: Credentials,
  url: string,
  payload: object,
  { delivery_id, gateway, timeout_ms, signal }: PostedRequest
): Promise<SendResult> {
  const startedMs = clock.monotonicMs()
  const ending = new AbortController()
  const end = (code: string) => () => ending.abort(code)
  const onAbort = end(ABORTED)
  if (signal.aborted) return { outcome: { state: 'unknown', reason: { code: 'interrupted' } } }
  const secretHeaders = headersOf(gateway.id)
  // They were taken away a moment ago: the channel waits for them as it does before it begins.
  if (secretHeaders === null) {
    const reason = { code: 'secret_missing' as const }
    return { outcome: { state: 'failed', reason }, wait: { kind: 'unreachable' } }
  }
  signal.addEventListener('abort', onAbort)
  const took = () => Math.round(clock.monotonicMs() - startedMs)
  try {
    const pending = client.post(url, {
      json: payload,
      headers: {
        ...secretHeaders,
        'idempotency-key': delivery_id,
        accept: 'application/json',
        'accept-encoding': 'identity'
      },
      timeout: { request: timeout_ms },
      signal: ending.signal
    })
    void pending.on('downloadProgress', ({ transferred }) => {
      if (transferred > ANSWER_LIMIT_BYTES) ending.abort(TOO_LARGE)
    })
    const response = await pending
    const body = response.headers['content-encoding'] === undefined ? textOf(response.rawBody) : null
    // Before it is cut: half a secret is one too many.
    const shown = clean(body ?? '')
    const { statusCode, headers } = response
    const outcome = {
      ...classifyAnswer({ statusCode, body, shown }),
      status_code: statusCode,
      duration_ms: took(),
      answer: oneLine(shown.trim(), SHOWN_ANSWER_LENGTH)
    }
    if (!isBusy(statusCode)) return { outcome }
    const afterMs = retryAfterMs(headers['retry-after'], clock.nowMs())
    return { outcome, wait: { kind: 'busy', retryAfterMs: afterMs } }
  } catch (error) {
    const failure = failureIn(error, ending.signal)
    if (failure === null) {
      const reason = { code: 'internal_error' as const, detail: clean(String(error)) }
      return { outcome: { state: 'unknown', reason, duration_ms: took() } }
    }
    const outcome = { ...classifyFailure(failure), duration_ms: took() }
    return isUnreachable(failure) ? { outcome, wait: { kind: 'unreachable' } } : { outcome }
  } finally {
    signal.removeEventListener('abort', onAbort)
  }
}

/** Null for an error that does not come from the request. */
function failureIn(error: unknown, ending: AbortSignal): RequestFailure | null {
  if (!(error instanceof RequestError)) return null
  return {
    code: ending.aborted ? String(ending.reason) : error.code,
    connected: error.timings?.connect !== undefined
  }
}

/** Null for bytes that are not UTF-8: an answer that cannot be read is no answer. */
function textOf(body: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch {
    return null
  }
}
