// What long files consist of nearly throughout, told by hand: a schema takes ten times as long for it, at each start. Whatever
// these say no to is left to the schema, which alone refuses.

export type Json = Readonly<Record<string, unknown>>

/** An object that is no list. */
export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** An id as Loa writes it; the schema also takes capitals, and makes them small. */
export const isPlainId = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{24}$/.test(value)

const PLAIN_INSTANT =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/

/** An instant as Loa writes it, on a day that every month has: how many days a month has is left to the schema. */
export const isPlainInstant = (value: unknown): value is string =>
  typeof value === 'string' && PLAIN_INSTANT.test(value)

/** Texts by their names, none of which is that of the prototype: that one would be no property of a copy. */
export function areTexts(value: unknown): value is Record<string, string> {
  if (!isObject(value) || Object.hasOwn(value, '__proto__')) return false
  for (const name in value) if (typeof value[name] !== 'string') return false
  return true
}
