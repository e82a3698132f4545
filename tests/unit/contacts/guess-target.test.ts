import { describe, expect, it } from 'vitest'
import { guessTarget, guessTargets } from '../../../src/engine/contacts/import/guess-target'
import type { ImportTarget } from '../../../src/shared/domain/contact-import'

const HEADERS: Readonly<Partial<Record<ImportTarget, readonly string[]>>> = {
  first_name: ['First Name', 'first_name', 'Given Name', 'Tên', 'TÊN', 'ten', 'Tên gọi', 'Vorname', 'Prénom'],
  middle_name: ['Middle Name', 'Additional Name', 'Tên đệm', 'Tên lót', 'Chữ lót'],
  last_name: ['Last Name', 'Family Name', 'Surname', 'Họ', 'Họ và tên đệm', 'Họ đệm', 'Nachname', 'Nom'],
  full_name: [
    'Name',
    'Full Name',
    'Họ tên',
    'Họ và tên',
    'HỌ VÀ TÊN',
    'Ho va ten',
    'Tên khách hàng',
    'File As',
    'Display Name'
  ],
  phone: [
    'Phone',
    'Phone Number',
    'Mobile',
    'Mobile Phone',
    'SĐT',
    'Sdt',
    'Số điện thoại',
    'Điện thoại',
    'ĐT',
    'Di động',
    'Số ĐT',
    'Phone 1 - Value',
    'Tel',
    'Tel.',
    'Hotline',
    'Business Phone',
    'Số',
    'phone_number'
  ],
  whatsapp_number: ['WhatsApp', 'whatsapp_number', 'Số WhatsApp', 'Whats App', 'WhatsApp Number', 'WA'],
  telegram_username: ['Telegram', 'telegram_username', 'Telegram username', 'Tele', 'TG'],
  zalo: ['Zalo', 'Số Zalo', 'Zalo ID', 'SĐT Zalo'],
  email: ['Email', 'E-mail', 'E-mail Address', 'E-mail 1 - Value', 'Email Address', 'Thư điện tử'],
  notes: ['Notes', 'Note', 'Ghi chú', 'Comments', 'Lưu ý'],
  tags: ['Tags', 'Labels', 'Group Membership', 'Categories', 'Nhóm', 'Nhãn', 'Phân loại'],
  timezone: ['Timezone', 'Time zone', 'Múi giờ'],
  do_not_contact: ['Do not contact', 'DNC', 'Opt out', 'Unsubscribed', 'Không liên hệ', 'Từ chối'],
  _id: ['_id', 'Loa ID'],
  ignore: [
    '__proto__',
    'constructor',
    'prototype',
    '__v',
    'createdAt',
    'updatedAt',
    'Phone 1 - Type',
    'E-mail 1 - Label'
  ],
  custom: [
    'ID',
    'Record ID',
    'Company',
    'Địa chỉ',
    'Ngày sinh',
    'STT',
    'Fax',
    'Business Fax',
    'Country code',
    'Number of phones',
    'Last phone call',
    'Telex',
    'Tên công ty',
    'toString',
    '',
    '  ',
    'Manager',
    'Wall',
    'Tagline',
    'hasOwnProperty'
  ],
  custom_fields: ['custom']
}

describe('a header', () => {
  it.each(Object.entries(HEADERS).flatMap(([target, headers]) => headers.map((header) => [header, target])))(
    '"%s" is %s',
    (header, target) => {
      expect(guessTarget(header)).toBe(target)
      expect(guessTarget(header.normalize('NFD'))).toBe(target)
    }
  )
})

const column = (name: string, ...samples: readonly string[]) => ({ name, samples })

describe('columns together', () => {
  it.each<readonly [string, readonly ReturnType<typeof column>[], readonly ImportTarget[]]>([
    [
      'of several phone columns the mobile one is the phone, the rest is kept',
      [column('Home Phone', '1'), column('Mobile Phone', '2'), column('Phone', '3')],
      ['custom', 'phone', 'custom']
    ],
    [
      'unless nothing stands in it',
      [column('Home Phone', '1'), column('Mobile Phone'), column('Phone', '3')],
      ['custom', 'custom', 'phone']
    ],
    ['where nothing stands in any, the mobile one', [column('Phone'), column('Mobile')], ['custom', 'phone']],
    ['a second name is kept', [column('Name', 'a'), column('Full Name', 'b')], ['full_name', 'custom']],
    [
      'tags and notes may come from several',
      [column('Tags'), column('Labels'), column('Note'), column('Notes')],
      ['tags', 'tags', 'notes', 'notes']
    ],
    [
      '"Tên" beside "Họ" is the first name',
      [column('Họ', 'Nguyễn'), column('Tên', 'Văn An')],
      ['last_name', 'first_name']
    ],
    [
      '"Tên" alone is the whole name where it has several words',
      [column('Tên', 'Nguyễn An', 'Lê Huy')],
      ['full_name']
    ],
    ['"Tên" alone is the first name where it has one', [column('Tên', 'An', 'Huy')], ['first_name']],
    [
      '"SĐT/Zalo" is the phone where there is no other',
      [column('Họ tên'), column('SĐT/Zalo', '0339170155')],
      ['full_name', 'phone']
    ],
    [
      'and Zalo beside a phone',
      [column('SĐT', '0339170155'), column('SĐT Zalo', '0339170155')],
      ['phone', 'zalo']
    ],
    [
      '"Zalo" alone is never a phone',
      [column('Tên', 'An'), column('Zalo', '0339170155')],
      ['first_name', 'zalo']
    ]
  ])('%s', (_what, columns, targets) => expect(guessTargets(columns, true)).toEqual(targets))

  it('without a header what stands in them says what they are', () => {
    const columns = [
      column('Column 1', 'Nguyễn Văn An', 'Lê Huy'),
      column('Column 2', '0339 170 155', '+84 90 100 0002'),
      column('Column 3', 'an@example.com'),
      column('Column 4', '@an_nguyen', 'https://t.me/le_huy'),
      column('Column 5', 'Số 5, Lê Lợi'),
      column('Column 6'),
      column('Column 7', '0901000003', '0901000004')
    ]
    expect(guessTargets(columns, false)).toEqual([
      'full_name',
      'phone',
      'email',
      'telegram_username',
      'custom',
      'custom',
      'custom'
    ])
  })
})
