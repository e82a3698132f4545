import type { TFunction } from 'i18next'
import { readTextFailure } from '../../shared/domain/text-failure'

/** What became wrong with a text, in the operator's language; words of the template language are quoted as they are. */
export function textFailureWords(detail: string, t: TFunction<'message'>): string {
  const { code, words, place } = readTextFailure(detail)
  const what = code === null ? t('failure.other', { words }) : t(`failure.${code}`)
  return place === null ? what : t('failure.placed', { ...place, what })
}
