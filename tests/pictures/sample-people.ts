import { type ContactRecord, contactRecord, idOf } from '../support/engine/records'

/** First name, last name, number, Telegram name. One number cannot be right, and one person has no address at all. */
const PEOPLE = [
  ['John', 'Doe', '+84339170155', 'johndoe'],
  ['An', 'Nguyễn Văn', '+84901234567', 'annguyen'],
  ['Bình', 'Trần Thị', '+84912345678', 'binhtran'],
  ['Châu', 'Lê Minh', '+84987654321', 'chauleminh'],
  ['Dung', 'Phạm Thuỳ', '+84934567890', ''],
  ['Emma', 'Wilson', '+447400123456', 'emmawilson'],
  ['Hà', 'Đặng Thu', '0912 345 6', 'hadang'],
  ['Khánh', 'Vũ Quốc', '+84961112233', 'khanhvu'],
  ['Lan', 'Hoàng Ngọc', '+84972223344', 'lanhoang'],
  ['Minh', 'Bùi Đức', '', ''],
  ['Sofia', 'García', '+34612345678', 'sofiagarcia'],
  ['Thảo', 'Đỗ Phương', '+84983334455', 'thaodo']
] as const

const LAST_NAMES = [
  'Nguyễn Thị',
  'Trần Văn',
  'Phạm Minh',
  'Vũ Thu',
  'Đặng Quang',
  'Bùi Thanh',
  'Ngô Đức',
  'Dương Hải',
  'Lý Gia',
  'Phan Bảo',
  'Hồ Khánh',
  'Đinh Xuân'
] as const

const FIRST_NAMES = [
  'Anh',
  'Bảo',
  'Bích',
  'Chi',
  'Cường',
  'Duy',
  'Đạt',
  'Giang',
  'Hải',
  'Hạnh',
  'Hân',
  'Hiếu',
  'Hoa',
  'Hồng',
  'Huy',
  'Khang',
  'Kiên',
  'Linh',
  'Loan',
  'Long',
  'Lộc',
  'Mai',
  'My',
  'Nam',
  'Nga',
  'Ngân',
  'Nhi',
  'Oanh',
  'Phong',
  'Phúc',
  'Quân',
  'Quỳnh',
  'Sơn',
  'Tâm',
  'Thịnh',
  'Trang',
  'Tú',
  'Uyên',
  'Vân',
  'Xuân'
] as const

/** How many people the sample has: enough that limits mean something. */
const COUNT = 240
const TAGS = ['lớp A', 'lớp B', 'lớp C'] as const

const plain = (name: string): string =>
  name.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').replace(/\s/g, '').toLowerCase()

function person(index: number): readonly [string, string, string, string] {
  const known = PEOPLE[index]
  if (known !== undefined) return known
  const first = FIRST_NAMES[index % FIRST_NAMES.length] ?? ''
  const last = LAST_NAMES[(5 * index + Math.floor(index / FIRST_NAMES.length)) % LAST_NAMES.length] ?? ''
  const number = `+8490${2_000_000 + index * 7_919}`
  return [first, last, number, index % 9 === 4 ? '' : `${plain(first)}${plain(last)}${index}`]
}

export const samplePeople: readonly ContactRecord[] = Array.from({ length: COUNT }, (_, index) => {
  const [first_name, last_name, phone, telegram_username] = person(index)
  return contactRecord(index + 1, {
    first_name,
    last_name,
    phone,
    whatsapp_number: phone,
    telegram_username,
    email: telegram_username === '' ? '' : `${telegram_username}@example.com`,
    tags: [TAGS[index % TAGS.length] ?? '', ...(index % 12 === 0 ? ['VIP'] : [])]
  })
})

/** The ids of the first of them. */
export const firstPeople = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => idOf(index + 1))
