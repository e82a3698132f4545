import type { TFunction } from 'i18next'

const NUMBERED = /^Column (\d+)$/

/** A column as the operator sees it: one without a name is numbered in their language. */
export function columnName(name: string, t: TFunction<'import'>): string {
  const [, number] = NUMBERED.exec(name) ?? []
  return number === undefined ? name : t('mapping.column_number', { number })
}
