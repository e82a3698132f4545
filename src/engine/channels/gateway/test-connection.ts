import got, { RequestError } from 'got'
import type { ChannelId } from '../../../shared/domain/channel'
import type { SecretWait } from '../../../shared/domain/secret'
import type { ConnectionTest } from '../../../shared/ipc/views'
import type { Clock, FrozenGateway } from '../../ports'
import { classifyFailure } from './classify-failure'
import { endpointUrl } from './gateway-url'
import { targetOf, tryConnection } from './open-connection'

const TIMEOUT_MS = 10_000

const HEALTH_PATH = { whatsapp: '/whatsapp/health', telegram: '/telegram/health' } as const

/** Headers by name, or why they cannot be known. */
export type TestHeaders = Readonly<Record<string, string>> | SecretWait

/**
 * Is a channel's gateway there? Never sends a message: messages have a health address to ask; of the call address only
 * the connection is opened, because a GET could trigger something.
 */
export async function testConnection(
  channel: ChannelId,
  gateway: FrozenGateway,
  headers: TestHeaders,
  clock: Clock
): Promise<ConnectionTest> {
  const base = channel === 'ai_call' ? gateway.ai_call_url : gateway.base_url
  if (base === '') return { outcome: 'not_set_up', url: '' }
  const url = channel === 'ai_call' ? base : endpointUrl(base, HEALTH_PATH[channel])
  // What a gateway says to somebody without a key is not what it says to Loa.
  if (typeof headers === 'string') return { outcome: 'failed', reason: headers, url }
  const startedMs = clock.monotonicMs()
  const result = channel === 'ai_call' ? await openConnection(url) : await askHealth(url, headers)
  return { ...result, url, duration_ms: Math.round(clock.monotonicMs() - startedMs) }
}

type Found = Omit<ConnectionTest, 'url' | 'duration_ms'>

async function askHealth(url: string, headers: Readonly<Record<string, string>>): Promise<Found> {
  try {
    const { statusCode } = await got(url, {
      headers,
      timeout: { request: TIMEOUT_MS },
      retry: { limit: 0 },
      followRedirect: false,
      throwHttpErrors: false,
      decompress: false
    })
    if (statusCode >= 200 && statusCode < 300) return { outcome: 'ok', status_code: statusCode }
    if (statusCode === 404 || statusCode === 405) return { outcome: 'reachable', status_code: statusCode }
    return {
      outcome: 'failed',
      reason: statusCode < 400 ? 'redirect' : 'http_error',
      status_code: statusCode
    }
  } catch (error) {
    const connected = error instanceof RequestError && error.timings?.connect !== undefined
    return failed((error as NodeJS.ErrnoException).code, connected)
  }
}

async function openConnection(url: string): Promise<Found> {
  const code = await tryConnection(targetOf(url))
  return code === null ? { outcome: 'ok' } : failed(code, false)
}

const failed = (code: string | undefined, connected: boolean): Found => ({
  outcome: 'failed',
  reason: classifyFailure({ code: code ?? 'UNKNOWN', connected }).reason?.code ?? 'unreachable'
})
