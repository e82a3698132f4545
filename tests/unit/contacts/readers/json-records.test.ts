import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { JsonParser } from '../../../../src/engine/contacts/import/readers/json-records'
import { parseInPieces, problemsOf, type Reading, rowsOf } from './reading'

const parse = (text: string, sizes: readonly number[] = []): Reading =>
  parseInPieces(new JsonParser(), text, sizes)

const PIECES = [256 * 1024]

const [A, B, C] = [
  { name: 'An "}{[' },
  { name: 'Bình', tags: [{ a: 1 }, 'x'] },
  { name: 'Cúc', n: { m: {} } }
] as const

const NUMBERED = [
  { row: 1, ...A },
  { row: 2, ...B },
  { row: 3, ...C }
]

const PRETTY = [A, B, C].map((document) => JSON.stringify(document, null, '\t')).join('\n')

describe('documents', () => {
  it.each([
    ['an array', JSON.stringify([A, B, C])],
    ['a pretty array', ` \n${JSON.stringify([A, B, C], null, 2)}\n`],
    [
      'an array with a document on each line',
      `[\n${[A, B, C].map((document) => JSON.stringify(document)).join(',\n')}\n]`
    ],
    ['one on each line', [A, B, C].map((document) => JSON.stringify(document)).join('\n')],
    [
      'one on each line, CRLF and blank lines',
      [A, B, C].map((document) => JSON.stringify(document)).join('\r\n\r\n')
    ],
    ['pretty ones, one after the other', PRETTY],
    ['one after the other on one line', [A, B, C].map((document) => JSON.stringify(document)).join('')],
    [
      'an object that wraps a list',
      JSON.stringify({ total: 3, empty: [], ids: [1], contacts: [A, B, C], other: [A] })
    ],
    [
      'a pretty object that wraps a list',
      JSON.stringify({ meta: { list: [{}] }, contacts: [A, B, C] }, null, 2)
    ]
  ])('in %s', (_name, text) => {
    for (const sizes of [[], [1], [7]]) expect(rowsOf(parse(text, sizes))).toEqual(NUMBERED)
    expect(parse(text).failure).toBeUndefined()
    expect(problemsOf(parse(text))).toEqual([])
  })

  it('may be a single one, with a list of its own', () => {
    expect(rowsOf(parse('{"name":"An","tags":["x"]}'))).toEqual([{ row: 1, name: 'An', tags: ['x'] }])
    expect(rowsOf(parse('{}'))).toEqual([{ row: 1 }])
  })

  it.each([[0], [2]])('may be a single campaign whose contacts are ids of MongoDB (indent %s)', (indent) => {
    const campaign = {
      name: 'Reminder',
      contacts: [{ $oid: '64b7f3a2c1d4e5f601020304' }, { $oid: '64b7f3a2c1d4e5f601020305' }],
      call_script: 'Hello'
    }
    for (const sizes of [[], [1], [7]]) {
      expect(rowsOf(parse(JSON.stringify(campaign, null, indent), sizes))).toMatchObject([
        { row: 1, name: 'Reminder', call_script: 'Hello' }
      ])
    }
  })

  it('in a wrapped list that is longer than a document may be', () => {
    const contacts = Array.from({ length: 60_000 }, (_, id) => ({
      id,
      name: 'Nguyễn Văn An',
      phone: '0901234567'
    }))
    const text = JSON.stringify({ contacts })
    expect(text.length).toBeGreaterThan(2 * 1024 * 1024)
    const reading = parse(text, PIECES)
    expect(rowsOf(reading)).toHaveLength(60_000)
    expect(rowsOf(reading).at(-1)).toMatchObject({ row: 60_000, id: 59_999 })
  })
})

describe('a broken document', () => {
  it.each([
    ['in an array', '[{"a":1},{"a" 2},{"a":3}]'],
    ['in an array, with a list not closed', '[{"a":1},{"a":[2},{"a":3}]'],
    ['in an array, not closed', '[{"a":1},{"a":2,{"a":3}]'],
    ['in an array of lines, with a string not closed', '[\n{"a":1},\n{"a":"2},\n{"a":3}\n]'],
    ['on a line', '{"a":1}\n{"a":,}\n{"a":3}\n'],
    ['on a line, with a string not closed', '{"a":1}\n{"a":"2\n{"a":3}\n'],
    ['on a line, that ends with a colon', '{"a":1}\n{"a":\n{"a":3}\n'],
    ['on a line, that ends within a list', '{"a":1}\n{"a":[{"b":1},\n{"a":3}\n'],
    ['on a line of something else', '{"a":1}\nwhat-is-this\n{"a":3}\n'],
    ['among pretty ones', '{\n "a": 1\n}\n{\n "a": 2,,\n}\n{\n "a": 3\n}\n'],
    ['among pretty ones, not closed', '{\n "a": 1\n}\n{\n "a": "2"\n{\n "a": 3\n}\n'],
    ['among pretty ones, with a string not closed', '{\n "a": 1\n}\n{\n "a": "2\n}\n{\n "a": 3\n}\n']
  ])('%s costs itself only', (_name, text) => {
    for (const sizes of [[], [1], [5]]) {
      const reading = parse(text, sizes)
      expect(reading.failure).toBeUndefined()
      expect(rowsOf(reading)).toEqual([
        { row: 1, a: 1 },
        { row: 3, a: 3 }
      ])
      expect(problemsOf(reading)).toEqual([
        { row: 2, code: 'json_broken', detail: expect.any(String) as string }
      ])
    }
  })

  it('may be the first', () => {
    const reading = parse('{"a":[{"b":"1\n{"a":2}\n{"a":3}\n')
    expect(problemsOf(reading)).toMatchObject([{ row: 1, code: 'json_broken' }])
    expect(rowsOf(reading)).toHaveLength(2)
  })

  it('says what is wrong', () =>
    expect(problemsOf(parse('[{"a":1,}]'))).toEqual([
      { row: 1, code: 'json_broken', detail: expect.stringMatching(/JSON|property/) as string }
    ]))

  it('is also what is no object', () => {
    const reading = parse('[1, "x,]", null, [2, {"a": 1}], true, {"a": 1}]', [1])
    expect(problemsOf(reading)).toEqual(
      [1, 2, 3, 4, 5].map((row) => ({ row, code: 'json_broken', detail: 'not an object' }))
    )
    expect(rowsOf(reading)).toEqual([{ row: 6, a: 1 }])
  })

  it('is one with bytes that are no characters', () =>
    expect(problemsOf(parse('[{"a":"B\uFFFDnh"},{"a":"x"}]'))).toEqual([{ row: 1, code: 'invalid_bytes' }]))
})

describe('a file that was cut off', () => {
  it.each([
    ['an array, in a document', '[{"a":1},{"a":2', 2],
    ['an array, in a string', '[{"a":1},{"a":2},{"a":"3', 3],
    ['an array, between documents', '[{"a":1},{"a":2},', 3],
    ['an array, before its end', '[{"a":1}', 2],
    ['lines', '{"a":1}\n{"a":2}\n{"a"', 3],
    ['pretty documents', '{\n "a": 1\n}\n{\n "a": 2\n', 2],
    ['a wrapped list', '{"contacts":[{"a":1},{"a":', 2],
    ['a wrapped list whose document is not closed', '{"contacts":[{"a":1},{"a":{"b":2}]}', 2],
    ['an array whose document is not closed', '[{"a":1},{"a":{"b":2}, "c":3]', 2]
  ])('%s', (_name, text, row) => {
    for (const sizes of [[], [1]]) expect(parse(text, sizes).failure).toEqual({ code: 'json_cut_off', row })
  })
})

describe('a document that is too much', () => {
  it('is one of more than 100 levels', () => {
    const nested = (levels: number): string => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`
    expect(problemsOf(parse(`[${nested(100)}]`))).toEqual([])
    const reading = parse(`[${nested(101)},{"a":[${nested(120)}]},{"b":1}]`, [3])
    expect(problemsOf(reading)).toEqual([
      { row: 1, code: 'json_too_deep' },
      { row: 2, code: 'json_too_deep' }
    ])
    expect(rowsOf(reading)).toEqual([{ row: 3, b: 1 }])
  })

  it('is one with lists above the limit in an array', () => {
    const text = `[${'{"a":'.repeat(101)}[1]${'}'.repeat(101)},{"b":1}]`
    expect(problemsOf(parse(text))).toEqual([{ row: 1, code: 'json_too_deep' }])
    expect(rowsOf(parse(text))).toEqual([{ row: 2, b: 1 }])
  })

  it('is 200,000 lists in one another', () => {
    const deep = '['.repeat(200_000)
    expect(problemsOf(parse(deep + ']'.repeat(200_000), PIECES))).toEqual([{ row: 1, code: 'json_too_deep' }])
    expect(parse(deep, PIECES).failure).toEqual({ code: 'json_cut_off', row: 1 })
    const inDocument = parse(`{"x":${deep}${']'.repeat(200_000)}}\n{"a":1}\n`, PIECES)
    expect(problemsOf(inDocument)).toEqual([{ row: 1, code: 'json_too_deep' }])
    expect(rowsOf(inDocument)).toEqual([{ row: 2, a: 1 }])
  }, 2000)

  it('is one of more than 2 MiB', () => {
    const large = JSON.stringify({ a: 'x'.repeat(3_000_000) })
    for (const text of [`[${large},{"a":1}]`, `${large}\n{"a":1}\n`]) {
      expect(problemsOf(parse(text, PIECES))).toEqual([{ row: 1, code: 'record_too_large' }])
      expect(rowsOf(parse(text, PIECES))).toEqual([{ row: 2, a: 1 }])
    }
    expect(rowsOf(parse(JSON.stringify([{ a: 'x'.repeat(2_000_000) }]), PIECES))).toHaveLength(1)
  })
})

describe('values', () => {
  it('of MongoDB are resolved', () => {
    const text = `[{
      "_id": {"$oid": "65f0c0ffee0123456789abcd"},
      "at": {"$date": "2024-03-01T07:00:00+07:00"}, "plain": {"$date": "2024-03-01T07:00:00"},
      "day": {"$date": "2024-03-01"}, "old": {"$date": 0}, "long": {"$date": {"$numberLong": "1709251200000"}},
      "odd": {"$date": "someday"},
      "int": {"$numberInt": "7"}, "big": {"$numberLong": "9007199254740993"}, "small": {"$numberLong": "84901234567"},
      "double": {"$numberDouble": "1.5"}, "infinite": {"$numberDouble": "Infinity"},
      "decimal": {"$numberDecimal": "0.10"}, "deep": [{"x": {"$oid": "a"}}], "other": {"$oid": "a", "b": null}
    }]`
    expect(rowsOf(parse(text))).toEqual([
      {
        row: 1,
        _id: '65f0c0ffee0123456789abcd',
        at: '2024-03-01T00:00:00.000Z',
        plain: '2024-03-01T07:00:00.000Z',
        day: '2024-03-01T00:00:00.000Z',
        old: '1970-01-01T00:00:00.000Z',
        long: '2024-03-01T00:00:00.000Z',
        odd: 'someday',
        int: 7,
        big: '9007199254740993',
        small: 84901234567,
        double: 1.5,
        infinite: 'Infinity',
        decimal: '0.10',
        deep: [{ x: 'a' }],
        other: { $oid: 'a', b: null }
      }
    ])
  })

  it('of time without an offset are UTC, wherever the computer is', () => {
    vi.stubEnv('TZ', 'Asia/Ho_Chi_Minh')
    expect(new Date(0).getTimezoneOffset()).not.toBe(0)
    expect(rowsOf(parse('[{"at":{"$date":"2024-03-01T07:00:00"}}]'))).toEqual([
      { row: 1, at: '2024-03-01T07:00:00.000Z' }
    ])
    vi.unstubAllEnvs()
  })

  it('under names of prototypes are left out, at every level, and told', () => {
    const reading = parse(
      '[{"a":1,"__proto__":{"x":1},"b":[{"constructor":{"prototype":2},"c":{"prototype":3,"d":4}}]}]'
    )
    const [event] = reading.events.filter(({ type }) => type === 'record')
    expect(event?.type === 'record' && [...event.record.fields]).toEqual([
      ['a', 1],
      ['b', [{ c: { d: 4 } }]]
    ])
    expect(problemsOf(reading, 'doubt')).toEqual(
      ['__proto__', 'constructor', 'prototype'].map((detail) => ({ row: 1, code: 'unsafe_key', detail }))
    )
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false)
  })
})

describe('pieces', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 })
  const document = fc.dictionary(fc.string({ maxLength: 4 }), fc.jsonValue({ maxDepth: 3 }), { maxKeys: 3 })

  it('of any size give what the whole gives, also of broken text', () => {
    const signs = fc.constantFrom('{', '}', '[', ']', '"', ':', ',', '\n', '\\', ' ', '1', '{"a":1}', '"b"')
    const noise = fc.array(signs, { maxLength: 30 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(noise, sizes, (text, cuts) => {
        expect(parse(text, cuts)).toEqual(parse(text))
      }),
      { numRuns: 3000 }
    )
  })

  it('hold every document of an array and of lines', () =>
    fc.assert(
      fc.property(fc.array(document, { minLength: 2, maxLength: 5 }), sizes, (documents, cuts) => {
        const lines = documents.map((one) => JSON.stringify(one))
        for (const text of [`[${lines.join(',')}]`, lines.join('\n')]) {
          const reading = parse(text, cuts)
          expect(reading.failure).toBeUndefined()
          expect(reading.events.filter(({ type }) => type === 'record')).toHaveLength(documents.length)
        }
      }),
      { numRuns: 500 }
    ))
})
