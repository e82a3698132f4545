import { withoutTextMark } from '../../../../src/engine/contacts/export/text-mark'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Delimiter, guessDelimiter } from '../../../../src/engine/contacts/import/readers/csv-delimiter'
import { guessHasHeader } from '../../../../src/engine/contacts/import/readers/csv-header'
import { CsvParser } from '../../../../src/engine/contacts/import/readers/csv-records'
import { parseInPieces, problemsOf, type Reading, rowsOf } from './reading'

interface Options {
  readonly delimiter?: Delimiter
  readonly hasHeader?: boolean
  readonly sizes?: readonly number[]
}

const parse = (text: string, { delimiter = ',', hasHeader = true, sizes = [] }: Options = {}): Reading =>
  parseInPieces(new CsvParser({ delimiter, hasHeader }), text, sizes)

const PIECES = [256 * 1024]

describe('a sheet', () => {
  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR alone', '\r']
  ])('with %s', (_name, end) => {
    const reading = parse(['Name,Phone', 'An,1', '"Bình, B",2', ''].join(end), { sizes: [1] })
    expect(reading).toEqual(parse('Name,Phone\nAn,1\n"Bình, B",2\n'))
    expect(rowsOf(reading)).toEqual([
      { row: 2, Name: 'An', Phone: '1' },
      { row: 3, Name: 'Bình, B', Phone: '2' }
    ])
  })

  it.each<Delimiter>([',', ';', '\t', '|'])('with the delimiter %j', (delimiter) =>
    expect(rowsOf(parse(`a${delimiter}b\n1${delimiter}2`, { delimiter }))).toEqual([
      { row: 2, a: '1', b: '2' }
    ])
  )

  it('counts blank rows, and cells of many lines once', () => {
    const text = '\nName,Note\n\n"An","one\r\ntwo\nthree"\n , \nBình,"say ""hi"""\n'
    expect(rowsOf(parse(text))).toEqual([
      { row: 4, Name: 'An', Note: 'one\ntwo\nthree' },
      { row: 6, Name: 'Bình', Note: 'say "hi"' }
    ])
    expect(problemsOf(parse(text))).toEqual([])
  })

  it('without a header has numbered columns', () =>
    expect(rowsOf(parse('An,1\nBình,2', { hasHeader: false }))).toEqual([
      { row: 1, 'Column 1': 'An', 'Column 2': '1' },
      { row: 2, 'Column 1': 'Bình', 'Column 2': '2' }
    ]))

  it('gives every column a name of its own', () => {
    const [record] = rowsOf(parse(' Name ,Phone,,Phone,Phone (2),,Phone\n1,2,3,4,5,6,7'))
    expect(Object.keys(record as object)).toEqual([
      'row',
      'Name',
      'Phone',
      'Column 3',
      'Phone (2)',
      'Phone (2) (2)',
      'Column 6',
      'Phone (3)'
    ])
  })

  it('can have columns that are called like parts of objects', () => {
    const { events } = parse('__proto__,constructor,toString\n1,2,3')
    const [event] = events
    expect(event?.type === 'record' && [...event.record.fields]).toEqual([
      ['__proto__', '1'],
      ['constructor', '2'],
      ['toString', '3']
    ])
  })

  it('takes its delimiter from "sep=", which is no row', () => {
    expect(rowsOf(parse('sep=;\r\nName;Phone\r\nAn;1', { sizes: [1] }))).toEqual([
      { row: 2, Name: 'An', Phone: '1' }
    ])
    expect(rowsOf(parse('sep=\t\nName\tPhone\nAn\t1'))).toEqual([{ row: 2, Name: 'An', Phone: '1' }])
    expect(rowsOf(parse('separate,b\n1,2'))).toEqual([{ row: 2, separate: '1', b: '2' }])
  })
})

describe('the width of a row', () => {
  it('may be less, and more by empty cells', () =>
    expect(parse('a,b,c\n1\n1,2\n1,2,3,, \n').events.map(({ type }) => type)).toEqual([
      'doubt',
      'record',
      'record',
      'record'
    ]))

  it('is doubtful below half of the columns', () => {
    const reading = parse('a,b,c,d,e\n1,2,3\n1,2\n', {})
    expect(problemsOf(reading, 'doubt')).toEqual([{ row: 3, code: 'row_too_narrow', detail: '2 of 5' }])
    expect(rowsOf(reading)).toEqual([
      { row: 2, a: '1', b: '2', c: '3', d: '', e: '' },
      { row: 3, a: '1', b: '2', c: '', d: '', e: '' }
    ])
    expect(problemsOf(parse('a,b\n1\n'), 'doubt')).toEqual([])
  })

  it('may not be more by cells with text', () => {
    const reading = parse('a,b,c,d,e\n1,2,3,4,5,6,7\n1,2,3,4,5\n')
    expect(problemsOf(reading)).toEqual([{ row: 2, code: 'row_too_wide', detail: '7 of 5' }])
    expect(rowsOf(reading)).toHaveLength(1)
  })

  it('may be 200 and 500 columns, not 501', () => {
    const sheet = (columns: number): string =>
      `${Array.from({ length: columns }, (_, at) => `c${at}`).join(',')}\nx\n`
    expect(rowsOf(parse(sheet(200)))).toHaveLength(1)
    expect(rowsOf(parse(sheet(500)))).toHaveLength(1)
    expect(parse(sheet(501))).toEqual({
      events: [],
      failure: { code: 'too_many_columns', row: 1, detail: '501' }
    })
  })
})

describe('a row of tabs', () => {
  it('is as wide as it is', () => {
    const reading = parse(`a\tb\n1\t2${'\t'.repeat(1000)}\n1\t2${'\t'.repeat(1000)}x\n`, { delimiter: '\t' })
    expect(rowsOf(reading)).toEqual([{ row: 2, a: '1', b: '2' }])
    expect(problemsOf(reading)).toMatchObject([{ row: 3, code: 'row_too_wide' }])
  })
})

describe('broken text', () => {
  it('makes its row unreadable, with the column it is in', () => {
    const reading = parse('Name,Note\nAn,ok\nB\uFFFDnh,x\nCúc,a\0b\nDũng,ok\n')
    expect(problemsOf(reading)).toEqual([
      { row: 3, code: 'invalid_bytes', detail: 'Name' },
      { row: 4, code: 'invalid_bytes', detail: 'Note' }
    ])
    expect(rowsOf(reading)).toHaveLength(2)
  })
})

describe('a quote', () => {
  it('that is never closed is told with the row where it opens', () => {
    const { failure } = parse('Name,Note\nAn,"ok"\n\nBình,"open\nCúc,x\nDũng,y\n', { sizes: [3] })
    expect(failure).toEqual({ code: 'quote_never_closed', row: 4 })
  })

  it('that is never closed ends a large file soon', () => {
    const text = `Name,Note\nAn,"open ${'x,y\n'.repeat(800_000)}`
    const parser = new CsvParser({ delimiter: ',', hasHeader: true })
    let pushed = 0
    for (; pushed < text.length; pushed += 256 * 1024) {
      const { failure } = parser.push(text.slice(pushed, pushed + 256 * 1024))
      if (failure === undefined) continue
      expect(failure).toEqual({ code: 'quote_never_closed', row: 2 })
      break
    }
    expect(pushed).toBeLessThan(2.5 * 1024 * 1024)
  })

  it('in the middle of a cell is part of it', () =>
    expect(rowsOf(parse('Name,Note\nAn,5" pipe\nBình,6"\n'))).toEqual([
      { row: 2, Name: 'An', Note: '5" pipe' },
      { row: 3, Name: 'Bình', Note: '6"' }
    ]))

  it('within quotes that is not doubled is kept, and doubted', () => {
    const reading = parse('Name,Note\nAn,"he said "hi" to me"\nBình,x')
    expect(rowsOf(reading)[0]).toEqual({ row: 2, Name: 'An', Note: 'he said "hi" to me' })
    expect(problemsOf(reading, 'doubt')).toEqual([{ row: 2, code: 'quote_misplaced' }])
  })

  it('that made cells of one row run together costs the row', () => {
    const reading = parse('Name,Phone\n"Nick" Smith,"1"\nAn,2\n')
    expect(problemsOf(reading)).toEqual([{ row: 2, code: 'quote_misplaced' }])
    expect(rowsOf(reading)).toEqual([{ row: 3, Name: 'An', Phone: '2' }])
  })

  it('that closes nothing is not looked at again and again, however padded the cell is', () => {
    const text = `Name,Note\nAn,"${'x"x'.repeat(80_000)}${' '.repeat(200_000)}\n`
    expect(parse(text, { sizes: PIECES }).failure).toEqual({ code: 'quote_never_closed', row: 2 })
    expect(guessDelimiter(text)).toBe(',')
  }, 5000)

  it('that made cells or rows run together costs the row', () => {
    const reading = parse('Name,Phone\n"Nick" Smith,1\n"An",2\n"Bình",3\n')
    expect(problemsOf(reading)).toEqual([{ row: 2, code: 'quote_misplaced' }])
    expect(rowsOf(reading)).toEqual([{ row: 3, Name: 'Bình', Phone: '3' }])
  })
})

describe('a large cell', () => {
  it.each([
    ['quoted', `"${'x\n'.repeat(500_000)}"`],
    ['plain', 'x'.repeat(1_000_000)]
  ])('of 1 MB is an ordinary one: %s', (_name, cell) => {
    const reading = parse(`Name,Note\nAn,${cell}\nBình,x\n`, { sizes: PIECES })
    expect(reading.failure).toBeUndefined()
    expect(rowsOf(reading)).toHaveLength(2)
    expect((rowsOf(reading)[0] as { Note: string }).Note).toHaveLength(1_000_000)
  })

  it('of 3 MB that is never closed is a failure', () =>
    expect(parse(`Name,Note\nAn,"${'x'.repeat(3_000_000)}`, { sizes: PIECES }).failure).toEqual({
      code: 'quote_never_closed',
      row: 2
    }))

  it('of 3 MB without quotes costs its row', () => {
    const text = `Name,Note\nAn,${'x'.repeat(3_000_000)}\nBình,x\n`
    for (const sizes of [PIECES, []]) {
      const reading = parse(text, { sizes })
      expect(problemsOf(reading)).toEqual([{ row: 2, code: 'record_too_large' }])
      expect(rowsOf(reading)).toEqual([{ row: 3, Name: 'Bình', Note: 'x' }])
    }
  })
})

describe('pieces', () => {
  const cell = fc.oneof(
    fc.string({ maxLength: 6 }),
    fc
      .array(fc.constantFrom('a', ' ', '\n', '\r\n', '\r', ';', ',', '"', 'ễ', '😀'), { maxLength: 6 })
      .map((parts) => parts.join(''))
  )
  const quoted = cell.map((text) => `"${text.replaceAll('"', '""')}"`)
  const row = (cells: fc.Arbitrary<string>): fc.Arbitrary<string> =>
    fc.array(cells, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(','))
  const text = (cells: fc.Arbitrary<string>): fc.Arbitrary<string> =>
    fc
      .tuple(fc.array(row(cells), { maxLength: 8 }), fc.constantFrom('\n', '\r\n', '\r'))
      .map(([rows, end]) => rows.join(end))
  const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 })

  it('of any size give what the whole gives, also of broken text', () =>
    fc.assert(
      fc.property(text(fc.oneof(cell, quoted)), sizes, fc.boolean(), (whole, cuts, hasHeader) => {
        expect(parse(whole, { sizes: cuts, hasHeader })).toEqual(parse(whole, { hasHeader }))
      }),
      { numRuns: 2000 }
    ))

  it('do not harm quoted cells', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 }), sizes, (rows, cuts) => {
        const lines = rows.map((cells) =>
          ['x', ...cells].map((value) => `"${value.replaceAll('"', '""')}"`).join(',')
        )
        const read = rowsOf(parse(`k,a,b\n${lines.join('\r\n')}`, { sizes: cuts }))
        // An apostrophe that makes a formula harmless is not part of the value.
        const clean = (value: string): string => withoutTextMark(value.replace(/\r\n?/g, '\n'))
        expect(read).toEqual(
          rows.map(([a, b], index) => ({ row: index + 2, k: 'x', a: clean(a), b: clean(b) }))
        )
      }),
      { numRuns: 500 }
    ))
})

describe('the delimiter', () => {
  it.each<[Delimiter, string]>([
    [',', 'Name,Phone,Note\nAn,1,a;b\nBình,2,"x, y"\n'],
    [';', 'Name;Phone;Note\r\nAn;1;one, two, three\r\nBình;2;x, y\r\n'],
    ['\t', 'Name\tPhone\nAn, Văn\t1\n'],
    ['|', 'Name|Phone\nAn|1\n'],
    [';', 'Price;Weight\n1,5;2,5\n3,5;4,5\n'],
    [';', 'sep=;\nName,Phone\n'],
    [',', 'Name\nAn\nBình\n'],
    [';', 'Tên;"Ghi chú; dài, rất"\nAn;"một\nhai, ba"\n'],
    [',', '']
  ])('%j', (delimiter, text) => expect(guessDelimiter(text)).toBe(delimiter))
})

describe('a first row', () => {
  it.each<[boolean, string]>([
    [true, 'Name,Phone,Email\nAn,1,2'],
    [true, 'Name,,Phone,2024'],
    [true, 'sep=,\nName,Phone'],
    [false, 'An,0901 234 567'],
    [false, 'An,+84 (90) 123-4567'],
    [false, 'An,an@example.com'],
    [false, 'An,@an_nguyen'],
    [false, 'An,An'],
    [false, 'An,,,'],
    [false, '']
  ])('names the columns: %s of %j', (isHeader, text) => expect(guessHasHeader(text, ',')).toBe(isHeader))
})
