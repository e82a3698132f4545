import { FILE_ENCODINGS } from '../../../../src/shared/domain/contact-import'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { isBinary } from '../../../../src/engine/contacts/import/readers/binary-content'
import { createDecoder } from '../../../../src/engine/contacts/import/readers/stream-decoder'
import { type EncodingId, guessEncoding } from '../../../../src/engine/contacts/import/readers/text-encoding'

const wide = (text: string, encoding: 'utf-16le' | 'utf-16be', addBOM = false): Buffer =>
  iconv.encode(text, encoding, { addBOM })

/** "Nguyễn Văn Đức;Trần Thị Hường" as Excel saves it on a Vietnamese Windows: base letters and combining marks. */
const VIETNAMESE_1258 = Buffer.concat([
  Buffer.from([
    0x4e, 0x67, 0x75, 0x79, 0xea, 0xde, 0x6e, 0x20, 0x56, 0xe3, 0x6e, 0x20, 0xd0, 0xfd, 0xec, 0x63, 0x3b
  ]),
  Buffer.from([
    0x54, 0x72, 0xe2, 0xcc, 0x6e, 0x20, 0x54, 0x68, 0x69, 0xf2, 0x20, 0x48, 0xfd, 0xf5, 0xcc, 0x6e, 0x67
  ])
])

/** "Zoë Müller;Niccolò Þór;João Guðrún" in windows-1252: the bytes of 1258's tone marks, but not behind vowels. */
const EUROPEAN_1252 = Buffer.from([
  ...[0x5a, 0x6f, 0xeb, 0x20, 0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72, 0x3b],
  ...[0x4e, 0x69, 0x63, 0x63, 0x6f, 0x6c, 0xf2, 0x20, 0xde, 0xf3, 0x72, 0x3b],
  ...[0x4a, 0x6f, 0xe3, 0x6f, 0x20, 0x47, 0x75, 0xf0, 0x72, 0xfa, 0x6e]
])

describe('the encoding of a file', () => {
  it.each<[string, Uint8Array, EncodingId]>([
    ['UTF-8 with its mark', Buffer.from('\uFEFFTên'), 'utf-8'],
    ['UTF-8', Buffer.from('Tên;Số điện thoại'), 'utf-8'],
    ['plain ASCII', Buffer.from('Name;Phone'), 'utf-8'],
    ['UTF-16 LE with its mark', wide('Tên', 'utf-16le', true), 'utf-16le'],
    ['UTF-16 BE with its mark', wide('Tên', 'utf-16be', true), 'utf-16be'],
    ['UTF-16 LE without a mark', wide('Tên;Số điện thoại\n', 'utf-16le'), 'utf-16le'],
    ['UTF-16 BE without a mark', wide('Tên;Số điện thoại\n', 'utf-16be'), 'utf-16be'],
    ['Chinese in UTF-16 without a mark', wide('王小明,一二三四五,1\n', 'utf-16le'), 'utf-16le'],
    ['Vietnamese in windows-1258', VIETNAMESE_1258, 'windows-1258'],
    ['Italian, Icelandic and Portuguese', EUROPEAN_1252, 'windows-1252'],
    ['Portuguese alone', iconv.encode('João Brandão; São Simões', 'windows-1252'), 'windows-1252'],
    ['Italian alone', iconv.encode('Niccolò, così, però', 'windows-1252'), 'windows-1252'],
    [
      'Gaelic, with one mark behind a vowel',
      iconv.encode('Iòsaph Mòr Sòlas', 'windows-1252'),
      'windows-1252'
    ],
    ['Vietnamese without tones', iconv.encode('Đinh Văn An\nTrương Đăng', 'windows-1258'), 'windows-1258']
  ])('%s', (_name, bytes, encoding) => expect(guessEncoding(bytes, true)).toBe(encoding))

  it('does not take a character that the head cuts for an error, but one that the file cuts', () => {
    const cut = Buffer.from('Nguyễn').subarray(0, -3)
    expect(guessEncoding(cut, false)).toBe('utf-8')
    expect(guessEncoding(cut, true)).toBe('windows-1252')
  })
})

describe('a decoder', () => {
  const decode = (encoding: EncodingId, bytes: Uint8Array): string => {
    const decoder = createDecoder(encoding)
    let text = ''
    for (const byte of bytes) text += decoder.write(Uint8Array.of(byte))
    return text + decoder.end()
  }

  it.each<[EncodingId, string]>([
    ['utf-8', 'Nguyễn 😀'],
    ['utf-16le', 'Nguyễn 😀'],
    ['utf-16be', 'Nguyễn 😀'],
    ['windows-1252', 'Müller €'],
    ['windows-1250', 'Łukasz'],
    ['windows-1251', 'Иван'],
    ['shift_jis', '山田'],
    ['gb18030', '王小明'],
    ['big5', '王小明'],
    ['euc-kr', '김']
  ])('reads %s byte by byte', (encoding, text) => {
    expect(decode(encoding, iconv.encode(text, encoding))).toBe(text)
  })

  it('knows every encoding of the list', () =>
    expect(FILE_ENCODINGS.map((encoding) => decode(encoding, iconv.encode('a', encoding)))).toEqual(
      FILE_ENCODINGS.map(() => 'a')
    ))

  it.each<EncodingId>(['utf-8', 'utf-16le', 'utf-16be'])('takes the mark off %s', (encoding) =>
    expect(decode(encoding, iconv.encode('a', encoding, { addBOM: true }))).toBe('a')
  )

  it('leaves the combining marks of windows-1258', () => {
    const text = decode('windows-1258', VIETNAMESE_1258)
    expect(text).not.toBe('Nguyễn Văn Đức;Trần Thị Hường')
    expect(text.normalize('NFC')).toBe('Nguyễn Văn Đức;Trần Thị Hường')
  })

  it('marks what is no character, also in windows-1252 and at the end', () => {
    expect(decode('utf-8', Uint8Array.of(0x61, 0xff))).toBe('a\uFFFD')
    expect(decode('utf-8', Uint8Array.of(0x61, 0xe1))).toBe('a\uFFFD')
    expect(decode('windows-1252', Uint8Array.of(0x61, 0x81))).toBe('a\uFFFD')
    expect(decode('windows-1252', Uint8Array.of(0x93, 0x80))).toBe('“€')
  })
})

describe('a file that is no text', () => {
  const padded = (...start: number[]): Uint8Array =>
    Buffer.from([...start, ...Buffer.from('text '.repeat(20))])

  it.each<[string, Uint8Array]>([
    ['xlsx', padded(0x50, 0x4b, 3, 4)],
    ['xls', padded(0xd0, 0xcf, 0x11, 0xe0)],
    ['pdf', Buffer.from('%PDF-1.7 text')],
    ['png', padded(0x89, 0x50, 0x4e, 0x47)],
    ['jpg', padded(0xff, 0xd8, 0xff, 0xe0)],
    ['gif', Buffer.from('GIF89a text')],
    ['gzip', padded(0x1f, 0x8b)],
    ['zeros', new Uint8Array(1000)],
    ['zeros between text', Buffer.from('Name\0\0\0\0Phone')],
    ['control characters', Buffer.from('a\x01\x02b\x03\x04\x05c')],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0, 0x62, 0, 0, 0])]
  ])('%s', (_name, bytes) => expect(isBinary(bytes)).toBe(true))

  it.each<[string, Uint8Array]>([
    ['UTF-8', Buffer.from('Tên;Số\r\n\tđiện')],
    ['UTF-16 with its mark', wide('Tên', 'utf-16le', true)],
    ['UTF-16 without', wide('Tên;Số\n', 'utf-16be')],
    ['windows-1258', VIETNAMESE_1258],
    ['a single stray zero in much text', Buffer.from('Name;Phone\n'.repeat(50) + 'a\0b;1\n')],
    ['nothing', new Uint8Array()]
  ])('%s is text', (_name, bytes) => expect(isBinary(bytes)).toBe(false))
})
