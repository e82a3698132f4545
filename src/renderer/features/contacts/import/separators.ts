import type { ImportOptions } from '../../../../shared/domain/contact-import'

/** The word for a separator in the keys of its sentences. */
export const SEPARATOR_WORDS = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'bar'
} as const satisfies Readonly<Record<ImportOptions['delimiter'], string>>
