import got, { type Got, RequestError } from 'got'
import type { Outcome } from '../../../shared/domain/delivery'
import { oneLine } from '../../log/escape'
import type { Clock, SendRequest } from '../../ports'
import { classifyAnswer, type Verdict } from './classify-answer'
import { ABORTED, classifyFailure, TOO_LARGE } from './classify-failure'
import { keepAliveAgents } from './keep-alive-agents'

/** An answer is a few words of JSON; whatever is larger than this is not our gateway. */
const ANSWER_LIMIT_BYTES = 1_000_000
const SHOWN_ANSWER_LENGTH = 500

/** Posts a payload once and tells what came of it. Never rejects. */
export type PostToGateway = (
  url: string,
  payload: object,
  request: Pick<SendRequest, 'delivery_id' | 'timeout_ms' | 'signal'>
) => Promise<Outcome>

export interface GatewayClient {
  readonly post: PostToGateway
  /** Closes the idle connections. */
  close(): void
}

/**
 * The HTTP side of all channels: keep-alive connections, no redirect followed (the payload goes to no other host), no
 * retry (that is the engine's decision), no decompression (a few bytes could become gigabytes).
 */
export function createGatewayClient(clock: Clock): GatewayClient {
  const agent = keepAliveAgents()
  const client = got.extend({
    agent,
    retry: { limit: 0 },
    followRedirect: false,
    throwHttpErrors: false,
    decompress: false,
    responseType: 'buffer'
  })
  return {
    post: (url, payload, request) => post(client, clock, url, payload, request),
    close: () => {
      agent.http.destroy()
      agent.https.destroy()
    }
  }
}

async function post(
  client: Got,
  clock: Clock,
  url: string,
  payload: object,
  { delivery_id, timeout_ms, signal }: Pick<SendRequest, 'delivery_id' | 'timeout_ms' | 'signal'>
): Promise<Outcome> {
  const startedMs = clock.monotonicMs()
  const ending = new AbortController()
  const end = (code: string) => () => ending.abort(code)
  const onAbort = end(ABORTED)
  if (signal.aborted) return { state: 'unknown', reason: { code: 'interrupted' } }
  signal.addEventListener('abort', onAbort)
  const took = () => Math.round(clock.monotonicMs() - startedMs)
  try {
    const pending = client.post(url, {
      json: payload,
      headers: { 'idempotency-key': delivery_id, accept: 'application/json', 'accept-encoding': 'identity' },
      timeout: { request: timeout_ms },
      signal: ending.signal
    })
    void pending.on('downloadProgress', ({ transferred }) => {
      if (transferred > ANSWER_LIMIT_BYTES) ending.abort(TOO_LARGE)
    })
    const response = await pending
    const body = response.headers['content-encoding'] === undefined ? textOf(response.rawBody) : null
    return {
      ...classifyAnswer({ statusCode: response.statusCode, body }),
      status_code: response.statusCode,
      duration_ms: took(),
      answer: body === null ? '' : oneLine(body.trim(), SHOWN_ANSWER_LENGTH)
    }
  } catch (error) {
    return { ...verdictOn(error, ending.signal), duration_ms: took() }
  } finally {
    signal.removeEventListener('abort', onAbort)
  }
}

function verdictOn(error: unknown, ending: AbortSignal): Verdict {
  if (!(error instanceof RequestError)) {
    return { state: 'unknown', reason: { code: 'internal_error', detail: String(error) } }
  }
  const code = ending.aborted ? String(ending.reason) : error.code
  const connected = error.timings?.connect !== undefined
  return classifyFailure({ code, connected })
}

/** Null for bytes that are not UTF-8: an answer that cannot be read is no answer. */
function textOf(body: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch {
    return null
  }
}
