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
import { useProblemActions } from './message-problem-actions'
import { MessageProblems } from './message-problems'
import type { RenderedMessage } from './message-rendering'
import type { AskedMessage } from './message-texts'
import classes from './message.module.css'

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
  const { contacts: total, isKnown } = useAudienceCount(picked, audience)
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
  // How many were asked is not known with the first answer yet.
  const isAwaited = isBusy || (isAnybody && !isKnown && error === null)
  const isSaid = (check !== null && isAnybody && total > 0) || shown.problems.length > 0
  return (
    <section aria-label={t('check.title')} aria-busy={isAwaited}>
      <div className={classes['checkHead']} role="status">
        {isAwaited && <Loader size={13} color="gray" aria-hidden />}
        <span>
          {isAwaited
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
