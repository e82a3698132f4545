import fc from 'fast-check'
import { validateHeaderName, validateHeaderValue } from 'node:http'
import { describe, expect, it } from 'vitest'
import { Redaction } from '../../../src/engine/secrets/redaction'
import { headerNameSchema, secretDraftSchema, secretValueSchema } from '../../../src/shared/domain/secret'

const codeOf = (schema: typeof headerNameSchema, text: string) =>
  schema.safeParse(text).error?.issues[0]?.message ?? 'fine'

describe('a header name', () => {
  it.each(['X-Api-Key', 'authorization', "a!#$%&'*+.^_`|~9"])('may be %s', (name) => {
    expect(codeOf(headerNameSchema, name)).toBe('fine')
  })

  it.each(['', 'X Key', 'X:Key', 'X\r\nHost', 'Ключ', 'X(1)', '"x"', 'x/y'])(
    'is a token of RFC 9110: not %j',
    (name) => {
      expect(codeOf(headerNameSchema, name)).toBe('header_name_invalid')
    }
  )

  it.each([
    'Host',
    'content-length',
    'Idempotency-Key',
    'Transfer-Encoding',
    'CONTENT-TYPE',
    'Proxy-Authorization'
  ])('never makes up the request itself: not %s', (name) => {
    expect(codeOf(headerNameSchema, name)).toBe('header_name_reserved')
  })

  it('that is accepted is one that Node sends', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        const parsed = headerNameSchema.safeParse(name)
        if (parsed.success) validateHeaderName(parsed.data)
      })
    )
  })
})

describe('a secret', () => {
  it.each(['abc\ndef', 'abc\r\nHost: evil', 'abc\0def', 'mật khẩu', 'abc\u202edef'])(
    'is one line of plain characters: not %j',
    (value) => {
      expect(codeOf(secretValueSchema, value)).toBe('secret_characters')
    }
  )

  it('is trimmed, and long enough to be found in an answer', () => {
    expect(secretValueSchema.parse('  key-1 with space\n')).toBe('key-1 with space')
    expect(codeOf(secretValueSchema, 'abc')).toBe('secret_too_short')
  })

  it('that is accepted is one that Node sends', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 4 }), (value) => {
        const parsed = secretValueSchema.safeParse(value)
        if (parsed.success) validateHeaderValue('x', parsed.data)
      })
    )
  })

  it('of a header needs the name of it', () => {
    const draft = { gateway: 'custom', kind: 'header', name: '', value: 'value-1', place: 'keychain' }
    expect(secretDraftSchema.safeParse(draft).error?.issues[0]?.path).toEqual(['name'])
    expect(secretDraftSchema.safeParse({ ...draft, kind: 'api_key' }).success).toBe(true)
  })
})

describe('a known secret', () => {
  const secret = 'a"b\\c/d&e<f>+g'
  const redaction = new Redaction()
  redaction.learn(secret)
  redaction.learn('Basic ' + Buffer.from('loa:hunter2222').toString('base64'))

  it.each([
    ['as it is', `key ${secret} was wrong`],
    ['in JSON', JSON.stringify({ key: secret })],
    ['in JSON with escaped slashes', JSON.stringify({ key: secret }).replaceAll('/', '\\/')],
    ['in a query', `?key=${encodeURIComponent(secret)}`],
    ['in HTML', 'a&quot;b\\c/d&amp;e&lt;f&gt;+g'],
    ['as what Basic wraps', 'user loa, password hunter2222']
  ])('is taken out of a text: %s', (_how, text) => {
    const cleaned = redaction.clean(text)
    expect(cleaned).toContain('••••')
    expect(cleaned).not.toMatch(/a.{0,6}b\\{1,2}c|hunter/)
  })

  it('of any characters leaves nothing of itself in an answer that echoes it', () => {
    const value = fc
      .string({ minLength: 4 })
      .filter((text) => secretValueSchema.safeParse(text).data === text)
    fc.assert(
      fc.property(value, fc.string(), (text, around) => {
        const own = new Redaction()
        own.learn(text)
        const answer = JSON.stringify({ headers: { authorization: `Bearer ${text}` }, around: '' })
        expect(own.clean(answer)).not.toContain(JSON.stringify(text).slice(1, -1))
        expect(own.clean(`${around}${text}`)).not.toContain(text)
      })
    )
  })
})
