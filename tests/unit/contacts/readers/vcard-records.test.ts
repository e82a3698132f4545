import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { VcardParser } from '../../../../src/engine/contacts/import/readers/vcard-records'
import { parseInPieces, problemsOf, type Reading, rowsOf } from './reading'

const parse = (text: string, sizes: readonly number[] = []): Reading =>
  parseInPieces(new VcardParser(), text, sizes)

const card = (lines: readonly string[], version = '3.0', end = '\r\n'): string =>
  ['BEGIN:VCARD', `VERSION:${version}`, ...lines, 'END:VCARD', ''].join(end)

/** The fields of a file with one card. */
function fieldsOf(lines: readonly string[], version?: string): unknown {
  const reading = parse(card(lines, version))
  expect(problemsOf(reading)).toEqual([])
  const { row, ...fields } = rowsOf(reading)[0] as { row: number }
  expect(row).toBe(1)
  return fields
}

describe('a card', () => {
  const FULL = [
    'N:Nguyễn;An;Văn;;',
    'FN:Nguyễn Văn An',
    'ORG:Công ty\\, TNHH;Kinh doanh',
    'TITLE:Giám đốc\\: C:\\\\; D',
    'TEL;TYPE=WORK:028 123 4567',
    'TEL;TYPE=CELL:+84 90 123 4567',
    'EMAIL;TYPE=INTERNET:an@example.com',
    'EMAIL;TYPE=INTERNET;TYPE=PREF:an.nguyen@example.com',
    'NOTE:Khách quen\\, thích\\ncà phê\\; gọi',
    '  chiều',
    'CATEGORIES:Khách,VIP\\, vàng',
    'BDAY:1985-04-12',
    'ADR;TYPE=HOME:;;1 Lê Lợi;Huế;;;VN',
    'REV:what is this',
    'UID:urn:uuid:1-2'
  ]

  it('of version 3.0', () =>
    expect(fieldsOf(FULL)).toEqual({
      first_name: 'An',
      middle_name: 'Văn',
      last_name: 'Nguyễn',
      full_name: 'Nguyễn Văn An',
      phone: '+84 90 123 4567',
      phone_2: '028 123 4567',
      email: 'an.nguyen@example.com',
      email_2: 'an@example.com',
      notes: 'Khách quen, thích\ncà phê; gọi chiều',
      tags: ['Khách', 'VIP, vàng'],
      organization: 'Công ty, TNHH, Kinh doanh',
      title: 'Giám đốc: C:\\; D',
      birthday: '1985-04-12',
      uid: 'urn:uuid:1-2'
    }))

  it('of version 4.0', () =>
    expect(
      fieldsOf(
        [
          'N:Nguyễn;An;;;',
          'FN:Nguyễn An',
          'TEL;VALUE=uri;TYPE="home,voice":tel:+84-28-123-4567;ext=5',
          'TEL;VALUE=uri;PREF=2;TYPE="voice,cell":tel:+84-90-222',
          'TEL;VALUE=uri;PREF=1;TYPE=cell:tel:+84-90-111',
          'BDAY:19850412',
          'CATEGORIES:a,b'
        ],
        '4.0'
      )
    ).toEqual({
      first_name: 'An',
      last_name: 'Nguyễn',
      full_name: 'Nguyễn An',
      phone: '+84-90-111',
      phone_2: '+84-90-222',
      phone_3: '+84-28-123-4567;ext=5',
      birthday: '1985-04-12',
      tags: ['a', 'b']
    }))

  it('of version 2.1: bare parameters, quoted-printable, soft line breaks, charsets', () =>
    expect(
      fieldsOf(
        [
          'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Nguy=E1=BB=85n;An;V=C4=83n;;',
          'FN;CHARSET=UTF-8;QUOTED-PRINTABLE:Nguy=E1=BB=85n V=C4=83n=',
          ' An',
          'TEL;HOME;VOICE:028 123',
          'TEL;CELL;PREF:0901',
          'TEL;CELL:0902',
          'EMAIL;INTERNET:an@example.com',
          'NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:m=E1=BB=99t=0D=0A=',
          'hai=2C ba; b=E1=BB=91n=',
          '',
          'ORG;CHARSET=windows-1258;ENCODING=QUOTED-PRINTABLE:C=F4ng ty=3B A;B, C',
          'TITLE:one, two; three \\ four'
        ],
        '2.1'
      )
    ).toEqual({
      first_name: 'An',
      middle_name: 'Văn',
      last_name: 'Nguyễn',
      full_name: 'Nguyễn Văn An',
      phone: '0901',
      phone_2: '0902',
      phone_3: '028 123',
      email: 'an@example.com',
      notes: 'một\nhai, ba; bốn',
      organization: 'Công ty; A, B, C',
      title: 'one, two; three \\ four'
    }))

  it('of version 2.1 folded at a space, with a list, in another charset', () =>
    expect(
      fieldsOf(
        ['FN;CHARSET=windows-1251;QUOTED-PRINTABLE:=C8=E2=E0=ED', 'NOTE:one', ' two', 'CATEGORIES:a,b c'],
        '2.1'
      )
    ).toEqual({ full_name: 'Иван', notes: 'one two', tags: ['a', 'b c'] }))

  it('with a soft line break before a space in 3.0', () =>
    expect(fieldsOf(['NOTE;ENCODING=QUOTED-PRINTABLE:one=', ' two'])).toEqual({ notes: 'one two' }))

  it('with something in it that begins and does not end', () =>
    expect(fieldsOf(['FN:An', 'BEGIN:THING', 'constructor:x', '__proto__:y'])).toEqual({ full_name: 'An' }))

  it('with 2.1 in a card that says 3.0', () =>
    expect(
      fieldsOf(['N;ENCODING=QUOTED-PRINTABLE:Tr=E1=BA=A7n;B=C3=ACnh', 'TEL;CELL;:0901', 'TEL;:0902'])
    ).toEqual({ first_name: 'Bình', last_name: 'Trần', phone: '0901', phone_2: '0902' }))

  it('of another charset than it says nothing of', () =>
    expect(fieldsOf(['FN;ENCODING=QUOTED-PRINTABLE:M=FCller'], '2.1')).toEqual({ full_name: 'Müller' }))

  it('with a comma in a name that is not escaped', () =>
    expect(fieldsOf(['N:Smith, Jr.;John;Paul,George;;'])).toEqual({
      first_name: 'John',
      middle_name: 'Paul George',
      last_name: 'Smith Jr.'
    }))

  it('with one number many times, a fax, and a number before its mobile', () =>
    expect(
      fieldsOf(['TEL;TYPE=FAX:1', 'TEL:2', 'TEL;TYPE=HOME,PREF:3', 'TEL;TYPE="CELL":4', 'TEL;TYPE=mobile:4'])
    ).toEqual({ phone: '4', phone_2: '3', phone_3: '2', phone_4: '1' }))

  it('with nothing in it', () => expect(fieldsOf(['FN:', 'N:;;;;'])).toEqual({}))
})

describe('messengers', () => {
  it.each([
    ['X-WHATSAPP:+84901', '+84901'],
    ['IMPP:whatsapp:+84901', '+84901'],
    ['IMPP;X-SERVICE-TYPE=WhatsApp:x-apple:+84901', '+84901'],
    ['X-SOCIALPROFILE;TYPE=whatsapp:+84901', '+84901'],
    ['X-SOCIALPROFILE;TYPE=whatsapp;x-user=+84901:x-apple:whoever', '+84901'],
    ['URL:https\\://wa.me/84901?text=hi', '+84901'],
    ['URL:https://api.whatsapp.com/send/?phone=84901&text=hi', '+84901'],
    ['URL:whatsapp://send?phone=%2B84901', '+84901'],
    ['IMPP:https://wa.me/84901', '+84901'],
    ['item1.TEL:+84901\r\nitem1.X-ABLabel:WhatsApp Business', '+84901']
  ])('WhatsApp by %s', (line, number) => expect(fieldsOf([line])).toEqual({ whatsapp_number: number }))

  it("WhatsApp by the mark of its own cards, where the number is the phone's as well", () =>
    expect(fieldsOf(['item1.TEL;waid=84901:+84 901', 'item1.X-ABLabel:Mobile'])).toEqual({
      phone: '+84 901',
      whatsapp_number: '+84 901'
    }))

  it.each([
    ['X-TELEGRAM:an_nguyen', 'an_nguyen'],
    ['IMPP:telegram:an_nguyen', 'an_nguyen'],
    ['IMPP;X-SERVICE-TYPE=Telegram:@an_nguyen', '@an_nguyen'],
    ['X-SOCIALPROFILE;TYPE=telegram:https://t.me/an_nguyen', 'an_nguyen'],
    ['URL:https://t.me/an_nguyen', 'an_nguyen'],
    ['URL:tg://resolve?domain=an_nguyen', 'an_nguyen'],
    ['item1.URL:an_nguyen\r\nitem1.X-ABLabel:Telegram', 'an_nguyen']
  ])('Telegram by %s', (line, name) => expect(fieldsOf([line])).toEqual({ telegram_username: name }))

  it.each([
    ['X-ZALO:0901', '0901'],
    ['IMPP:zalo:0901', '0901'],
    ['URL:https://zalo.me/0901', '0901'],
    ['item2.TEL:0901\r\nitem1.X-ABLabel:Telegram\r\nitem2.X-ABLabel:_$!<Zalo>!$_', '0901']
  ])('Zalo by %s', (line, number) => expect(fieldsOf([line])).toEqual({ zalo: number }))

  it('are not other links', () =>
    expect(fieldsOf(['URL:https://example.com/wa.me/1', 'IMPP:skype:an', 'NOTE:t.me/an'])).toEqual({
      notes: 't.me/an'
    }))
})

describe("Loa's own properties", () => {
  it.each(['3.0', '4.0'])('come as they are, in %s', (version) =>
    expect(
      fieldsOf(['X-LOA-CUSTOM;key="a:b;c":one\\, two\\nthree', 'x-loa-timezone:Asia/Ho_Chi_Minh'], version)
    ).toEqual({
      'x-loa': [
        { name: 'x-loa-custom', params: { key: 'a:b;c' }, value: 'one, two\nthree' },
        { name: 'x-loa-timezone', params: {}, value: 'Asia/Ho_Chi_Minh' }
      ]
    })
  )

  it('may be called like parts of objects', () =>
    expect(
      fieldsOf(['X-LOA-CUSTOM;constructor=a;__proto__=b:x', 'X-constructor:y', 'X-__proto__:z'])
    ).toMatchObject({
      'x-loa': [{ name: 'x-loa-custom', value: 'x' }]
    }))
})

describe('a file of cards', () => {
  const AN = card(['FN:An'])
  const BINH = card(['FN:Bình'])

  it.each(['\r\n', '\n', '\r'])('with the line end %j', (end) => {
    const text =
      card(['FN:An', 'NOTE:one', '  two'], '3.0', end) + card(['FN:Bình'], '4.0', end).toLowerCase()
    for (const sizes of [[], [1], [5]])
      expect(rowsOf(parse(text, sizes))).toEqual([
        { row: 1, full_name: 'An', notes: 'one two' },
        { row: 2, full_name: 'bình' }
      ])
  })

  it.each([
    ['a line without a colon', card(['FN:X', 'what is this'])],
    ['a quote that is not closed', card(['TEL;TYPE="CELL:1'])],
    ['parameters without end', card([`TEL${';A=b'.repeat(400_000)}:1`])],
    ['an empty parameter name', card(['TEL;=x:1'])]
  ])('reads on after a card with %s', (_name, broken) => {
    const reading = parse(AN + broken + BINH)
    expect(problemsOf(reading)).toEqual([
      { row: 2, code: 'card_broken', detail: expect.stringMatching(/./) as string }
    ])
    expect(rowsOf(reading)).toEqual([
      { row: 1, full_name: 'An' },
      { row: 3, full_name: 'Bình' }
    ])
  })

  it('reads on after a card that does not end', () => {
    const reading = parse(`BEGIN:VCARD\nFN:X\n${AN}`)
    expect(problemsOf(reading)).toEqual([{ row: 1, code: 'card_broken', detail: 'no END:VCARD' }])
    expect(rowsOf(reading)).toEqual([{ row: 2, full_name: 'An' }])
  })

  it('tells of broken text', () =>
    expect(problemsOf(parse(AN + card(['FN:B\uFFFDnh']) + card(['FN:a\0']) + BINH))).toEqual([
      { row: 2, code: 'invalid_bytes' },
      { row: 3, code: 'invalid_bytes' }
    ]))

  it.each([`${AN}BEGIN:VCARD\r\nFN:B`, `${AN}BEGIN:VCARD\r\nFN:Bình\r\n`])('may be cut off: %j', (text) => {
    expect(parse(text).failure).toEqual({ code: 'card_cut_off', row: 2 })
    expect(rowsOf(parse(text))).toHaveLength(1)
  })

  it('may end without a line end, and have text between cards', () => {
    const reading = parse(`hello\n\n${AN}\n---\n${BINH.trimEnd()}`)
    expect(reading.failure).toBeUndefined()
    expect(rowsOf(reading)).toHaveLength(2)
  })

  it('loses its pictures, sounds and keys', () => {
    const base64 = 'QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo='
    const folded = Array.from({ length: 3 }, () => ` ${base64}`)
    const bare = Array.from({ length: 3 }, () => base64)
    const text = card([
      `item1.PHOTO;ENCODING=b;TYPE=JPEG:${base64}`,
      ...folded,
      'FN:An',
      'LOGO;BASE64:',
      ...bare,
      '',
      'SOUND;VALUE=uri:https://example.com/a.mp3',
      'KEY:data:application/pgp-keys;base64,AA',
      'NOTE:after'
    ])
    expect(rowsOf(parse(text))).toEqual([{ row: 1, full_name: 'An', notes: 'after' }])
  })

  it('is not troubled by large pictures, but by other large cards', () => {
    const large = 'QUJD'.repeat(1_000_000)
    const inLines = Array.from({ length: 60_000 }, () => ` ${'QUJD'.repeat(18)}`)
    const text =
      card([`PHOTO;ENCODING=b:${large}`, 'FN:An']) +
      card(['FN:Bình', 'PHOTO;ENCODING=b:', ...inLines]) +
      card(['FN:Cúc', `NOTE:${large}`]) +
      card(['FN:Dũng', ...Array.from({ length: 3000 }, () => `NOTE:${'x'.repeat(1000)}`)]) +
      card(['FN:Em', `NOTE:${'x'.repeat(1_000_000)}`])
    const reading = parse(text, [256 * 1024])
    expect(rowsOf(reading)).toMatchObject([
      { row: 1, full_name: 'An' },
      { row: 2, full_name: 'Bình' },
      { row: 5, full_name: 'Em' }
    ])
    expect(problemsOf(reading)).toEqual([
      { row: 3, code: 'record_too_large' },
      { row: 4, code: 'record_too_large' }
    ])
  }, 3000)

  it('may have a card of very many properties', () => {
    const lines = Array.from({ length: 100_000 }, (_, index) => `i${index}.X-ZALO:${index}`)
    expect(rowsOf(parse(card(lines)))).toEqual([{ row: 1, zalo: '0' }])
  })

  it('gives the same in pieces of any size', () => {
    const line = fc.constantFrom(
      ...[
        'BEGIN:VCARD',
        'END:VCARD',
        'VERSION:2.1',
        'FN:An',
        'PHOTO:AAA',
        ' folded',
        'AAAA',
        '',
        'TEL;CELL:1'
      ],
      ...['NOTE;QUOTED-PRINTABLE:a=', '=C3=B4', 'TEL;TYPE="x:1']
    )
    const text = fc
      .tuple(fc.array(line, { maxLength: 15 }), fc.constantFrom('\n', '\r\n', '\r'))
      .map(([lines, end]) => `BEGIN:VCARD${end}${lines.join(end)}`)
    const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(text, sizes, (whole, cuts) => {
        expect(parse(whole, cuts)).toEqual(parse(whole))
      }),
      { numRuns: 1000 }
    )
  })
})
