import type { SourceValue } from './readers/source'

/** A value as somebody would write it into a cell. */
export function textOf(value: SourceValue | undefined): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (isList(value)) return value.every(isPlain) ? value.map(textOf).join(', ') : JSON.stringify(value)
  return JSON.stringify(value)
}

export const isList = (value: SourceValue): value is readonly SourceValue[] => Array.isArray(value)

const isPlain = (value: SourceValue): boolean => typeof value !== 'object'

/** The properties of an object; none of anything else. */
export function entriesOf(value: SourceValue | undefined): readonly (readonly [string, SourceValue])[] {
  if (typeof value !== 'object' || value === null || isList(value)) return []
  return Object.entries(value)
}
