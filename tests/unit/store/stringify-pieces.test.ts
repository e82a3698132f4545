import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonParts, stringifyInPieces } from '../../../src/engine/store/stringify-pieces'

const text = async (value: object) => (await stringifyInPieces(value)).toString('utf8')

describe('the JSON of an object, made in pieces', () => {
  it('is what JSON.stringify makes of it, whatever lists are in it', () =>
    fc.assert(
      fc.asyncProperty(
        fc.dictionary(
          fc.string(),
          fc.oneof(
            fc.jsonValue(),
            fc.constant(undefined),
            fc
              .record({ item: fc.jsonValue(), times: fc.constantFrom(0, 1, 199, 200, 201, 400, 650) })
              .map(({ item, times }) => Array.from({ length: times }, (_, number) => [number, item]))
          )
        ),
        async (value) => {
          expect(await text(value)).toBe(JSON.stringify(value))
        }
      )
    ))

  it('comes in parts of some megabyte that are the whole, also where letters take more than a byte', async () => {
    const people = Array.from({ length: 60_000 }, (_, number) => ({
      number,
      name: 'Nguyễn Thị Đào 😀',
      tags: []
    }))
    const value = { before: 1, people, deleted: [], after: 'end' }
    const parts: Buffer[] = []
    for await (const part of jsonParts(value)) parts.push(part)
    expect(Buffer.concat(parts).toString('utf8')).toBe(JSON.stringify(value))
    expect(parts.length).toBeGreaterThan(3)
    expect(Math.max(...parts.map(({ length }) => length))).toBeLessThan(2 * 1024 * 1024)
  })
})
