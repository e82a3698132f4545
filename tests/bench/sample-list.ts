/** Made-up people, the same ones each time: names as they are written in Vietnam, numbers that libphonenumber calls valid. */

const FAMILY = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Huỳnh', 'Phan', 'Vũ', 'Đặng', 'Bùi']
const MIDDLE = ['Văn', 'Thị', 'Minh', 'Ngọc', 'Quốc', 'Thanh', 'Hữu', 'Đức']
const GIVEN = [
  'An',
  'Bình',
  'Chi',
  'Dũng',
  'Giang',
  'Hương',
  'Khoa',
  'Linh',
  'Mai',
  'Nam',
  'Phúc',
  'Quỳnh',
  'Sơn',
  'Thảo',
  'Uyên',
  'Việt',
  'Yến'
]
const CITIES = ['Hà Nội', 'Đà Nẵng', 'Cần Thơ', 'Huế', 'Vinh']

const pick = (list: readonly string[], number: number): string => list[number % list.length] ?? ''

export const phoneOf = (number: number): string => `09${String(10_000_000 + number).padStart(8, '0')}`

export const nameOf = (number: number): string =>
  `${pick(FAMILY, number)} ${pick(MIDDLE, Math.floor(number / 10))} ${pick(GIVEN, Math.floor(number / 80))} ${number}`

/** A spreadsheet of so many people, `repeats` times over: the file grows, the list that it makes does not. */
export function* csvOf(people: number, repeats = 1): Generator<string> {
  yield '\uFEFFHọ tên,SĐT,WhatsApp,Telegram,Email,Thành phố\r\n'
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    for (let number = 0; number < people; number += 1) {
      yield `${nameOf(number)},${phoneOf(number)},${phoneOf(number)},@nguoi_dung_${number},nguoi${number}@example.com,${pick(CITIES, number)}\r\n`
    }
  }
}

/** The same people as `contacts.json` holds them. */
export function contactsFile(people: number): string {
  const at = '2026-01-01T00:00:00.000Z'
  const contacts = Array.from({ length: people }, (_, number) => {
    const words = nameOf(number).split(' ')
    const e164 = `+84${phoneOf(number).slice(1)}`
    return {
      _id: (number + 1).toString(16).padStart(24, '0'),
      first_name: words.at(-1),
      last_name: words.slice(0, -1).join(' '),
      phone: e164,
      whatsapp_number: e164,
      telegram_username: `nguoi_dung_${number}`,
      email: `nguoi${number}@example.com`,
      tags: number % 3 === 0 ? ['khách'] : [],
      custom: { full_name: nameOf(number), 'Thành phố': pick(CITIES, number) },
      created_at: at,
      updated_at: at
    }
  })
  return JSON.stringify({ contacts, deleted: [], last_import: '', normal_form: 1, schema_version: 2 })
}
