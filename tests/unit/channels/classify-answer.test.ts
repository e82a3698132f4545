import { describe, expect, it } from 'vitest'
import { classifyAnswer } from '../../../src/engine/channels/gateway/classify-answer'

const verdict = (statusCode: number, body: string | null) => {
  const { state, reason } = classifyAnswer({ statusCode, body })
  return reason === undefined ? state : `${state} ${reason.code}`
}

describe('an answer of the gateway (design: outcome of one request)', () => {
  it.each([
    [200, ''],
    [204, ''],
    [200, '  \n'],
    [200, '{}'],
    [201, '{"success":true}'],
    [200, '{"ok":true,"error":null}'],
    [200, '{"status":"sent","errors":[]}'],
    [200, '{"status":"Queued","error":"","errors":{}}'],
    [200, '{"error":false}'],
    [200, '[]'],
    [200, '{"results":[{"success":true}]}'],
    [200, '{"data":{"message_id":"1"}}']
  ])('%i %s is sent', (code, body) => expect(verdict(code, body)).toBe('sent'))

  it.each([
    '{"success":false}',
    '{"ok":false}',
    '{"status":"error"}',
    '{"status":"FAILED"}',
    '{"status":"Fail"}',
    '{"error":"no such number"}',
    '{"errors":["a"]}',
    '{"errors":{"phone":"bad"}}',
    '{"results":[{"success":false}]}',
    '{"data":[{"status":"error"}]}',
    '{"data":{"error":"x"}}',
    '[{"success":false}]',
    '[{"status":"error"}]'
  ])('200 %s is failed: the gateway refused it', (body) =>
    expect(verdict(200, body)).toBe('failed refused_by_gateway')
  )

  it.each([
    [301, 'redirect'],
    [302, 'redirect'],
    [307, 'redirect'],
    [400, 'http_error'],
    [401, 'http_error'],
    [404, 'http_error'],
    [422, 'http_error'],
    [500, 'http_error'],
    [501, 'http_error'],
    [505, 'http_error'],
    [429, 'busy'],
    [503, 'busy']
  ])('%i is failed: %s', (code, reason) => expect(verdict(code, '{"a":1}')).toBe(`failed ${reason}`))

  it.each([408, 502, 504])('%i is unknown: the message may have gone out', (code) =>
    expect(verdict(code, '')).toBe('unknown gateway_status_unclear')
  )

  it.each([
    ['{"success":true,"error":"quota"}', 'mixed_answer'],
    ['{"success":true,"status":"error"}', 'mixed_answer'],
    ['{"success":true,"results":[{"success":false}]}', 'mixed_answer'],
    ['{"results":[{"success":true},{"success":false}]}', 'mixed_answer'],
    ['[{"success":true},{"success":false}]', 'mixed_answer'],
    ['<!doctype html><title>Sign in</title>', 'not_the_gateway'],
    ['OK', 'not_the_gateway'],
    ['{"success":tr', 'not_the_gateway'],
    [null, 'broken_answer']
  ])('200 %s is unknown: %s', (body, reason) => expect(verdict(200, body)).toBe(`unknown ${reason}`))

  it('keeps the words of the gateway on one line, cut at 500 characters', () => {
    const { reason } = classifyAnswer({ statusCode: 500, body: `line\nbreak ${'x'.repeat(900)}` })
    expect(reason?.detail).toHaveLength(500)
    expect(reason?.detail).toMatch(/^HTTP 500: line\\nbreak x+…$/)
  })
})
