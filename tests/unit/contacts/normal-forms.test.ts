import fc from 'fast-check'
import { type CountryCode, getCountries, getExampleNumber } from 'libphonenumber-js/max'
import examples from 'libphonenumber-js/examples.mobile.json'
import { describe, expect, it } from 'vitest'
import { cleanAddress, cleanLine, cleanText } from '../../../src/engine/contacts/clean-text'
import { readPhoneNumber, splitNumbers } from '../../../src/engine/contacts/phone-number'
import { readTelegramName } from '../../../src/engine/contacts/telegram-name'
import { convertOldMobile } from '../../../src/engine/contacts/vietnam-2018'
import { processorMs } from '../../bench/measuring'

const E164 = '+84339170155'

describe('a Vietnamese number', () => {
  it.each([
    '0339170155',
    '0084339170155',
    '00 84 33 917 0155',
    '84-33-917-0155',
    '84339170155',
    "'0339170155",
    '0339.170.155',
    '(033) 917-0155',
    'tel:+84339170155',
    'Tel: 0339 170 155',
    '+84 (0)33 917 0155',
    '+84 0339170155',
    '+84 033 917 0155',
    '(+84) 339 170 155',
    '0339170155,',
    '+84339170155.',
    '\u0660\u0663\u0663\u0669\u0661\u0667\u0660\u0661\u0665\u0665',
    '\u06F0\u06F3\u06F3\u06F9\u06F1\u06F7\u06F0\u06F1\u06F5\u06F5',
    '\uFF0B\uFF18\uFF14\uFF13\uFF13\uFF19\uFF11\uFF17\uFF10\uFF11\uFF15\uFF15',
    '+\uFF18\uFF14 33 917 0155',
    '0339\u200D170155',
    '0339\u30FC170\u30FC155',
    '\u202A+84339170155\u202C',
    ' \uFEFF0339\u00A0170\u00A0155\t'
  ])('%j is sent as E.164', (text) =>
    expect(readPhoneNumber(text, 'VN')).toEqual({ valid: true, number: E164, e164: E164 })
  )

  it.each([
    ['+84 33 917 0155', '+84 33 917 0155'],
    ['\u202A+84 33 917 0155\u202C\u200B ', '+84 33 917 0155'],
    ['+84-33-917-0155', '+84-33-917-0155'],
    ['+84\u00A033 917 0155', '+84 33 917 0155'],
    ['+(84) 33.917.0155', '+(84) 33.917.0155']
  ])('%j that is international stays as written', (text, number) =>
    expect(readPhoneNumber(text, 'VN')).toEqual({ valid: true, number, e164: E164 })
  )

  it.each([
    ['84339170155.0', 'spreadsheet'],
    ['84339170155,0', 'spreadsheet'],
    ['84339170155.00', 'spreadsheet'],
    ['339170155.0', 'spreadsheet'],
    ['339170155', 'leading_zero'],
    ['339 170 155', 'leading_zero'],
    ["'339170155", 'leading_zero']
  ])('%j is put right: %s', (text, change) =>
    expect(readPhoneNumber(text, 'VN')).toEqual({ valid: true, number: E164, e164: E164, change })
  )

  it.each([
    ['a hotline, which has no zero', '1900 1234', '+8419001234'],
    ['round groups, which are no decimals', '0912345.000', '+84912345000'],
    ['a pair of zeros after a leading zero, which no decimal has', '09123456.00', '+84912345600'],
    ['a mobile number that begins with the country code', '0848123456', '+84848123456']
  ])('is not put right where nothing is wrong: %s', (_, text, e164) =>
    expect(readPhoneNumber(text, 'VN')).toEqual({ valid: true, number: e164, e164 })
  )
})

describe('a number that a spreadsheet has written with an exponent', () => {
  it.each([
    '8.43392E+10',
    '8,43392E+10',
    '8.43391701550E+10',
    '8.43392e+10',
    ' 8.43392E10 ',
    '8E+10',
    "'8.43392E+10",
    '8.43392E+10\u200B'
  ])('%j is damaged', (text) =>
    expect(readPhoneNumber(text, 'VN')).toEqual({ valid: false, reason: 'damaged' })
  )
})

describe('what is no number', () => {
  it.each([
    '',
    ' ',
    '12',
    '113',
    '123456',
    '+84',
    '+84 33',
    '+84 113',
    'call me',
    '1-800-FLOWERS',
    'call 0339170155',
    '0339170155 ext 12',
    '0339170155x12',
    '0339170155#12',
    '0339170155,,12',
    'tel:+84339170155;ext=12',
    '++84339170155',
    '0339+170155',
    '+999 123 456 789',
    '03391701555',
    '033917015',
    '0339170155\u0967',
    '0339170155\u00B2',
    '0912345678 / 0987654321',
    '0912345678/98',
    '0912345678\n0987654321',
    '+84 180 123 4567',
    '0130 123 4567',
    '0162 391 70',
    '9'.repeat(300)
  ])('%j is invalid', (text) =>
    expect(readPhoneNumber(text, 'VN')).toEqual({ valid: false, reason: 'invalid' })
  )
})

describe('an old Vietnamese mobile number', () => {
  const table = [
    ...['0162 032', '0163 033', '0164 034', '0165 035', '0166 036', '0167 037', '0168 038', '0169 039'],
    ...['0120 070', '0121 079', '0122 077', '0126 076', '0128 078'],
    ...['0123 083', '0124 084', '0125 085', '0127 081', '0129 082'],
    ...['0186 056', '0188 058', '0199 059']
  ].map((row) => row.split(' ') as [string, string])

  it.each(table)('%s... is %s... since 2018, and a valid number', (old, today) => {
    const e164 = `+84${today.slice(1)}3917015`
    const converted = { valid: true, number: e164, e164, change: 'converted_2018' }
    expect(readPhoneNumber(`${old}3917015`, 'VN')).toEqual(converted)
    expect(readPhoneNumber(e164, 'VN')).toEqual({ valid: true, number: e164, e164 })
  })

  it('no other code is converted', () => {
    const old = new Set(table.map(([code]) => code))
    const codes = Array.from({ length: 1000 }, (_, index) => `0${String(index).padStart(3, '0')}`)
    const converted = codes.filter((code) => convertOldMobile(`${code.slice(1)}3917015`) !== null)
    expect(new Set(converted)).toEqual(old)
  })

  it.each([
    ['+84 162 391 7015', 'VN'],
    ['+84 162 391 7015', 'US'],
    ['+84 (0)162 391 7015', 'XX'],
    ['00841623917015', 'VN'],
    ['0084 162 391 7015', 'DE'],
    ['0084 162 391 7015', ''],
    ['011 84 162 391 7015', 'US'],
    ['841623917015', 'VN'],
    ['1623917015', 'VN'],
    ['1623917015.0', 'VN'],
    ["'0162.391.7015", 'VN'],
    ['\uFF10\uFF11\uFF16\uFF12\uFF13\uFF19\uFF11\uFF17\uFF10\uFF11\uFF15', 'VN']
  ])('is converted from %j in %s', (text, country) =>
    expect(readPhoneNumber(text, country)).toEqual({
      valid: true,
      number: '+84323917015',
      e164: '+84323917015',
      change: 'converted_2018'
    })
  )

  it.each([
    ['01623917015', 'US'],
    ['01623917015', 'XX'],
    ['841623917015', 'US'],
    ['+7 162 391 7015', 'VN'],
    ['0162 391 7015 ext 1', 'VN'],
    ['0162 391 70155', 'VN']
  ])('%j in %s is none', (text, country) =>
    expect(readPhoneNumber(text, country)).toEqual({ valid: false, reason: 'invalid' })
  )

  it('of another country is left alone', () =>
    expect(readPhoneNumber('0162 3917015', 'DE')).toMatchObject({ e164: '+491623917015' }))
})

describe('a number of another country', () => {
  it.each([
    ['US', '(415) 555-2671', '+14155552671', undefined],
    ['US', '1 415 555 2671', '+14155552671', undefined],
    ['US', '4155552671.0', '+14155552671', 'spreadsheet'],
    ['US', '011 84 33 917 0155', E164, undefined],
    ['DE', '030/1234567', '+49301234567', undefined],
    ['DE', '1512 3456789', '+4915123456789', 'leading_zero'],
    ['IT', '06 698 12345', '+390669812345', undefined],
    ['SG', '81234567', '+6581234567', undefined],
    ['', '00 84 33 917 0155', E164, undefined],
    ['XX', '+84339170155', E164, undefined],
    ['AD', '+376712345', '+376712345', undefined]
  ])('in %s %j is %s', (country, text, e164, change) =>
    expect(readPhoneNumber(text, country)).toEqual({
      valid: true,
      number: e164,
      e164,
      ...(change !== undefined && { change })
    })
  )

  it.each([
    ['', '0339170155'],
    ['XX', '0339170155'],
    ['XX', '84339170155'],
    ['AD', '712345'],
    ['US', '0084339170155'],
    ['US', '84339170155']
  ])('in "%s" %j is invalid', (country, text) =>
    expect(readPhoneNumber(text, country)).toEqual({ valid: false, reason: 'invalid' })
  )

  it('reads the same when it is read again, wherever', () => {
    const known = getCountries().flatMap((country) => getExampleNumber(country, examples) ?? [])
    const country = fc.constantFrom<CountryCode | ''>('VN', 'US', 'DE', 'AR', '')
    const spelling = fc.constantFrom<'NATIONAL' | 'INTERNATIONAL' | 'E.164'>(
      'NATIONAL',
      'INTERNATIONAL',
      'E.164'
    )
    const property = fc.property(fc.constantFrom(...known), spelling, country, (example, form, elsewhere) => {
      const first = readPhoneNumber(example.format(form), example.country ?? '')
      if (!first.valid) {
        expect(example.nationalNumber.length).toBeLessThan(7)
        return
      }
      expect(readPhoneNumber(first.number, elsewhere)).toEqual({
        valid: true,
        number: first.number,
        e164: first.e164
      })
    })
    fc.assert(property, { numRuns: 1000 })
  })

  it('whatever is valid reads the same when it is read again', () => {
    const noisy = fc.string({
      unit: fc.constantFrom(...Array.from('0123456789+()-. /,;#E\u200B\uFF10')),
      maxLength: 24
    })
    const vietnamese = fc.integer({ min: 100_000_000, max: 999_999_999 }).map(String)
    const text = fc.oneof(
      noisy,
      fc
        .tuple(fc.constantFrom('', '0', '84', '+84 ', '0084', '+84 (0)', '01'), vietnamese)
        .map((each) => each.join(''))
    )
    const property = fc.property(text, (typed) => {
      const first = readPhoneNumber(typed, 'VN')
      fc.pre(first.valid)
      const { number, e164 } = first
      expect(readPhoneNumber(number, 'VN')).toEqual({ valid: true, number, e164 })
      expect(e164).toMatch(/^\+\d{7,15}$/)
    })
    fc.assert(property, { numRuns: 1000 })
  })

  it('costs little: a hundred thousand are read in a few seconds', () => {
    const numbers = Array.from({ length: 100_000 }, (_, index) => `0339${String(100_000 + index)}`)
    const start = processorMs()
    const valid = numbers.filter((number) => readPhoneNumber(number, 'VN').valid)
    expect(valid).toHaveLength(100_000)
    expect(processorMs() - start).toBeLessThan(5000)
  })
})

describe('the numbers of a cell', () => {
  const both = ['0912345678', '0987654321']

  it.each([
    ['0912345678 / 0987654321', both],
    ['0912345678/0987654321', both],
    ['0912345678;0987654321', both],
    ['0912345678, 0987654321', both],
    ['0912345678 ::: 0987654321', both],
    ['0912345678\r\n0987654321', both],
    ['0912345678, 0987654321 ::: +84 33 917 0155', [...both, '+84 33 917 0155']],
    [' 0912345678 ; ', ['0912345678']],
    ['0912345678 ::: 113', ['0912345678', '113']],
    ['+84 33 917 0155', ['+84 33 917 0155']],
    ['030/1234567', ['030/1234567']],
    ['0912345678/98', ['0912345678/98']],
    ['8,43392E+10', ['8,43392E+10']],
    ['84339170155,0', ['84339170155,0']],
    ['0912345678,,12', ['0912345678,,12']],
    ['call me', ['call me']],
    [' ::: ', []],
    ['', []]
  ])('of %j are %j', (text, numbers) => expect(splitNumbers(text)).toEqual(numbers))
})

describe('a Telegram name', () => {
  const spellings = [
    (name: string) => name,
    (name: string) => `@${name}`,
    (name: string) => `  @${name}\n`,
    (name: string) => `\u200E@${name}\u200B\u202C`,
    (name: string) => `\u200D${name}\u200C`,
    (name: string) => `t.me/${name}`,
    (name: string) => `T.ME/${name}/`,
    (name: string) => `t.me/@${name}`,
    (name: string) => `http://t.me/${name}`,
    (name: string) => `https://www.t.me/${name}`,
    (name: string) => `https://t.me/${name}?start=x`,
    (name: string) => `https://t.me/${name}/?start=x#y`,
    (name: string) => `https://t.me/s/${name}`,
    (name: string) => `https://t.me/s/${name}/`,
    (name: string) => `telegram.me/${name}`,
    (name: string) => `https://telegram.dog/${name}`,
    (name: string) => `https://web.telegram.org/k/#@${name}`,
    (name: string) => `https://web.telegram.org/k#@${name}`,
    (name: string) => `https://web.telegram.org/a/#@${name}`,
    (name: string) => `web.telegram.org/z/#${name}`,
    (name: string) => `https://web.telegram.org/#@${name}`,
    (name: string) => `https://web.telegram.org/#@${name}/`,
    (name: string) => `https://${name}.t.me`,
    (name: string) => `https://${name}.t.me/?start=x`,
    (name: string) => `tg://resolve?domain=${name}`,
    (name: string) => `tg:resolve?domain=@${name}&start=x`,
    (name: string) => `tg://resolve?start=x&domain=${name}`
  ]

  it.each(spellings.map((spelling) => spelling('JohnDoe')))('is taken out of %j', (text) =>
    expect(readTelegramName(text)).toEqual({ valid: true, name: 'JohnDoe' })
  )

  it.each(['abcd', 'a_1_', 'A'.repeat(32)])('%s is one', (name) =>
    expect(readTelegramName(name)).toEqual({ valid: true, name })
  )

  it.each([
    'https://t.me/+AbCdEf123',
    't.me/+AbCdEf123',
    't.me/+_x/',
    'https://t.me/joinchat/AbCdEf',
    't.me/joinchat',
    'telegram.me/joinchat/AbCdEf',
    'https://t.me/addlist/AbCdEf',
    'tg://join?invite=AbCdEf',
    'tg:join?invite=AbCdEf',
    '\u200Ehttps://t.me/+AbCdEf123'
  ])('is not in the invite %j', (text) =>
    expect(readTelegramName(text)).toEqual({ valid: false, name: text.trim(), reason: 'invite' })
  )

  it.each([
    '',
    '@',
    'abc',
    'a'.repeat(33),
    '1john',
    '_john',
    'john doe',
    'john-doe',
    'nguyễn',
    '@@johndoe',
    '123456789',
    '-1001234567890',
    ' +84339170155 ',
    't.me/+84339170155',
    't.me/',
    't.me/c/123',
    't.me/c/123/45',
    't.me/johndoe/45',
    't.me/123456',
    't.me/share?url=x',
    't.me/proxy?server=x',
    't.me/addstickers/Animals',
    'tg://user?id=123456',
    'tg://openmessage?user_id=123456',
    'tg://resolve?phone=84339170155',
    'tg://resolve?domain=john-doe',
    'tg://johndoe',
    'https://web.telegram.org/k/#123456',
    'https://web.telegram.org/k/#-1001234567890',
    'https://example.com/johndoe',
    'https://t.me.example.com/johndoe',
    'https://wa.me/johndoe'
  ])('is not in %j', (text) =>
    expect(readTelegramName(text)).toEqual({ valid: false, name: text.trim(), reason: 'invalid' })
  )

  it('is the same in any spelling, without case', () => {
    const letter = fc.constantFrom(...Array.from('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'))
    const rest = fc.stringMatching(/^[A-Za-z0-9_]{3,31}$/)
    const name = fc.tuple(letter, rest).map((each) => each.join(''))
    const property = fc.property(
      name,
      fc.constantFrom(...spellings),
      fc.boolean(),
      (each, spell, isUpper) => {
        const reading = readTelegramName(spell(isUpper ? each.toUpperCase() : each))
        expect(reading.valid).toBe(true)
        expect(reading.name.toLowerCase()).toBe(each.toLowerCase())
      }
    )
    fc.assert(property, { numRuns: 1000 })
  })
})

const ZWNJ = '\u200C'
const ZWJ = '\u200D'
const INVISIBLE =
  '\u00AD\u061C\u200B\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\u2066\u2067\u2068\u2069\uFEFF'

describe('a clean line', () => {
  it.each([
    ['Nguyễn Văn A', 'Nguyễn Văn A'],
    ['', ''],
    ['   ', ''],
    ['  An   Bình  ', 'An Bình'],
    ['An ', 'An'],
    [' An', 'An'],
    ['An  Binh', 'An Binh'],
    ['An\r\nBinh\tChi\u2028Dung\u0085Em\vGi\fHa', 'An Binh Chi Dung Em Gi Ha'],
    ['An\u00A0\u00A0\u202F Binh\u3000Chi', 'An Binh Chi'],
    ['A\u0000n\u0007\u001B\u007F\u0080\u009F', 'An'],
    ['Nguye\u0302\u0303n', 'Nguy\u1EC5n'],
    ['e\u200B\u0302', '\u00EA'],
    [`A${Array.from(INVISIBLE).join('n')}`, `A${'n'.repeat(INVISIBLE.length - 1)}`],
    ['A\uD83Dn\uDE00', 'An'],
    ['\uD83D\u200B\uDE00', ''],
    ['\u{1F600}', '\u{1F600}'],
    [`می${ZWNJ}خواهم`, `می${ZWNJ}خواهم`],
    [`ශ්${ZWJ}රී`, `ශ්${ZWJ}රී`],
    [`👩${ZWJ}👩${ZWJ}👧`, `👩${ZWJ}👩${ZWJ}👧`],
    [`❤\uFE0F${ZWJ}🔥`, `❤\uFE0F${ZWJ}🔥`],
    [`${ZWNJ}An${ZWJ}`, 'An'],
    [`An${ZWJ} ${ZWNJ} Binh`, 'An Binh'],
    [` ${ZWJ}An\u200B${ZWJ}\u200B `, 'An'],
    [`a${ZWNJ}${ZWNJ}${ZWJ}b`, `a${ZWNJ}b`],
    [ZWJ, '']
  ])('of %j is %j', (text, line) => expect(cleanLine(text)).toBe(line))

  it('has nothing in it that cannot be seen, and is clean', () => {
    const property = fc.property(dirtyText(), (text) => {
      const line = cleanLine(text)
      expect(cleanLine(line)).toBe(line)
      expect(line).not.toMatch(/\p{Cc}|\p{Cs}|^\s|\s$|\s\s|[\n\t\u00A0\u200B\u202E\uFEFF]|[\u200C\u200D]$/u)
      expect(line).toBe(line.normalize('NFC'))
    })
    fc.assert(property, { numRuns: 2000 })
  })

  it('costs nothing where there is nothing to clean, and little where there is much', () => {
    const start = processorMs()
    for (let count = 0; count < 100_000; count++) cleanLine('Nguyen Van A')
    for (const character of [' ', '\t', ZWJ, '\u200B', '\u00A0']) {
      cleanLine(`a${character.repeat(200_000)}b`)
      cleanText(`a${character.repeat(200_000)}b`)
    }
    expect(processorMs() - start).toBeLessThan(1000)
  })
})

describe('clean text', () => {
  it.each([
    ['Hello', 'Hello'],
    ['a\r\nb\rc\nd', 'a\nb\nc\nd'],
    ['a\u2028b\u2029c\u0085d\ve', 'a\nb\nc\nd\ne'],
    ['a\r\u200B\nb', 'a\nb'],
    ['a \t\nb\u00A0\n', 'a\nb'],
    ['\n\n  a\n\n\n  b', 'a\n\n\n  b'],
    ['a\tb  c\u00A0d', 'a\tb  c\u00A0d'],
    ['a\u0000\u200B\u202Eb\uD83D', 'ab'],
    [`a${ZWJ}\n${ZWNJ}b${ZWNJ}c`, `a\nb${ZWNJ}c`],
    ['e\u0302', '\u00EA'],
    [' \r\n ', ''],
    ['', '']
  ])('of %j is %j', (text, clean) => expect(cleanText(text)).toBe(clean))

  it('is clean', () => {
    const property = fc.property(dirtyText(), (text) => {
      const clean = cleanText(text)
      expect(cleanText(clean)).toBe(clean)
      expect(clean).not.toMatch(
        /[^\P{Cc}\n\t]|\p{Cs}|^\s|\s$|[^\S\n]\n|[\u200B\u202E\uFEFF]|[\u200C\u200D]$/u
      )
      expect(cleanLine(clean)).toBe(cleanLine(text))
    })
    fc.assert(property, { numRuns: 2000 })
  })
})

describe('a clean address', () => {
  it('has no joiners', () => expect(cleanAddress(` a${ZWJ}b${ZWNJ} \u200Ec`)).toBe('ab c'))
})

function dirtyText(): fc.Arbitrary<string> {
  const awkward = fc.constantFrom(
    ...Array.from(INVISIBLE),
    ...Array.from('aé \t\n\r\v\f\u0000\u0085\u00A0\u2000\u2028\u3000'),
    ...['\u0302', '\u0323', '\u037E', ZWNJ, ZWJ, '\uD83D', '\uDE00', '\u{1F600}', '\u1100', '\u1161']
  )
  return fc.string({
    unit: fc.oneof(awkward, awkward, fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }))
  })
}
