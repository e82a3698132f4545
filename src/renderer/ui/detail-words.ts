import type { TFunction } from 'i18next'
import type { Reason } from '../../shared/domain/delivery'
import { fieldInSentence } from './field-in-sentence'
import { textFailureWords } from './text-failure-words'

/** What stands beside a reason: the field that is missing, what is wrong with a text, or somebody else's words, quoted. */
export function detailWords({ code, detail = '' }: Reason, t: TFunction<'message'>): string {
  if (code === 'missing_value') return fieldInSentence(detail, t)
  return code === 'template_failed' ? textFailureWords(detail, t) : t('failure.other', { words: detail })
}
