import type { TFunction } from 'i18next'
import type { Reason } from '../../../../shared/domain/delivery'
import { fieldInSentence } from '../../../ui/field-in-sentence'
import { textFailureWords } from '../../../ui/text-failure-words'

/** Why nothing was requested, in a few words: with the field that is missing, or what the text could not do. */
export function reasonWords(
  { code, detail }: Reason,
  t: TFunction<'runs'>,
  ofMessages: TFunction<'message'>
): string {
  if (detail === undefined) return t(`reason_short.${code}`)
  if (code === 'missing_value') return t('missing_field', { field: fieldInSentence(detail, ofMessages) })
  return code === 'template_failed'
    ? t('template_failed', {
        what: t('reason_short.template_failed'),
        detail: textFailureWords(detail, ofMessages)
      })
    : t(`reason_short.${code}`)
}
