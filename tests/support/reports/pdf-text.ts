import { inflateSync } from 'node:zlib'

// Reads back what Chromium's PDF writer (Skia) has written, as far as tests ask: its objects stand in the file as they are,
// its fonts are subsets with a table from glyphs to letters, its pages have one stream of drawing orders.

interface PdfObject {
  readonly dictionary: string
  /** The stream, unpacked; empty when there is none. */
  readonly stream: string
}

function objectsIn(file: Buffer): Map<string, PdfObject> {
  const text = file.toString('latin1')
  const objects = new Map<string, PdfObject>()
  for (const found of text.matchAll(/^(\d+) 0 obj\n/gm)) {
    const start = found.index + found[0].length
    const streamAt = text.indexOf('stream\n', start)
    const endAt = text.indexOf('endobj', start)
    const hasStream = streamAt !== -1 && streamAt < endAt
    const dictionary = text.slice(start, hasStream ? streamAt : endAt)
    const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1] ?? 0)
    const from = streamAt + 'stream\n'.length
    const isPacked = hasStream && dictionary.includes('/FlateDecode')
    const stream = isPacked ? inflateSync(file.subarray(from, from + length)).toString('latin1') : ''
    objects.set(found[1]!, { dictionary, stream })
  }
  return objects
}

/** From the hex number of a glyph to its letters. */
function lettersOf(table: string): Map<number, string> {
  const letters = new Map<number, string>()
  const letter = (hex: string, more = 0) => String.fromCodePoint(parseInt(hex, 16) + more)
  for (const [, section = ''] of table.matchAll(/beginbfchar\n(.*?)endbfchar/gs)) {
    for (const [, glyph = '', code = ''] of section.matchAll(/<(\w+)> <(\w+)>/g)) {
      const units = code.match(/.{4}/g) ?? []
      letters.set(parseInt(glyph, 16), String.fromCharCode(...units.map((unit) => parseInt(unit, 16))))
    }
  }
  for (const [, section = ''] of table.matchAll(/beginbfrange\n(.*?)endbfrange/gs)) {
    for (const [, first = '', last = '', code = ''] of section.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g)) {
      const from = parseInt(first, 16)
      for (let glyph = from; glyph <= parseInt(last, 16); glyph++)
        letters.set(glyph, letter(code, glyph - from))
    }
  }
  return letters
}

/** The letters on each page in the order in which they are drawn, without blanks: those are often only distances. */
export function pagesOfPdf(file: Buffer): string[] {
  const objects = objectsIn(file)
  const fonts = new Map<string, Map<number, string>>()
  for (const [number, { dictionary }] of objects) {
    const table = /\/ToUnicode (\d+)/.exec(dictionary)?.[1]
    if (table !== undefined) fonts.set(number, lettersOf(objects.get(table)!.stream))
  }
  return [...objects.values()]
    .filter(({ dictionary }) => /\/Type \/Page\b/.test(dictionary))
    .map(({ dictionary }) => objects.get(/\/Contents (\d+)/.exec(dictionary)![1]!)!.stream)
    .map((drawing) => lettersDrawn(drawing, fonts).normalize('NFKC').replace(/\s/g, ''))
}

function lettersDrawn(drawing: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  let font: ReadonlyMap<number, string> = new Map()
  let text = ''
  for (const [, name, glyphs] of drawing.matchAll(/\/F(\d+) [\d.]+ Tf|<([0-9A-F]+)>/g)) {
    if (name !== undefined) font = fonts.get(name) ?? new Map<number, string>()
    for (const glyph of glyphs?.match(/.{4}/g) ?? []) text += font.get(parseInt(glyph, 16)) ?? ''
  }
  return text
}
