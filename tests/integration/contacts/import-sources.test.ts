import { describe, expect, it } from 'vitest'
import type { Contact } from '../../../src/shared/domain/contact'
import type { ImportOptions, ImportPreview } from '../../../src/shared/domain/contact-import'
import {
  countsOf,
  fixture,
  ignoredIn,
  importing,
  NUMBER,
  NUMBER_E164,
  problemLines,
  targetsOf
} from '../../support/contacts/importing'

interface Source {
  readonly file: string
  readonly kind: ImportPreview['kind']
  /** How it is read; UTF-8 with a header and commas when nothing is said. */
  readonly read?: Partial<Pick<ImportOptions, 'encoding' | 'delimiter' | 'has_header'>>
  readonly columns: Readonly<Record<string, string>>
  readonly ignored?: readonly string[]
  readonly counts: Readonly<Record<string, number>>
  readonly problems?: readonly string[]
  readonly people: readonly Partial<Contact>[]
}

const WESTERN = { first_name: 'John', last_name: 'Doe' }
const AN = { first_name: 'An', last_name: 'Nguyễn Văn' }
const AN_IN_FULL = { full_name: 'Nguyễn Văn An' }
const MAI = { first_name: 'Mai', last_name: 'Trần Thị' }
const MAI_IN_FULL = { full_name: 'Trần Thị Mai' }

const national = (phone: string, written: string): Partial<Contact> => ({
  phone,
  written: { phone: written }
})
const OWN_NUMBER = national(NUMBER_E164, '0339170155')
const SECOND_NUMBER = national('+84901000002', '0901000002')

const OUTLOOK_PLACEHOLDERS = {
  Anniversary: '0/0/00',
  Birthday: '0/0/00',
  Gender: 'Unspecified',
  Priority: 'Normal',
  Private: 'False',
  Sensitivity: 'Normal'
}

const REFERENCE_COLUMNS = Object.fromEntries(
  ['_id', 'first_name', 'last_name', 'phone', 'whatsapp_number', 'telegram_username', 'email'].map((name) => [
    name,
    name
  ])
)

const REFERENCE_PEOPLE: readonly Partial<Contact>[] = [
  {
    ...WESTERN,
    phone: NUMBER,
    whatsapp_number: NUMBER,
    telegram_username: 'johndoe',
    email: 'john@example.com'
  },
  {
    first_name: 'Mai',
    last_name: 'Trần',
    phone: '+84901000002',
    telegram_username: 'mai_tran',
    written: { phone: '0901000002', telegram_username: '@mai_tran' }
  },
  { first_name: 'Jane', ...national('+84901000003', '84901000003') }
]

const SOURCES: readonly Source[] = [
  {
    file: 'google-old.csv',
    kind: 'csv',
    columns: {
      Name: 'full_name',
      'Given Name': 'first_name',
      'Additional Name': 'middle_name',
      'Family Name': 'last_name',
      Notes: 'notes',
      'Group Membership': 'tags',
      'E-mail 1 - Value': 'email',
      'Phone 1 - Value': 'phone'
    },
    ignored: [
      'E-mail 1 - Type',
      'E-mail 2 - Type',
      'Phone 1 - Type',
      'Phone 2 - Type',
      'Organization 1 - Type'
    ],
    counts: { added: 3, rejected: 1 },
    problems: ['2 added: second_number Phone 1 - Value', '5 rejected: nothing_in_it'],
    people: [
      {
        ...AN,
        ...national(NUMBER_E164, '033 917 0155'),
        email: 'an@example.com',
        notes: 'Gọi sau 17h',
        tags: ['Khách VIP'],
        custom: {
          phone_2: '+84 90 100 0001',
          'Organization 1 - Name': 'Công ty Hoa Sen',
          full_name: 'An Văn Nguyễn'
        }
      },
      { ...WESTERN, phone: '+1 201-555-0123', custom: { 'Phone 2 - Value': '+1 201-555-0199' } },
      {
        first_name: 'Mai',
        last_name: 'Tiệm hoa',
        ...SECOND_NUMBER,
        custom: { full_name: 'Tiệm hoa Mai' }
      }
    ]
  },
  {
    file: 'google-new.csv',
    kind: 'csv',
    columns: {
      'First Name': 'first_name',
      'Middle Name': 'middle_name',
      'Last Name': 'last_name',
      'File As': 'full_name',
      Notes: 'notes',
      Labels: 'tags',
      'E-mail 1 - Value': 'email',
      'Phone 1 - Value': 'phone'
    },
    ignored: [
      'E-mail 1 - Label',
      'Phone 1 - Label',
      'Phone 2 - Label',
      'Address 1 - Label',
      'Custom Field 1 - Label'
    ],
    counts: { added: 3 },
    people: [
      {
        ...AN,
        ...national(NUMBER_E164, '033 917 0155'),
        email: 'an@example.com',
        tags: ['Khách VIP'],
        custom: { Birthday: '1990-05-20', 'Phone 2 - Value': '+84 90 100 0001', ...AN_IN_FULL }
      },
      { first_name: 'Mai', phone: '+84 90 100 0002', notes: 'Dòng một\nDòng hai' },
      { phone: '+84 90 100 0003', custom: { 'Organization Name': 'Công ty Hoa Sen' } }
    ]
  },
  {
    file: 'outlook.csv',
    kind: 'csv',
    columns: {
      'First Name': 'first_name',
      'Middle Name': 'middle_name',
      'Last Name': 'last_name',
      'Mobile Phone': 'phone',
      Categories: 'tags',
      'E-mail Address': 'email',
      Notes: 'notes'
    },
    ignored: ['E-mail Type', 'E-mail 2 Type', 'E-mail 3 Type'],
    counts: { added: 2 },
    people: [
      {
        first_name: 'John',
        last_name: 'Doe Quincy',
        phone: NUMBER,
        email: 'john@example.com',
        notes: 'He said "call me",\nthen hung up',
        tags: ['VIP', 'Hanoi'],
        custom: {
          ...OUTLOOK_PLACEHOLDERS,
          Company: 'Lotus Ltd',
          'Business Fax': '+1 201-555-0111',
          'Business Phone': '+1 201-555-0122',
          'E-mail Display Name': 'John Doe (john@example.com)',
          'E-mail 2 Address': 'jd@example.com',
          full_name: 'Doe Quincy John'
        }
      },
      {
        first_name: 'Mai',
        last_name: 'Trần',
        ...national('+84901000002', '090 100 0002'),
        email: 'mai@example.com',
        custom: {
          ...OUTLOOK_PLACEHOLDERS,
          'Home Phone': '+84 24 0000 0000',
          'E-mail Display Name': 'Mai Trần'
        }
      }
    ]
  },
  {
    file: 'hubspot.csv',
    kind: 'csv',
    columns: {
      'First Name': 'first_name',
      'Last Name': 'last_name',
      Email: 'email',
      'Mobile Phone Number': 'phone'
    },
    counts: { added: 3 },
    problems: ['4 added: email_invalid Email'],
    people: [
      {
        ...WESTERN,
        phone: NUMBER_E164,
        email: 'john@example.com',
        custom: {
          'Record ID': '51',
          'Phone Number': '+1 201-555-0123',
          'Contact owner': 'Linh',
          'Lead Status': 'NEW',
          'Marketing contact status': 'Marketing contact',
          'Create Date (GMT+7)': '2024-03-01 10:00',
          'Lifecycle Stage': 'customer'
        }
      },
      {
        email: 'hello@example.com',
        custom: {
          'Record ID': '52',
          'Marketing contact status': 'Non-marketing contact',
          'Create Date (GMT+7)': '2024-03-02 10:00',
          'Lifecycle Stage': 'lead'
        }
      },
      {
        first_name: 'Mai',
        last_name: 'Trần',
        ...SECOND_NUMBER,
        email: 'mai@',
        custom: { 'Record ID': '53', 'Create Date (GMT+7)': '2024-03-03 10:00', 'Lifecycle Stage': 'lead' }
      }
    ]
  },
  {
    // The column of mobile numbers is there, and empty: the other one has the numbers.
    file: 'hubspot-no-mobiles.csv',
    kind: 'csv',
    columns: {
      'First Name': 'first_name',
      'Last Name': 'last_name',
      Email: 'email',
      'Phone Number': 'phone'
    },
    counts: { added: 2 },
    people: [
      {
        ...WESTERN,
        phone: NUMBER_E164,
        email: 'john@example.com',
        custom: { 'Record ID': '51', 'Lifecycle Stage': 'customer' }
      },
      {
        first_name: 'Mai',
        last_name: 'Trần',
        ...SECOND_NUMBER,
        custom: { 'Record ID': '52', 'Lifecycle Stage': 'lead' }
      }
    ]
  },
  {
    file: 'excel-utf8.csv',
    kind: 'csv',
    read: { delimiter: ';' },
    columns: { 'Họ tên': 'full_name', SĐT: 'phone', Zalo: 'zalo', Email: 'email', 'Ghi chú': 'notes' },
    counts: { added: 4 },
    problems: ['3 added: number_zero SĐT'],
    people: [
      {
        ...AN,
        ...OWN_NUMBER,
        email: 'an@example.com',
        notes: 'Khách cũ; gọi trước',
        custom: { zalo: '0339 170 155', ...AN_IN_FULL }
      },
      { ...MAI, ...national('+84901000002', '90100 0002'), custom: MAI_IN_FULL },
      {
        first_name: 'Huy',
        last_name: 'Lê',
        notes: 'chỉ có Zalo',
        custom: { zalo: '0901000003', full_name: 'Lê Huy' }
      },
      {
        first_name: 'Ngọc',
        last_name: 'Đặng Thị Bích',
        phone: '+84 90 100 0004',
        email: 'ngoc@example.com',
        custom: { full_name: 'Đặng Thị Bích Ngọc' }
      }
    ]
  },
  {
    file: 'excel-unicode-text.txt',
    kind: 'csv',
    read: { encoding: 'utf-16le', delimiter: '\t' },
    columns: { 'Họ và tên': 'full_name', 'Di động': 'phone', Email: 'email', Nhóm: 'tags' },
    counts: { added: 3 },
    people: [
      { ...AN, ...OWN_NUMBER, email: 'an@example.com', tags: ['VIP', 'Hà Nội'], custom: AN_IN_FULL },
      { ...MAI, ...national('+84901000002', '090 100 0002'), custom: MAI_IN_FULL },
      {
        first_name: 'Lê',
        last_name: 'Lê "Huy"',
        ...national('+84901000003', '0901000003'),
        custom: { full_name: 'Lê "Huy" Lê' }
      }
    ]
  },
  {
    file: 'windows-1252.csv',
    kind: 'csv',
    read: { encoding: 'windows-1252', delimiter: ';' },
    columns: {
      Prénom: 'first_name',
      Nom: 'last_name',
      Téléphone: 'phone',
      'E-mail': 'email',
      Notes: 'notes'
    },
    counts: { added: 2 },
    people: [
      {
        first_name: 'François',
        last_name: 'Lefèvre',
        phone: '+33 6 12 34 56 78',
        email: 'francois@example.com',
        notes: 'Rappeler à 8 h – « urgent »'
      },
      { first_name: 'Zoé', last_name: 'Noël', email: 'zoe@example.com', notes: '10 €' }
    ]
  },
  {
    // Tone marks are bytes of their own: what is stored is composed (NFC).
    file: 'windows-1258.csv',
    kind: 'csv',
    read: { encoding: 'windows-1258' },
    columns: { 'Họ và tên': 'full_name', 'Số điện thoại': 'phone', 'Ghi chú': 'notes' },
    counts: { added: 2 },
    people: [
      {
        first_name: 'Ánh',
        last_name: 'Nguyễn Thị Hồng',
        ...OWN_NUMBER,
        notes: 'Khách quen',
        custom: { 'Địa chỉ': 'Số 5 Đường Lê Lợi', full_name: 'Nguyễn Thị Hồng Ánh' }
      },
      {
        first_name: 'Đạt',
        last_name: 'Trần Quốc',
        ...SECOND_NUMBER,
        notes: 'Chưa gọi được',
        custom: { 'Địa chỉ': 'Quận Gò Vấp', full_name: 'Trần Quốc Đạt' }
      }
    ]
  },
  {
    file: 'tabs.tsv',
    kind: 'csv',
    read: { delimiter: '\t' },
    columns: {
      first_name: 'first_name',
      last_name: 'last_name',
      phone: 'phone',
      telegram_username: 'telegram_username',
      tags: 'tags'
    },
    counts: { added: 2 },
    people: [
      {
        ...WESTERN,
        phone: NUMBER,
        telegram_username: 'johndoe',
        written: { telegram_username: '@johndoe' },
        tags: ['vip', 'hanoi']
      },
      {
        first_name: 'Mai',
        last_name: 'Trần',
        phone: '+84901000002',
        telegram_username: 'mai_tran',
        written: { phone: '0901000002', telegram_username: 'https://t.me/mai_tran' }
      }
    ]
  },
  {
    file: 'vietnamese-headers.csv',
    kind: 'csv',
    columns: { 'Họ và tên': 'full_name', 'Số điện thoại': 'phone', Nhóm: 'tags' },
    counts: { added: 2 },
    people: [
      {
        ...AN,
        ...OWN_NUMBER,
        tags: ['VIP'],
        custom: {
          STT: '1',
          'Điện thoại bàn': '024 0000 0000',
          'Ngày sinh': '01/02/1990',
          ...AN_IN_FULL
        }
      },
      { first_name: 'An', ...SECOND_NUMBER, custom: { STT: '2' } }
    ]
  },
  {
    file: 'di-dong.csv',
    kind: 'csv',
    columns: { Tên: 'first_name', Họ: 'last_name', 'Di động': 'phone' },
    counts: { added: 2 },
    people: [
      { ...AN, ...OWN_NUMBER },
      { first_name: 'Mai', last_name: 'Trần', ...SECOND_NUMBER }
    ]
  },
  {
    file: 'sdt-zalo.csv',
    kind: 'csv',
    columns: { 'SĐT/Zalo': 'phone' },
    counts: { added: 2 },
    people: [OWN_NUMBER, SECOND_NUMBER]
  },
  {
    file: 'numbers.txt',
    kind: 'csv',
    read: { has_header: false },
    columns: { 'Column 1': 'phone' },
    counts: { added: 4, unchanged: 1 },
    problems: ['4 added: number_zero Column 1'],
    people: [
      OWN_NUMBER,
      { phone: '+84 90 100 0002' },
      national('+84901000003', '84901000003'),
      national('+84901000004', '901000004')
    ]
  },
  {
    file: 'names-and-numbers.csv',
    kind: 'csv',
    read: { has_header: false },
    columns: { 'Column 1': 'full_name', 'Column 2': 'phone', 'Column 3': 'email' },
    counts: { added: 3 },
    people: [
      { ...AN, ...OWN_NUMBER, email: 'an@example.com', custom: AN_IN_FULL },
      { ...MAI, ...SECOND_NUMBER, custom: MAI_IN_FULL },
      {
        first_name: 'Huy',
        last_name: 'Lê',
        ...national('+84901000003', '0901000003'),
        email: 'huy@example.com',
        custom: { full_name: 'Lê Huy' }
      }
    ]
  },
  {
    file: 'iphone.vcf',
    kind: 'vcard',
    read: { has_header: false },
    columns: Object.fromEntries(
      [
        ...['first_name', 'middle_name', 'last_name', 'full_name', 'phone', 'whatsapp_number'],
        ...['telegram_username', 'zalo', 'email', 'notes', 'tags']
      ].map((name) => [name, name])
    ),
    counts: { added: 2 },
    people: [
      {
        ...AN,
        phone: NUMBER_E164,
        whatsapp_number: '+84 90 100 0005',
        telegram_username: 'an_nguyen',
        written: { phone: '033 917 0155' },
        email: 'an@example.com',
        notes: 'Khách VIP, gọi sau 17h\nDòng hai',
        tags: ['vip', 'hà nội'],
        custom: {
          phone_2: '+84 90 100 0001',
          zalo: '+84 90 100 0006',
          organization: 'Công ty Hoa Sen',
          birthday: '1990-05-20',
          ...AN_IN_FULL
        }
      },
      { phone: '+84901000002', custom: { organization: 'Tiệm hoa Mai' } }
    ]
  },
  {
    file: 'android.vcf',
    kind: 'vcard',
    read: { has_header: false },
    columns: Object.fromEntries(
      ['first_name', 'middle_name', 'last_name', 'full_name', 'phone'].map((name) => [name, name])
    ),
    counts: { added: 2 },
    people: [
      { ...MAI, phone: '+84-90-100-0002', custom: MAI_IN_FULL },
      { first_name: '0901000007', ...national('+84901000007', '0901000007') }
    ]
  },
  {
    file: 'vcard-4.vcf',
    kind: 'vcard',
    read: { has_header: false },
    columns: Object.fromEntries(
      [
        ...['first_name', 'middle_name', 'last_name', 'full_name', 'phone'],
        ...['telegram_username', 'email', 'notes', 'tags']
      ].map((name) => [name, name])
    ),
    counts: { added: 1 },
    people: [
      {
        first_name: 'John',
        last_name: 'Doe Quincy',
        phone: '+84-33-917-0155',
        telegram_username: 'johndoe',
        email: 'john@example.com',
        notes: 'A comma, a semicolon; and a fold',
        tags: ['vip', 'friends'],
        custom: { phone_2: '+1-201-555-0111', full_name: 'John Quincy Doe' }
      }
    ]
  },
  {
    file: 'vcard-21.vcf',
    kind: 'vcard',
    read: { has_header: false },
    columns: Object.fromEntries(
      ['first_name', 'middle_name', 'last_name', 'full_name', 'phone', 'email', 'notes'].map((name) => [
        name,
        name
      ])
    ),
    counts: { added: 1 },
    people: [
      {
        ...AN,
        ...OWN_NUMBER,
        email: 'an@example.com',
        notes: 'dòng một\ndòng hai',
        custom: { phone_2: '024 0000 0000', ...AN_IN_FULL }
      }
    ]
  },
  ...['mongoexport.json', 'mongoexport.ndjson'].map((file): Source => ({
    file,
    kind: 'json',
    read: { has_header: false },
    columns: REFERENCE_COLUMNS,
    ignored: ['createdAt', 'updatedAt', '__v'],
    counts: { added: 3 },
    people: REFERENCE_PEOPLE
  }))
]

describe('a file as another program writes it', () => {
  it.each(SOURCES)(
    '$file',
    async ({ file, kind, read, columns, ignored = [], counts, problems = [], people }) => {
      const own = await importing()
      const { preview, check, done } = await own.take(fixture(file))
      expect(preview).toMatchObject({ file_name: file, kind })
      expect(preview.options).toMatchObject({
        purpose: 'contacts',
        encoding: 'utf-8',
        delimiter: ',',
        has_header: true,
        ...read
      })
      expect(targetsOf(preview)).toEqual(columns)
      expect(ignoredIn(preview)).toEqual(ignored)
      expect(countsOf(check)).toEqual(counts)
      expect(problemLines(check)).toEqual(problems)
      expect(done).toMatchObject({ counts: check.counts })
      expect(own.people).toEqual(people)
      expect(await own.stored()).toEqual(own.list)
    }
  )

  it('the preview shows what will be stored', async () => {
    const own = await importing()
    const { preview } = await own.take(fixture('excel-utf8.csv'))
    const fields = (({ first_name, last_name, phone, whatsapp_number, email, tags, custom, invalid }) => ({
      first_name,
      last_name,
      phone,
      whatsapp_number,
      email,
      tags,
      custom,
      invalid
    })) satisfies (contact: Contact) => Partial<Contact>
    expect(preview.rows).toMatchObject(own.list.map(fields))
    expect(preview.rows.map(({ row, is_rejected }) => [row, is_rejected])).toEqual(
      [2, 3, 4, 5].map((row) => [row, false])
    )
  })

  it('ids of the reference system are kept, so that its campaigns still name the people', async () => {
    const own = await importing()
    await own.take(fixture('mongoexport.json'))
    expect(own.list.map(({ _id }) => _id)).toEqual([4, 5, 6].map((last) => `64b7f3a2c1d4e5f60102030${last}`))
  })

  it('the array and the lines of one export are the same people', async () => {
    const own = await importing()
    await own.take(fixture('mongoexport.json'))
    const before = own.list
    const { check } = await own.take(fixture('mongoexport.ndjson'))
    expect(countsOf(check)).toEqual({ unchanged: 3 })
    expect(own.list).toEqual(before)
  })

  it('a Zalo number is never taken for a WhatsApp number, whatever its header', async () => {
    const own = await importing()
    for (const header of ['Zalo', 'Số Zalo', 'ZALO', 'Zalo phone', 'Tài khoản Zalo']) {
      await own.takeText(`Họ tên,SĐT,${header}\nAn,,${NUMBER}\n`)
    }
    expect(own.list.map(({ whatsapp_number }) => whatsapp_number).join('')).toBe('')
    expect(new Set(own.list.map(({ custom }) => custom['zalo']))).toEqual(new Set([NUMBER]))
  })
})

describe('a name in one piece', () => {
  const NAMES: readonly (readonly [string, string, string])[] = [
    ['Nguyễn Văn An', 'An', 'Nguyễn Văn'],
    ['An', 'An', ''],
    ['Tôn Nữ Thị Ninh', 'Ninh', 'Tôn Nữ Thị'],
    ['  Lê   Huy ', 'Huy', 'Lê']
  ]

  it.each(NAMES)('"%s" ends with the first name', async (written, first_name, last_name) => {
    const own = await importing()
    await own.takeText(`Họ và tên,SĐT\n"${written}",0339170155\n`)
    expect(own.list[0]).toMatchObject({ first_name, last_name })
    expect(own.list[0]?.custom).toEqual(
      last_name === '' ? {} : { full_name: written.trim().replace(/\s+/g, ' ') }
    )
  })

  it('ends with the last name when the operator says so', async () => {
    const own = await importing()
    await own.takeText('Name,Phone\nJohn Quincy Doe,0339170155\n', { name_order: 'given_first' })
    expect(own.people).toMatchObject([
      { first_name: 'John Quincy', last_name: 'Doe', custom: { full_name: 'John Quincy Doe' } }
    ])
  })
})
