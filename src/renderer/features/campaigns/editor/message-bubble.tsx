import { useTranslation } from 'react-i18next'
import type { ChannelId } from '../../../../shared/domain/channel'
import { visibleText } from '../../../../shared/text/foreign-text'
import { ChannelIcon } from '../../../ui/channel-icon'
import { fieldInSentence } from '../../../ui/field-in-sentence'
import classes from './message-preview.module.css'
import type { TextPart } from './message-gaps'
import { placeholderSpans } from './placeholder-spans'

interface MessageBubbleProps {
  readonly channel: ChannelId
  readonly parts: readonly TextPart[]
  /** Nobody is there to fill it in for: the placeholders are shown as such. */
  readonly isTemplate: boolean
  /** The channel's name stands above it. */
  readonly isNamed?: boolean
}

/** The text as it arrives: a bubble, or what the voice says. */
export function MessageBubble({ channel, parts, isTemplate, isNamed = false }: MessageBubbleProps) {
  const { t } = useTranslation('message')
  return (
    // Whatever direction a name is written in, and whatever it holds, it turns nothing round outside of the bubble.
    <div className={classes['bubble']} dir="auto" data-selectable>
      {channel === 'ai_call' && !isNamed && (
        <div className={classes['call']}>
          <ChannelIcon channel="ai_call" size={14} />
          {t('preview.call')}
        </div>
      )}
      {parts.map((part, index) =>
        part.kind === 'gap' ? (
          <span key={index} className={classes['gap']}>
            {t('preview.gap', { field: fieldInSentence(part.field, t) })}
          </span>
        ) : isTemplate ? (
          <Template key={index} text={part.text} />
        ) : (
          visibleText(part.text)
        )
      )}
    </div>
  )
}

function Template({ text }: { readonly text: string }) {
  const spans = placeholderSpans(text)
  const rest = text.slice(spans.at(-1)?.end ?? 0)
  return (
    <>
      {spans.map(({ start, end }, index) => (
        <span key={start}>
          {visibleText(text.slice(spans[index - 1]?.end ?? 0, start))}
          <span className={classes['placeholder']}>{visibleText(text.slice(start, end))}</span>
        </span>
      ))}
      {visibleText(rest)}
    </>
  )
}
