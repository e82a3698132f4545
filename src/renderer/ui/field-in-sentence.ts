import type { TFunction } from 'i18next'
import { CONTACT_PLACEHOLDERS } from '../../shared/domain/message'
import { pathOf } from './placeholder-path'

/** A field in a sentence: "first name", or “company” for one of the operator's own. */
export function fieldInSentence(field: string, t: TFunction<'message'>): string {
  const known = CONTACT_PLACEHOLDERS.find((name) => name === field)
  if (known !== undefined) return t(`fields_inline.${known}`)
  const path = pathOf(field)
  return t('fields_inline.own', { name: path?.[0] === 'custom' ? path.slice(1).join('.') : field })
}
