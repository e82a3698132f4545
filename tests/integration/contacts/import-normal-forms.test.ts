import { describe, expect, it } from 'vitest'
import {
  countsOf,
  importing,
  NUMBER,
  NUMBER_E164,
  problemLines,
  sheet
} from '../../support/contacts/importing'

describe('the spellings of one phone number', () => {
  const SPELLINGS = [
    NUMBER,
    '0339170155',
    '0084339170155',
    '0084 33 917 0155',
    '84-33-917-0155',
    '84339170155',
    '84339170155.0',
    '339170155',
    '(+84) 33.917.0155',
    "'0339170155",
    'tel:+84-33-917-0155',
    '\u202A+84 33 917 0155\u202C',
    '０３３９１７０１５５'
  ]

  it('are one contact, written as it came first', async () => {
    const own = await importing()
    const { check } = await own.takeText(sheet(['Phone'], ...SPELLINGS.map((spelling) => [spelling])))
    expect(countsOf(check)).toEqual({ added: 1, unchanged: SPELLINGS.length - 1 })
    expect(own.people).toEqual([{ phone: NUMBER }])
    expect(problemLines(check)).toEqual([
      '8 unchanged: number_spreadsheet Phone',
      '9 unchanged: number_zero Phone'
    ])
  })

  it.each(SPELLINGS)('"%s" is known again as a number in the list', async (spelling) => {
    const own = await importing()
    await own.takeText(sheet(['Name', 'Phone'], ['An', '+84-33-917-0155']))
    const { check } = await own.takeText(sheet(['Name', 'Phone'], ['An', spelling]))
    expect(countsOf(check)).toEqual({ unchanged: 1 })
  })

  it('a national one is stored in E.164, with what was written', async () => {
    const own = await importing()
    await own.takeText('SĐT\n0339 170 155\n')
    expect(own.people).toEqual([{ phone: NUMBER_E164, written: { phone: '0339 170 155' } }])
  })
})

describe('a number that is not what it was', () => {
  it.each(['8.43392E+10', '8,43392E+10', '8.43E10'])(
    '%s is rejected with its row, the rest comes in',
    async (damaged) => {
      const own = await importing()
      const { check } = await own.takeText(sheet(['Name', 'Phone'], ['An', damaged], ['Mai', '0901000002']))
      expect(countsOf(check)).toEqual({ added: 1, rejected: 1 })
      expect(check.problems).toEqual([
        {
          row: 2,
          outcome: 'rejected',
          name: 'An',
          problems: [expect.objectContaining({ code: 'number_damaged', field: 'Phone', value: damaged })]
        }
      ])
      expect(own.list.map(({ first_name }) => first_name)).toEqual(['Mai'])
    }
  )

  it('an old mobile number of 11 digits becomes the one that it is since 2018, and that is reported', async () => {
    const own = await importing()
    const { check } = await own.takeText('Họ tên,SĐT\nAn,01639170155\n')
    expect(check.problems).toMatchObject([
      {
        row: 2,
        outcome: 'added',
        problems: [{ code: 'number_converted', field: 'SĐT', value: '01639170155', detail: NUMBER_E164 }]
      }
    ])
    expect(check.doubtful).toBe(1)
    expect(own.people).toMatchObject([{ phone: NUMBER_E164, written: { phone: '01639170155' } }])
    const again = await own.takeText(`SĐT\n${NUMBER}\n`)
    expect(countsOf(again.check)).toEqual({ unchanged: 1 })
  })

  it('an invalid one is kept, marked and reported', async () => {
    const own = await importing()
    const { check } = await own.takeText('Name,Phone\nAn,12345\nMai,0339170155 ext 12\n')
    expect(problemLines(check)).toEqual(['2 added: number_invalid Phone', '3 added: number_invalid Phone'])
    expect(own.people).toMatchObject([
      { phone: '12345', invalid: ['phone'] },
      { phone: '0339170155 ext 12', invalid: ['phone'] }
    ])
    expect(check.reach).toEqual({ whatsapp: 0, telegram: 0, ai_call: 0 })
  })

  it('a second one in the cell is kept beside the first', async () => {
    const own = await importing()
    const { check } = await own.takeText(sheet(['SĐT'], ['0339170155 / 0901000002']))
    expect(problemLines(check)).toEqual(['2 added: second_number SĐT'])
    expect(own.people).toMatchObject([{ phone: NUMBER_E164, custom: { phone_2: '0901000002' } }])
  })
})

describe('the spellings of one Telegram name', () => {
  const SPELLINGS = [
    '@JohnDoe',
    'johndoe',
    'JOHNDOE',
    'https://t.me/johndoe',
    't.me/JohnDoe',
    'http://telegram.me/johndoe/',
    'https://web.telegram.org/k/#@johndoe',
    'tg://resolve?domain=johndoe',
    ' @johndoe\u200B'
  ]

  it('are one contact, written as it came first', async () => {
    const own = await importing()
    const { check } = await own.takeText(sheet(['Telegram'], ...SPELLINGS.map((spelling) => [spelling])))
    expect(countsOf(check)).toEqual({ added: 1, unchanged: SPELLINGS.length - 1 })
    expect(own.people).toEqual([{ telegram_username: 'JohnDoe', written: { telegram_username: '@JohnDoe' } }])
  })

  it.each(['https://t.me/+AbCdEfGh123', 't.me/joinchat/AAAA', 'tg://join?invite=AbC'])(
    'the invite link %s names nobody: it is kept, marked and reported',
    async (link) => {
      const own = await importing()
      const { check } = await own.takeText(sheet(['Name', 'Telegram'], ['An', link]))
      expect(problemLines(check)).toEqual(['2 added: telegram_invite Telegram'])
      expect(own.people).toMatchObject([{ telegram_username: link, invalid: ['telegram_username'] }])
      expect(check.reach.telegram).toBe(0)
    }
  )

  it('what is no name is kept, marked and reported', async () => {
    const own = await importing()
    const { check } = await own.takeText('Name,Telegram\nAn,an\n')
    expect(problemLines(check)).toEqual(['2 added: telegram_invalid Telegram'])
    expect(own.people).toMatchObject([{ telegram_username: 'an', invalid: ['telegram_username'] }])
  })
})

describe('text', () => {
  const decomposed = 'Nguyễn Thị Hồng'.normalize('NFD')

  it('is stored composed (NFC), and the two forms of a tag are one', async () => {
    const own = await importing()
    await own.takeText(
      sheet(
        ['Họ', 'Tên', 'SĐT', 'Nhóm', 'Ghi chú', 'Quê quán'].map((name) => name.normalize('NFD')),
        [
          decomposed,
          'Ánh'.normalize('NFD'),
          NUMBER,
          `Hà Nội,${'Hà Nội'.normalize('NFD')}`,
          decomposed,
          'Huế'.normalize('NFD')
        ]
      )
    )
    expect(own.people).toEqual([
      {
        first_name: 'Ánh'.normalize('NFC'),
        last_name: 'Nguyễn Thị Hồng'.normalize('NFC'),
        phone: NUMBER,
        tags: ['Hà Nội'.normalize('NFC')],
        notes: 'Nguyễn Thị Hồng'.normalize('NFC'),
        custom: { ['Quê quán'.normalize('NFC')]: 'Huế'.normalize('NFC') }
      }
    ])
  })

  it('loses what nobody sees: zero-width signs, bidi marks, odd spaces', async () => {
    const own = await importing()
    await own.takeText(
      sheet(
        ['First name', 'Last name', 'Phone', 'Email', 'Tags'],
        [
          '\u200BAn\uFEFF',
          '\u202ENguyễn\u00A0 \u2003Văn\u202C',
          NUMBER,
          '\u2066an@example.com\u2069',
          'vip\u200B,vip'
        ]
      )
    )
    expect(own.people).toEqual([
      { first_name: 'An', last_name: 'Nguyễn Văn', phone: NUMBER, email: 'an@example.com', tags: ['vip'] }
    ])
  })

  it('keeps the joiners that belong to a name', async () => {
    const own = await importing()
    const persian = 'می\u200Cخواهم'
    const family = '👩\u200D👩\u200D👧'
    await own.takeText(sheet(['First name', 'Last name', 'Phone'], [persian, `Lan ${family}`, NUMBER]))
    expect(own.people).toEqual([{ first_name: persian, last_name: `Lan ${family}`, phone: NUMBER }])
  })

  it('keeps the lines of a note, and makes one line of a name', async () => {
    const own = await importing()
    await own.takeText(
      sheet(
        ['First name', 'Last name', 'Phone', 'Notes'],
        ['Huy\r\nAnh', 'Lê', NUMBER, 'một\r\n\r\nhai  \u2028ba']
      )
    )
    expect(own.people).toEqual([
      { first_name: 'Huy Anh', last_name: 'Lê', phone: NUMBER, notes: 'một\n\nhai\nba' }
    ])
  })
})
