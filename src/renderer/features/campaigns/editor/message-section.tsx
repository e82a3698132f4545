import { Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CampaignForm } from '../campaign-form'
import classes from './editor.module.css'

/** People count letters, not code units: a letter with its accents, or an emoji, is one. */
const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** Counting letter by letter is for messages; a text this long is told in code units. */
const COUNTED_EXACTLY = 20_000

const lengthOf = (text: string): number =>
  text.length > COUNTED_EXACTLY ? text.length : [...segmenter.segment(text)].length

/** The text and, beside it, how it reads on the other side. */
export function MessageSection({ form }: { readonly form: CampaignForm }) {
  const { t } = useTranslation('campaigns')
  const text = form.values.call_script
  return (
    <div className={classes['message']}>
      <div>
        <Textarea
          label={t('editor.message')}
          placeholder={t('editor.message_placeholder')}
          autosize
          minRows={6}
          maxRows={14}
          {...form.getInputProps('call_script')}
        />
        <div className={classes['messageFoot']}>
          <span>{t('editor.message_hint')}</span>
          <span className={classes['characters']}>{t('editor.characters', { count: lengthOf(text) })}</span>
        </div>
      </div>
      <figure className={classes['reads']}>
        <figcaption>{t('editor.preview')}</figcaption>
        {text.trim() === '' ? (
          <p className={classes['readsEmpty']}>{t('editor.preview_empty')}</p>
        ) : (
          <p className={classes['bubble']}>{text}</p>
        )}
      </figure>
    </div>
  )
}
