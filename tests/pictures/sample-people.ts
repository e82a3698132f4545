import { type ContactDraft, contactDraftSchema } from '../../src/shared/domain/contact'

/** First name, last name, number, Telegram name. One number cannot be right, and one person has no address at all. */
const PEOPLE = [
  ['John', 'Doe', '+84 33 917 0155', 'johndoe'],
  ['An', 'Nguyễn Văn', '+84 90 123 4567', 'annguyen'],
  ['Bình', 'Trần Thị', '+84 91 234 5678', 'binhtran'],
  ['Châu', 'Lê Minh', '0987 654 321', 'chauleminh'],
  ['Dung', 'Phạm Thuỳ', '+84 93 456 7890', ''],
  ['Emma', 'Wilson', '+44 7400 123456', 'emmawilson'],
  ['Hà', 'Đặng Thu', '0912 345 6', 'hadang'],
  ['Khánh', 'Vũ Quốc', '+84 96 111 2233', 'khanhvu'],
  ['Lan', 'Hoàng Ngọc', '+84 97 222 3344', 'lanhoang'],
  ['Minh', 'Bùi Đức', '', ''],
  ['Sofia', 'García', '+34 612 345 678', 'sofiagarcia'],
  ['Thảo', 'Đỗ Phương', '+84 98 333 4455', 'thaodo']
] as const

export const samplePeople: readonly ContactDraft[] = PEOPLE.map(
  ([first_name, last_name, phone, telegram], index) =>
    contactDraftSchema.parse({
      first_name,
      last_name,
      phone,
      whatsapp_number: phone,
      telegram_username: telegram,
      email: telegram === '' ? '' : `${telegram}@example.com`,
      tags: index % 3 === 0 ? ['VIP'] : index % 4 === 1 ? ['lớp A', 'phụ huynh'] : []
    })
)
