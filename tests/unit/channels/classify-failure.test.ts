import { describe, expect, it } from 'vitest'
import { ABORTED, classifyFailure, TOO_LARGE } from '../../../src/engine/channels/gateway/classify-failure'

describe('a request without an answer (design: outcome of one request)', () => {
  it.each([
    ['ECONNREFUSED', 'connection_refused'],
    ['ENOTFOUND', 'host_not_found'],
    ['EAI_AGAIN', 'host_not_found'],
    ['EHOSTUNREACH', 'unreachable'],
    ['ENETUNREACH', 'unreachable'],
    ['ETIMEDOUT', 'unreachable'],
    ['ECONNRESET', 'unreachable']
  ])('%s before a connection was made cannot have delivered anything', (code, reason) =>
    expect(classifyFailure({ code, connected: false })).toMatchObject({
      state: 'failed',
      reason: { code: reason }
    })
  )

  it.each(['CERT_HAS_EXPIRED', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'ERR_TLS_CERT_ALTNAME_INVALID', 'EPROTO'])(
    '%s is failed: the request was never written',
    (code) =>
      expect(classifyFailure({ code, connected: true })).toMatchObject({
        state: 'failed',
        reason: { code: 'tls_error' }
      })
  )

  it.each([
    ['ETIMEDOUT', 'timeout'],
    ['ECONNRESET', 'connection_lost'],
    ['EPIPE', 'connection_lost'],
    ['HPE_INVALID_CONSTANT', 'broken_answer'],
    ['ERR_READING_RESPONSE_STREAM', 'broken_answer'],
    [TOO_LARGE, 'answer_too_large'],
    [ABORTED, 'interrupted']
  ])('%s on a connection is unknown: %s', (code, reason) =>
    expect(classifyFailure({ code, connected: true })).toMatchObject({
      state: 'unknown',
      reason: { code: reason }
    })
  )
})
