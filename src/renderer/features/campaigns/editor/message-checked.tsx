import { Loader } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type Audience, hasAudience, textOf } from '../../../../shared/domain/campaign'
import type { ChannelId } from '../../../../shared/domain/channel'
import type { MessageCheck, TextProblem } from '../../../../shared/domain/message'
import { useAudienceCount } from '../../../stores/audience-count'
import { useMessageCheck } from '../../../stores/message-check'
import { errorText } from '../../../ui/error-text'
import type { MessageEditing } from './message-editing'
import { LONGEST_TEXT } from './message-limits'
import { placeOf } from './message-place'
import { MessageProblems, type ProblemActions } from './message-problems'
import type { RenderedMessage } from './message-rendering'
import { type AskedMessage, tabOfChannel, textOfTab, type TextTab } from './message-texts'
import classes from './message.module.css'
import { usualFallback } from './placeholder-items'
import { placeholderText } from './placeholder-syntax'
import { withFallback } from './placeholder-fallback'

interface MessageCheckedProps {
  readonly editing: MessageEditing
  readonly asked: AskedMessage
  readonly flow: readonly ChannelId[]
  readonly picked: readonly string[]
  readonly audience: Audience
  readonly rendered: RenderedMessage
  readonly nearOf: (problem: TextProblem) => string | null
}

const UNCHECKED: MessageCheck = { problems: [], missing: [], failing: [], longest: [] }

/** What speaks against the message for the people of the campaign, with the ways to put it right. */
export function MessageChecked({
  editing,
  asked,
  flow,
  picked,
  audience,
  rendered,
  nearOf
}: MessageCheckedProps) {
  const { t } = useTranslation('message')
  const { message } = editing
  const { contacts: total } = useAudienceCount(picked, audience)
  const isAnybody = hasAudience({ contacts: [...picked], audience })
  const isWorthIt = flow.some((channel) => {
    const text = textOf(message, channel)
    return text.trim() !== '' && text.length <= LONGEST_TEXT
  })
  const question = useMemo(
    () => (isWorthIt && isAnybody ? { message: asked, channels: flow, picked, audience } : null),
    [isWorthIt, isAnybody, asked, flow, picked, audience]
  )
  const { message: checked, check, error, isBusy } = useMessageCheck(question, editing.isCompleting)
  const actions = useProblemActions(editing, flow, nearOf)
  if (!isWorthIt) return null

  // The first thing that is wrong with a text is known before everybody was asked.
  const firstProblems = rendered.texts?.flatMap(({ channel, problem }) =>
    problem === null || textOf(message, channel).trim() === '' ? [] : [{ channel, problem }]
  )
  const known = check ?? UNCHECKED
  const isCurrent = check !== null && checked === asked
  const shown = { ...known, problems: isCurrent ? known.problems : (firstProblems ?? known.problems) }
  const isSaid = (check !== null && isAnybody && total > 0) || shown.problems.length > 0
  return (
    <section aria-label={t('check.title')} aria-busy={isBusy}>
      <div className={classes['checkHead']} role="status">
        {isBusy && <Loader size={13} color="gray" aria-hidden />}
        <span>
          {isBusy
            ? t('check.busy')
            : !isAnybody || total === 0
              ? t('check.nobody')
              : check !== null && t('check.done', { count: total })}
        </span>
      </div>
      {error !== null && (
        <p className={classes['notice']} role="alert">
          <span>
            {t('check.failed')} {errorText(error)}
          </span>
        </p>
      )}
      {isSaid && (
        <MessageProblems
          check={shown}
          total={total}
          flow={flow}
          missingValues={message.missing_values}
          actions={actions}
        />
      )}
    </section>
  )
}

/** What each problem can be put right with, in the texts that are being written. */
function useProblemActions(
  editing: MessageEditing,
  flow: readonly ChannelId[],
  nearOf: (problem: TextProblem) => string | null
): ProblemActions {
  const { t } = useTranslation('message')
  const { message, tab } = editing
  /** The texts that somebody gets, that which is open first. */
  const tabs = [...new Set<TextTab>(flow.map((channel) => tabOfChannel(message, channel)))].toSorted(
    (one, other) => Number(other === tab) - Number(one === tab)
  )
  const rewrite = (where: TextTab, field: string, word: string) =>
    withFallback(textOfTab(message, where) ?? '', field, word)
  return {
    nearOf,
    onShow: (channel, problem) => {
      const where = tabOfChannel(message, channel)
      const place = placeOf(textOf(message, channel), problem)
      if (place !== null) editing.show(where, place)
    },
    onReplace: (channel, problem, near) => {
      const where = tabOfChannel(message, channel)
      const text = textOf(message, channel)
      const place = placeOf(text, problem)
      if (place === null) return
      const written = text.slice(place.start, place.end)
      const isNamed = written.includes(problem.detail)
      if (!isNamed && !written.startsWith('{{')) return editing.show(where, place)
      const mended = isNamed ? written.replace(problem.detail, near) : placeholderText(near)
      editing.write(where, text.slice(0, place.start) + mended + text.slice(place.end))
      editing.show(where, { start: place.start, end: place.start + mended.length })
    },
    mayFallBack: (field) => tabs.some((where) => rewrite(where, field, '') !== null),
    onFallback: (field) => {
      const word = usualFallback(field, t)
      const rewritten = tabs.flatMap((where) => {
        const text = rewrite(where, field, word)
        return text === null ? [] : [{ where, ...text }]
      })
      for (const { where, text } of rewritten) editing.write(where, text)
      const [first] = rewritten
      if (first !== undefined) editing.show(first.where, first)
    },
    onMissingValues: (choice) => editing.set({ missing_values: choice })
  }
}
