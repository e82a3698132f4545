import { describe, expect, it } from 'vitest'
import { DELIVERY_STATES, REASON_CODES } from '../../../src/shared/domain/delivery'
import { catalogue, type Namespace } from '../../../src/shared/i18n/catalogue'
import { ISSUE_CODES } from '../../../src/shared/issue-codes'

const LANGUAGES = ['en', 'vi'] as const
const NAMESPACES = Object.keys(catalogue.en) as Namespace[]
const PLURAL = /_(zero|one|two|few|many|other)$/

/** Every sentence of a namespace by its full key. */
function sentences(tree: object, path = ''): Map<string, string> {
  const found = new Map<string, string>()
  for (const [key, value] of Object.entries(tree) as [string, unknown][]) {
    const full = path === '' ? key : `${path}.${key}`
    if (typeof value === 'string') found.set(full, value)
    else if (typeof value === 'object' && value !== null)
      for (const [inner, text] of sentences(value, full)) found.set(inner, text)
  }
  return found
}

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{\s*([^},\s]+)/g)].map((match) => match[1] ?? '').sort()

/** Languages have different plural forms of one sentence, so the key without its form is what they share. */
const stem = (key: string): string => key.replace(PLURAL, '')

describe.each(NAMESPACES)('namespace %s', (namespace) => {
  const english = sentences(catalogue.en[namespace])
  const vietnamese = sentences(catalogue.vi[namespace])

  it('has the same sentences in both languages', () => {
    expect([...new Set([...vietnamese.keys()].map(stem))].sort()).toEqual(
      [...new Set([...english.keys()].map(stem))].sort()
    )
  })

  it.each(LANGUAGES)('has no empty sentence (%s)', (language) => {
    const empty = [...sentences(catalogue[language][namespace])].filter(([, text]) => text.trim() === '')
    expect(empty).toEqual([])
  })

  it('asks for the same values in both languages', () => {
    const differing = [...vietnamese].filter(([key, text]) => {
      const other = english.get(key)
      return other !== undefined && placeholders(other).join() !== placeholders(text).join()
    })
    expect(differing).toEqual([])
  })

  it.each(LANGUAGES)('has all plural forms of the language (%s)', (language) => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    const all = sentences(catalogue[language][namespace])
    const plurals = new Set(
      [...all]
        .filter(([key, text]) => PLURAL.test(key) && placeholders(text).includes('count'))
        .map(([key]) => stem(key))
    )
    const missing = [...plurals].flatMap((key) =>
      forms.map((form) => `${key}_${form}`).filter((full) => !all.has(full))
    )
    expect(missing).toEqual([])
  })
})

describe.each(LANGUAGES)('what Loa can say went wrong (%s)', (language) => {
  it('has a sentence for every issue code, and no other', () => {
    expect(Object.keys(catalogue[language].errors).sort()).toEqual([...ISSUE_CODES].sort())
  })

  it('has a sentence for every reason code, and no other', () => {
    expect(Object.keys(catalogue[language].reasons).sort()).toEqual([...REASON_CODES].sort())
  })

  it('has a word for every state of a delivery', () => {
    expect(Object.keys(catalogue[language].common.delivery_state).sort()).toEqual([...DELIVERY_STATES].sort())
  })
})
