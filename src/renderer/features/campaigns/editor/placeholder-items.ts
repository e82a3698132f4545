import type { TFunction } from 'i18next'
import { CONTACT_PLACEHOLDERS, type ContactPlaceholder } from '../../../../shared/domain/message'
import type { KnownPlaceholder } from '../../../stores/placeholder-choices'

/** A field as the menu and the suggestions offer it. */
export interface PlaceholderItem {
  /** As it is written between the braces. */
  readonly name: string
  readonly label: string
  readonly isOwn: boolean
  /** How many people have a value; null while that is not known. */
  readonly people: number | null
}

const forEverybody = (name: string): ContactPlaceholder | undefined =>
  CONTACT_PLACEHOLDERS.find((known) => known === name)

/** The fields with names that people know, those of everybody first. */
export const placeholderItems = (
  choices: readonly KnownPlaceholder[],
  t: TFunction<'message'>
): PlaceholderItem[] =>
  choices
    .map(({ name, custom, people }) => {
      const known = forEverybody(name)
      const label = custom ?? (known === undefined ? name : t(`fields.${known}`))
      return { name, label, isOwn: custom !== null, people }
    })
    .toSorted((one, other) => Number(one.isOwn) - Number(other.isOwn))

/** The word that may stand in for somebody's name; for any other field the operator has to find one. */
export const usualFallback = (field: string, t: TFunction<'message'>): string =>
  field.endsWith('_name') && forEverybody(field) !== undefined ? t('fallback_word') : ''
