import fc from 'fast-check'

/** A way to write an address, and by what it is known; no key where it cannot be sent to. */
interface Spelling {
  readonly text: string
  readonly key?: string
}

const spellings = (key: string, ...texts: readonly string[]): readonly Spelling[] =>
  texts.map((text) => ({ text, key }))

/** Few enough that rows meet each other often. */
export const NUMBERS: readonly Spelling[] = [
  ...spellings('+84339170155', '+84 33 917 0155', '0339170155', '01639170155', '84339170155.0'),
  ...spellings('+84901000002', '0901000002', '+84-90-100-0002'),
  ...spellings('+84901000003', '+84901000003', '901000003'),
  ...spellings('+84901000004', '0084901000004'),
  { text: '12345' }
]

export const TELEGRAM_NAMES: readonly Spelling[] = [
  ...spellings('@an_nguyen', '@an_nguyen', 'https://t.me/An_Nguyen'),
  ...spellings('@mai_tran', 'mai_tran', 'MAI_TRAN'),
  ...spellings('@le_huy', 'tg://resolve?domain=le_huy'),
  { text: 'https://t.me/+AbCdEfGh' }
]

/** A row as a file has it. */
export interface FileRow {
  readonly first_name: string
  readonly phone: string
  readonly whatsapp_number: string
  readonly telegram_username: string
  readonly email: string
  readonly notes: string
  readonly tags: readonly string[]
  readonly do_not_contact: '' | 'yes'
}

/** The row, and what is expected of it. */
export interface ExpectedRow {
  readonly row: FileRow
  /** What the human is known by. */
  readonly keys: readonly string[]
}

const orNothing = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { freq: 2, nil: null })

export const rowArbitrary: fc.Arbitrary<ExpectedRow> = fc
  .record({
    first_name: fc.constantFrom('', 'An', 'Bình', 'Châu'),
    phone: orNothing(NUMBERS),
    whatsapp: orNothing(NUMBERS),
    telegram: orNothing(TELEGRAM_NAMES),
    email: fc.constantFrom('', '', 'an@example.com', 'Binh@Example.com'),
    notes: fc.constantFrom('', '', 'called'),
    tags: fc.subarray(['a', 'b', 'c', 'd']),
    isMarked: fc.integer({ min: 0, max: 5 })
  })
  .map(({ phone, whatsapp, telegram, isMarked, ...rest }) => ({
    row: {
      ...rest,
      phone: phone?.text ?? '',
      whatsapp_number: whatsapp?.text ?? '',
      telegram_username: telegram?.text ?? '',
      do_not_contact: isMarked === 0 ? ('yes' as const) : ('' as const)
    },
    keys: [...new Set([phone, whatsapp, telegram].flatMap((address) => address?.key ?? []))]
  }))
  .filter(({ row }) =>
    [row.first_name, row.phone, row.whatsapp_number, row.telegram_username, row.email].some(
      (text) => text !== ''
    )
  )

export const rowsArbitrary = fc.array(rowArbitrary, { minLength: 1, maxLength: 12 })

export const fileOf = (rows: readonly ExpectedRow[]): string => JSON.stringify(rows.map(({ row }) => row))
