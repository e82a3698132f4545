import type { TypedNumber } from '../campaign-values'

/** What a number field hands over: a number, or text while it is empty or half typed. */
export function typedNumber(value: string | number): TypedNumber {
  if (typeof value === 'number') return value
  return value.trim() === '' ? '' : Number(value)
}
