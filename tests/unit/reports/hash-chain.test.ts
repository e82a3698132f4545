import { createHash, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { csvLines } from '../../../src/engine/contacts/export/csv-export'
import { jsonLines } from '../../../src/engine/contacts/export/json-export'
import { notSentCsv } from '../../../src/engine/reports/not-sent-csv'
import { plainContact } from '../../support/contacts/contact-arbitrary'
import { rawText } from '../../support/contacts/text-arbitrary'
import { checked, KINDS, reportBytes } from '../../support/reports/checked'
import { linesOf } from '../../support/reports/file-lines'
import {
  FAILED,
  type Recipient,
  reportRun,
  SENT,
  TWO_PEOPLE,
  UNKNOWN
} from '../../support/reports/report-run'
import { readerIn } from '../../support/reports/reader'

const HOSTILE: readonly Recipient[] = [
  { name: '=cmd()|"x"\r\nend,0', outcomes: { whatsapp: SENT, telegram: FAILED } },
  { name: 'محمد 👩‍👩‍👧 \u202Eevil\u2028', outcomes: { ai_call: UNKNOWN, telegram: 'queued' } }
]

const sha256 = (...parts: readonly (string | Buffer)[]): string => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}

/** What stands behind the hash of a line. */
const END_LENGTH = { csv: '\r\n'.length, json: '"},\n'.length } as const

describe.each(KINDS)('the hash chain of a %s report', (kind) => {
  let bytes: Buffer
  let lines: Buffer[]

  beforeAll(async () => {
    bytes = reportBytes(kind, await reportRun({ people: HOSTILE, isOpen: true }))
    lines = linesOf(bytes)
  })

  /** The line, from 1, that a place in the file belongs to. */
  const lineAt = (at: number): number => linesOf(bytes.subarray(0, at + 1)).length

  it('is what the documents say: of the hash before, a newline, and the line without its own hash', () => {
    let previous = sha256('loa-run-report/1')
    for (const line of lines) {
      const from = line.length - END_LENGTH[kind] - 64
      const hash = line.toString('latin1', from, from + 64)
      expect(hash).toBe(sha256(previous, '\n', line.subarray(0, from), line.subarray(from + 64)))
      previous = hash
    }
  })

  it('is intact as it was written, and its seal is the hash of the last line before the end', () => {
    const before = lines.at(-2)!
    const from = before.length - END_LENGTH[kind] - 64
    expect(checked(bytes)).toEqual({
      outcome: 'intact',
      lines: lines.length,
      seal: before.toString('latin1', from, from + 64)
    })
  })

  it('shows every single changed byte, wherever it is, with its line', () => {
    const wrong: string[] = []
    for (let at = 0; at < bytes.length; at++) {
      const original = bytes[at]!
      for (const changed of new Set([original ^ 0x01, original ^ 0x80, 0x0a, 0x0d, 0x20, 0x22, 0x5b])) {
        if (changed === original) continue
        const altered = Buffer.from(bytes)
        altered[at] = changed
        const verdict = JSON.stringify(checked(altered))
        const expected = JSON.stringify({ outcome: 'altered', line: lineAt(at) })
        if (verdict !== expected) wrong.push(`byte ${at} to ${changed}: ${verdict} instead of ${expected}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it('shows a byte that was taken out or put in', () => {
    const wrong: string[] = []
    for (let at = 0; at < bytes.length; at++) {
      const without = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)])
      const more = Buffer.concat([bytes.subarray(0, at), Buffer.from('x'), bytes.subarray(at)])
      for (const altered of [without, more]) {
        const verdict = checked(altered)
        // Two equal bytes beside each other: taking out the first or the second is the same.
        const isNear = verdict.outcome === 'altered' && Math.abs(verdict.line - lineAt(at)) <= 1
        if (!isNear) wrong.push(`byte ${at}: ${JSON.stringify(verdict)}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it('shows where it was cut off, after any line', () => {
    for (let kept = 1; kept < lines.length; kept++) {
      expect(checked(Buffer.concat(lines.slice(0, kept)))).toEqual({ outcome: 'cut_off', line: kept })
    }
  })

  it('is never intact when it was cut off in a line', () => {
    for (let length = 0; length < bytes.length; length++) {
      const { outcome } = checked(bytes.subarray(0, length))
      // Of the first line too little may be left to know it by; at the last one only its end is missing.
      if (length > lines[0]!.length && length < bytes.length - END_LENGTH[kind]) {
        expect(outcome).toBe('cut_off')
      } else expect(outcome).not.toBe('intact')
    }
  })

  it('shows lines that are gone, twice there, in another order, or from another report', async () => {
    const other = linesOf(reportBytes(kind, await reportRun()))
    for (let at = 0; at < lines.length - 1; at++) {
      const line = at + 1
      const changed = [
        [lines.toSpliced(at, 1), line],
        [lines.toSpliced(at, 0, lines[at]!), line + 1],
        [lines.toSpliced(at, 2, lines[at + 1]!, lines[at]!), line],
        [lines.toSpliced(at, 1, other.at(-3)!), line]
      ] as const
      for (const [altered, first] of changed) {
        expect(checked(Buffer.concat(altered))).toEqual({ outcome: 'altered', line: first })
      }
    }
  })

  it('shows what was put behind the end', () => {
    const line = lines.length + 1
    for (const more of ['x', '\n', '\r\n', 'a,b\r\n', lines.at(-1)!.toString()]) {
      expect(checked(Buffer.concat([bytes, Buffer.from(more)]))).toEqual({ outcome: 'altered', line })
    }
  })

  it('gives the same answer in whatever pieces the bytes come', () => {
    const cut = bytes.subarray(0, bytes.length - 100)
    const altered = Buffer.from(bytes)
    altered[bytes.length - 300]! ^= 1
    for (const file of [bytes, cut, altered]) {
      for (const bytesAtOnce of [1, 7, 64, 4096]) expect(checked(file, bytesAtOnce)).toEqual(checked(file))
    }
  })

  it('knows a report of one line more or less, with whatever people are called', async () => {
    const people = fc.array(
      fc.record({
        name: rawText(12),
        outcomes: fc.constantFrom(...TWO_PEOPLE.map(({ outcomes }) => outcomes))
      }),
      { maxLength: 3 }
    )
    const draw = fc.nat({ max: 2 ** 30 })
    await fc.assert(
      fc.asyncProperty(
        people,
        rawText(12),
        rawText(40),
        draw,
        fc.integer({ min: 1, max: 255 }),
        async (...drawn) => {
          const [people, campaign_name, text, place, mask] = drawn
          const file = reportBytes(kind, await reportRun({ people, head: { campaign_name, text } }))
          expect(checked(file)).toMatchObject({ outcome: 'intact', lines: linesOf(file).length })
          const at = place % file.length
          const altered = Buffer.from(file)
          altered[at]! ^= mask
          expect(checked(altered)).toEqual({
            outcome: 'altered',
            line: linesOf(file.subarray(0, at + 1)).length
          })
        }
      ),
      { numRuns: 200 }
    )
  })

  it('can be made anew by somebody who knows how: then only the seal is another', () => {
    let previous = sha256('loa-run-report/1')
    const forged = lines.map((line) => {
      const changed = line.toString().replaceAll('"failed"', '"sent"').replaceAll('Failed', 'Sent')
      const from = Buffer.byteLength(changed) - END_LENGTH[kind] - 64
      const text = Buffer.from(changed)
      previous = sha256(previous, '\n', text.subarray(0, from), text.subarray(from + 64))
      return Buffer.concat([text.subarray(0, from), Buffer.from(previous), text.subarray(from + 64)])
    })
    const [verdict, original] = [checked(Buffer.concat(forged)), checked(bytes)]
    expect(verdict).toMatchObject({ outcome: 'intact', lines: lines.length })
    expect(verdict).not.toEqual(original)
  })
})

describe('what is no report', () => {
  const contacts = [plainContact({ first_name: 'An' }), plainContact({ first_name: 'Bình' })]
  const hashes = Array.from({ length: 5 }, (_, line) => `line ${line},${sha256(String(line))}\r\n`)

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a list of contacts as CSV', Buffer.from([...csvLines(contacts)].join(''))],
    ['a list of contacts as JSON', Buffer.from([...jsonLines(contacts)].join(''))],
    ['a picture', Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47]), randomBytes(100_000)])],
    ['a file without line ends', Buffer.alloc(20 * 1024 * 1024, 'x')],
    ['a file of line ends', Buffer.alloc(10_000, '\n')],
    ['lines with hashes of another kind', Buffer.from(hashes.join(''))]
  ])('is told so: %s', (_what, bytes) => expect(checked(bytes)).toEqual({ outcome: 'not_a_report' }))

  it('is told so: the list of what was not sent, which has no hashes', async () => {
    const text = [...notSentCsv(await reportRun(), readerIn('en'))].join('')
    expect(checked(Buffer.from(text))).toEqual({ outcome: 'not_a_report' })
  })

  it('is not a report that a program has laid out anew: that one was altered', async () => {
    const json = reportBytes('json', await reportRun()).toString()
    const pretty = Buffer.from(JSON.stringify(JSON.parse(json), null, 2))
    expect(checked(pretty)).toEqual({ outcome: 'altered', line: 1 })
    const csv = reportBytes('csv', await reportRun()).toString()
    expect(checked(Buffer.from(csv.replaceAll('\r\n', '\n')))).toEqual({ outcome: 'altered', line: 1 })
    expect(checked(Buffer.from(csv.replaceAll(',', ';')))).toEqual({ outcome: 'altered', line: 1 })
  })

  it('is not a report whose first lines were taken away: that one was altered', async () => {
    const lines = linesOf(reportBytes('csv', await reportRun()))
    expect(checked(Buffer.concat(lines.slice(5)))).toEqual({ outcome: 'altered', line: 1 })
  })
})
