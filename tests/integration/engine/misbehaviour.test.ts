import { describe, expect, it } from 'vitest'
import type { DeliveryState, ReasonCode } from '../../../src/shared/domain/delivery'
import {
  acceptAndClose,
  ACCEPTED_TEXT,
  accept,
  byteASecond,
  closeWithoutAnswer,
  endlessHeaders,
  type GatewayAnswer,
  gzipBomb,
  htmlPage,
  invalidUtf8,
  megabytes,
  noContent,
  redirectTo,
  resetAfterReading,
  resetBeforeReading,
  silence,
  status,
  truncatedJson
} from '../../support/gateway/gateway-answers'
import { campaignRecord, contactRecords, idOf } from '../../support/engine/records'
import { startEngine, testGateway } from '../../support/engine/test-engine'

interface Misbehaviour {
  readonly what: string
  readonly answer: GatewayAnswer
  readonly state: DeliveryState
  readonly reason?: ReasonCode
  /** The end of the log line, behind the contact's name. */
  readonly says: string
}

const failed = (reason: ReasonCode, says: string) => ({ state: 'failed' as const, reason, says })
const unknown = (reason: ReasonCode, says: string) => ({ state: 'unknown' as const, reason, says })
const sent = (says: string) => ({ state: 'sent' as const, says })

const OTHER = 'http://127.0.0.1:9/elsewhere'
const BROKE = 'the connection broke before the answer: ECONNRESET'

const CASES: readonly Misbehaviour[] = [
  { what: 'accepts', answer: accept, ...sent(ACCEPTED_TEXT) },
  { what: '204', answer: noContent, ...sent('') },
  { what: 'empty 200', answer: status(200), ...sent('') },
  { what: 'accepts and closes', answer: acceptAndClose, ...sent(ACCEPTED_TEXT) },
  {
    what: 'success false',
    answer: status(200, { success: false, error: 'no credit' }),
    ...failed(
      'refused_by_gateway',
      'the gateway answered that it failed: {"success":false,"error":"no credit"}'
    )
  },
  {
    what: 'mixed signs',
    answer: status(200, { success: true, error: 'no credit' }),
    ...unknown(
      'mixed_answer',
      'the answer says both success and failure: {"success":true,"error":"no credit"}'
    )
  },
  {
    what: 'redirect',
    answer: redirectTo(OTHER),
    ...failed('redirect', 'the gateway redirected to another address, which is never followed: HTTP 302')
  },
  {
    what: '400',
    answer: status(400, 'bad\nrequest'),
    ...failed('http_error', 'the gateway answered with an error: HTTP 400: bad\\nrequest')
  },
  {
    what: '401',
    answer: status(401),
    ...failed('http_error', 'the gateway answered with an error: HTTP 401')
  },
  {
    what: '500',
    answer: status(500),
    ...failed('http_error', 'the gateway answered with an error: HTTP 500')
  },
  {
    what: '408',
    answer: status(408),
    ...unknown('gateway_status_unclear', 'the gateway could not tell whether it went out: HTTP 408')
  },
  {
    what: '502',
    answer: status(502),
    ...unknown('gateway_status_unclear', 'the gateway could not tell whether it went out: HTTP 502')
  },
  {
    what: '504',
    answer: status(504, 'late'),
    ...unknown('gateway_status_unclear', 'the gateway could not tell whether it went out: HTTP 504: late')
  },
  {
    what: 'HTML of a login page',
    answer: htmlPage,
    ...unknown(
      'not_the_gateway',
      'the answer did not come from the gateway: <!doctype html>\\n<title>Sign in to the network</title>'
    )
  },
  {
    what: 'invalid UTF-8',
    answer: invalidUtf8,
    ...unknown('broken_answer', 'the answer was broken')
  },
  { what: 'gzip bomb', answer: gzipBomb, ...unknown('broken_answer', 'the answer was broken') },
  {
    what: '50 MB',
    answer: megabytes(50),
    ...unknown('answer_too_large', 'the answer was too large')
  },
  {
    what: 'endless headers',
    answer: endlessHeaders,
    ...unknown('broken_answer', 'the answer was broken: HPE_HEADER_OVERFLOW')
  },
  {
    what: 'truncated JSON',
    answer: truncatedJson,
    ...unknown('connection_lost', BROKE)
  },
  { what: 'reset before reading', answer: resetBeforeReading, ...unknown('connection_lost', BROKE) },
  { what: 'reset after reading', answer: resetAfterReading, ...unknown('connection_lost', BROKE) },
  { what: 'closes without an answer', answer: closeWithoutAnswer, ...unknown('connection_lost', BROKE) },
  { what: 'silence', answer: silence, ...unknown('timeout', 'no answer in time') },
  { what: 'one byte a second', answer: byteASecond, ...unknown('timeout', 'no answer in time') }
]

const LOG_LINE: Readonly<Record<string, (name: string, says: string) => string>> = {
  sent: (name, says) => `✅ [WHATSAPP] WhatsApp message sent to ${name}: ${says}`,
  failed: (name, says) => `❌ [WHATSAPP] WhatsApp message failed for ${name}: ${says}`,
  unknown: (name, says) => `❓ [WHATSAPP] WhatsApp message to ${name} may have been delivered: ${says}`
}

describe('a gateway that misbehaves in every way at once', () => {
  it('gives each delivery the right state, reason and line, sends nothing twice, and the engine goes on', async () => {
    const contacts = contactRecords(CASES.length)
    const campaign = campaignRecord(1, {
      contacts: contacts.map(({ _id }) => _id),
      policies: { error_threshold: { errors: 0, in_a_row: 0 } }
    })
    const { gateway, running } = await startEngine(
      {
        contacts,
        campaigns: [campaign],
        answer: ({ path, idempotencyKey }) =>
          path === '/whatsapp/send'
            ? CASES[contacts.findIndex(({ _id }) => idempotencyKey.includes(_id))]!.answer
            : accept
      },
      {}
    )
    const { deliveries, summary } = await running.runToEnd(campaign._id)

    const found = deliveries.filter(({ channel }) => channel === 'whatsapp')
    expect(
      found.map(({ state, reason }, index) => ({ what: CASES[index]?.what, state, reason: reason?.code }))
    ).toEqual(CASES.map(({ what, state, reason }) => ({ what, state, reason })))
    for (const [index, { state, says }] of CASES.entries()) {
      expect(running.lines).toContain(LOG_LINE[state]?.(`Contact ${index + 1}`, says))
    }
    expect(summary.sent_by_channel).toEqual({
      whatsapp: CASES.filter(({ state }) => state === 'sent').length,
      telegram: CASES.length,
      ai_call: CASES.length
    })
    expect(new Set(gateway.requests.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(
      gateway.requests.length
    )
    expect(gateway.requests).toHaveLength(3 * CASES.length)
  })

  it.each([
    ['whatsapp', 301],
    ['telegram', 302],
    ['ai_call', 303],
    ['whatsapp', 307],
    ['ai_call', 308]
  ] as const)(
    'a redirect of %s (%i) is not followed: the other server sees nothing',
    async (channel, code) => {
      const other = await testGateway()
      const campaign = campaignRecord(1, { contacts: [idOf(1)], flow: [channel] })
      const { gateway, running } = await startEngine({ campaigns: [campaign] })
      gateway.answer = ({ path }) => redirectTo(`${other.url}${path}`, code)
      const { deliveries } = await running.runToEnd(campaign._id)
      expect(deliveries[0]).toMatchObject({
        state: 'failed',
        reason: { code: 'redirect' },
        status_code: code
      })
      expect(gateway.requests).toHaveLength(1)
      expect(other.requests).toEqual([])
      expect(other.openConnections).toEqual([])
    }
  )

  it('waits for an answer as long as the setting says and not longer', async () => {
    const campaign = campaignRecord(1, { contacts: [idOf(1)], flow: ['whatsapp'] })
    const { running } = await startEngine({ campaigns: [campaign], answer: () => silence })
    const { deliveries } = await running.runToEnd(campaign._id)
    expect(deliveries[0]).toMatchObject({ state: 'unknown', reason: { code: 'timeout' } })
    expect(deliveries[0]?.duration_ms).toBeGreaterThanOrEqual(4_990)
    expect(deliveries[0]?.duration_ms).toBeLessThan(8_000)
  })

  it('30 seconds is what an untouched setting says', async () => {
    const { engine } = await startEngine({ settings: { timeouts_s: {} } })
    expect(engine.settings.value.timeouts_s).toEqual({ whatsapp: 30, telegram: 30, ai_call: 30 })
  })
})
