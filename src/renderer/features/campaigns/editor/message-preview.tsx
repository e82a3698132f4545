import { SegmentedControl } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { type ChannelId, channelIdSchema } from '../../../../shared/domain/channel'
import { displayName } from '../../../../shared/domain/contact'
import { ChannelIcon } from '../../../ui/channel-icon'
import { errorText } from '../../../ui/error-text'
import { fieldInSentence } from '../../../ui/field-in-sentence'
import { MessageBubble } from './message-bubble'
import { LONGEST_TEXT } from './message-limits'
import { MissingChoice } from './message-missing-choice'
import { MessagePersonSelect } from './message-person-select'
import type { PreviewPerson } from './message-person'
import classes from './message-preview.module.css'
import type { RenderedMessage } from './message-rendering'

interface MessagePreviewProps {
  readonly flow: readonly ChannelId[]
  readonly channel: ChannelId
  readonly onChannel: (channel: ChannelId) => void
  /** The text of the channel, as it is written. */
  readonly written: string
  readonly rendered: RenderedMessage
  readonly person: PreviewPerson
  /** Is anything filled in at all? */
  readonly isFilledIn: boolean
  readonly missingValues: 'skip' | 'blank'
  readonly onMissingValues: (choice: 'skip' | 'blank') => void
  /** What stands under it. */
  readonly children: ReactNode
}

/** How the message reads on one channel, as one person gets it. */
export function MessagePreview({
  flow,
  channel,
  onChannel,
  written,
  rendered,
  person,
  isFilledIn,
  missingValues,
  onMissingValues,
  children
}: MessagePreviewProps) {
  const { t } = useTranslation(['message', 'common'])
  const titleId = useId()
  const { contact, isKnown, people, place } = person
  const shown = rendered.texts?.find((text) => text.channel === channel)
  // A field that nobody has is a gap in the text; anything else leaves nothing to show.
  const problem = shown?.problem?.code === 'unknown_placeholder' ? null : (shown?.problem ?? null)
  return (
    <section className={classes['preview']} aria-labelledby={titleId}>
      <div className={classes['head']}>
        <h3 id={titleId}>{t('preview.title')}</h3>
        {place >= 0 && people.length > 1 && (
          <span>{t('preview.person_place', { place: place + 1, total: people.length })}</span>
        )}
      </div>
      <MessagePersonSelect person={person} label={t('preview.person')} withSteps />
      {flow.length > 1 && (
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={t('preview.channel')}
          data={flow.map((one) => ({
            value: one,
            label: (
              <span className={classes['channel']}>
                <ChannelIcon channel={one} size={15} />
                {t(`channels.${one}`, { ns: 'common' })}
              </span>
            )
          }))}
          value={channel}
          onChange={(one) => onChannel(channelIdSchema.parse(one))}
        />
      )}
      <div className={classes['stage']} data-channel={channel}>
        {written.trim() === '' ? (
          <p className={classes['note']}>{t('preview.empty')}</p>
        ) : written.length > LONGEST_TEXT ? (
          <p className={classes['note']}>{t('counts.too_long', { maximum: LONGEST_TEXT })}</p>
        ) : rendered.error !== null ? (
          <div className={classes['wrong']} data-tone="bad" role="status">
            <p>{t('preview.failed')}</p>
            <p>{errorText(rendered.error)}</p>
          </div>
        ) : shown === undefined ? null : problem !== null ? (
          <p className={classes['cannot']}>{t('preview.cannot')}</p>
        ) : (
          <MessageBubble channel={channel} parts={shown.parts} isTemplate={isFilledIn && contact === null} />
        )}
      </div>
      {isFilledIn && isKnown && contact === null && shown !== undefined && (
        <p className={classes['note']}>{t('preview.nobody_hint')}</p>
      )}
      {contact !== null && problem === null && shown !== undefined && shown.missing.length > 0 && (
        <div className={classes['missing']}>
          <p>
            {t(missingValues === 'skip' ? 'preview.skipped' : 'preview.blank', {
              name: displayName(contact),
              fields: shown.missing.map((field) => fieldInSentence(field, t)).join(', ')
            })}
          </p>
          <MissingChoice value={missingValues} onChange={onMissingValues} />
        </div>
      )}
      {children}
    </section>
  )
}
