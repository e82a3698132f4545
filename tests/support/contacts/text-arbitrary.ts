import fc from 'fast-check'
import { cleanLine } from '../../../src/engine/contacts/clean-text'

const SIGNS = [
  ...Array.from('=+-@\'"`,;:|\\/&%#$<>()[]{}^~?!*.\t\n'),
  ...['＝', '＋', '－', '＠', '\u00A0', '\u2028', '\u200D', '\uFEFF', '\\n', '\\,', '%2C', ':::', '\r\n'],
  ...[
    'Nguyễn',
    'Ngọc',
    'Đặng',
    'Ư',
    'e\u0323\u0302',
    '👩‍👩‍👧',
    '🇻🇳',
    '阮',
    'ﷺ',
    'END:VCARD',
    'tel:',
    'BEGIN:VCARD'
  ]
]

/** Texts that break writers: signs that mean something in CSV, JSON and vCard, and everything a keyboard can type. */
export const rawText = (maxLength: number) =>
  fc
    .tuple(
      fc.constantFrom('', '', '', '=', '+', '-', '@', "'", "'=", "''+", "'＝", '+84 33 917 0155'),
      fc.string({
        unit: fc.oneof(fc.constantFrom(...SIGNS), fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })),
        maxLength
      })
    )
    // What is no character, nobody can have typed, and a reader must refuse it.
    .map((parts) => parts.join('').replaceAll('\uFFFD', ''))

/** A text of that kind in its normal form. */
export const lineOf = (limit: number, maxLength = 24) =>
  rawText(maxLength).map((text) => cleanLine(cleanLine(text).slice(0, limit)))

export const orEmpty = (text: fc.Arbitrary<string>) => fc.oneof(fc.constant(''), text)
