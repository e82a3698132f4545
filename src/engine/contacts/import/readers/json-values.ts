import type { SourceValue } from './source'

/** Names that would reach an object's prototype. No column of contacts is called so. */
const UNSAFE_KEYS = new Set(['__proto__', 'constructor', 'prototype'])

/** What a document is worth: its fields, and the unsafe names that were left out. */
export interface JsonFields {
  readonly fields: ReadonlyMap<string, SourceValue>
  readonly unsafeKeys: readonly string[]
}

/** The fields of a parsed document with MongoDB's extended forms resolved. Null for what is no document. */
export function fieldsOf(document: unknown): JsonFields | null {
  if (!isObject(document)) return null
  const unsafeKeys: string[] = []
  return { fields: new Map(entriesOf(document, unsafeKeys)), unsafeKeys }
}

function entriesOf(object: object, unsafeKeys: string[]): [string, SourceValue][] {
  const entries: [string, SourceValue][] = []
  for (const [key, value] of Object.entries(object)) {
    if (UNSAFE_KEYS.has(key)) unsafeKeys.push(key)
    else entries.push([key, valueOf(value, unsafeKeys)])
  }
  return entries
}

/** Goes as deep as the document, which the splitter limits. */
function valueOf(value: unknown, unsafeKeys: string[]): SourceValue {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (Array.isArray(value)) return value.map((element) => valueOf(element, unsafeKeys))
  if (!isObject(value)) return null
  return extendedValue(value) ?? Object.fromEntries(entriesOf(value, unsafeKeys))
}

/** https://www.mongodb.com/docs/manual/reference/mongodb-extended-json/; null for an ordinary object. */
function extendedValue(object: object): string | number | null {
  const [entry, ...others] = Object.entries(object) as [string, unknown][]
  if (entry === undefined || others.length > 0) return null
  const [key, value] = entry
  switch (key) {
    case '$oid':
      return typeof value === 'string' ? value : null
    case '$date':
      return dateOf(value)
    case '$numberInt':
    case '$numberLong':
    case '$numberDouble':
      return numberOf(value)
    case '$numberDecimal':
      return typeof value === 'string' || typeof value === 'number' ? value : null
    default:
      return null
  }
}

/** A number that text holds exactly; else the text, since no digit of an id or a phone number may be lost. */
function numberOf(value: unknown): string | number | null {
  if (typeof value === 'number') return value
  if (typeof value !== 'string') return null
  const number = Number(value)
  const isExact = Number.isFinite(number) && (!Number.isInteger(number) || Number.isSafeInteger(number))
  return isExact && value.trim() !== '' ? number : value
}

function dateOf(value: unknown): string | null {
  if (typeof value === 'string') return isoOfText(value)
  const number = isObject(value) ? extendedValue(value) : value
  return typeof number === 'number' ? isoOf(number) : null
}

/** A time without an offset is UTC, as MongoDB has it, and not the computer's. */
function isoOfText(text: string): string {
  const hasOffset = /(?:z|[+-]\d{2}:?\d{2})$/i.test(text)
  return isoOf(Date.parse(hasOffset || !text.includes('T') ? text : `${text}Z`)) ?? text
}

function isoOf(epochMs: number): string | null {
  const date = new Date(epochMs)
  return Number.isNaN(date.getTime()) ? null : date.toISOString()
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
