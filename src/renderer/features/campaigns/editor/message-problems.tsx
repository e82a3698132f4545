import { Button } from '@mantine/core'
import { IconAlertCircle, IconAlertTriangle, IconCircleCheck, type Icon } from '@tabler/icons-react'
import { Fragment, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChannelId } from '../../../../shared/domain/channel'
import type { MessageCheck, TextProblem } from '../../../../shared/domain/message'
import { localeOf } from '../../../../shared/i18n/locale'
import { fieldInSentence } from '../../../ui/field-in-sentence'
import { Foreign } from '../../../ui/foreign'
import { textFailureWords } from '../../../ui/text-failure-words'
import classes from './message-problems.module.css'
import { problemText, sharedProblems } from './message-problem-text'
import { MessageLongest } from './message-longest'

type MissingValues = 'skip' | 'blank'

/** What the operator can do about it here. */
export interface ProblemActions {
  /** The name that was probably meant by an unknown one. */
  readonly nearOf: (problem: TextProblem) => string | null
  readonly onShow: (channel: ChannelId, problem: TextProblem) => void
  readonly onReplace: (channel: ChannelId, problem: TextProblem, near: string) => void
  /** Is there a placeholder that could have a fallback? A condition cannot. */
  readonly mayFallBack: (field: string) => boolean
  readonly onFallback: (field: string) => void
  readonly onMissingValues: (choice: MissingValues) => void
}

interface MessageProblemsProps {
  readonly check: MessageCheck
  /** How many people would get the message. */
  readonly total: number
  readonly flow: readonly ChannelId[]
  readonly missingValues: MissingValues
  /** Without them it is only said, as in a review. */
  readonly actions?: ProblemActions
}

/** What speaks against a message over everybody who would get it, each with what can be done about it. */
export function MessageProblems({ check, total, flow, missingValues, actions }: MessageProblemsProps) {
  const { t, i18n } = useTranslation(['message', 'common'])
  const { problems, missing, failing, longest } = check
  const isGood = problems.length === 0 && missing.length === 0 && failing.length === 0
  const nameOf = (channel: ChannelId) => t(`channels.${channel}`, { ns: 'common' })
  /** Of all channels nothing needs to be said. */
  const prefixOf = (channels: readonly ChannelId[]) =>
    channels.length === flow.length
      ? ''
      : `${new Intl.ListFormat(localeOf(i18n.language)).format(channels.map(nameOf))}: `
  return (
    <ul className={classes['problems']}>
      {sharedProblems(problems).map(({ problem, channels: [first, ...others] }) =>
        first === undefined ? null : (
          <Row
            key={`${first} ${problem.code} ${problem.line} ${problem.column}`}
            tone="bad"
            symbol={IconAlertCircle}
          >
            <p>
              {prefixOf([first, ...others])}
              {problemText(problem, actions?.nearOf(problem) ?? null, t)}
            </p>
            <Placed problem={problem} channel={first} actions={actions} />
          </Row>
        )
      )}
      {failing.map(({ channel, count, names, detail }) => (
        <Row key={`${channel} ${detail}`} tone="bad" symbol={IconAlertCircle}>
          <p>
            {t('check.failing', { count, channel: nameOf(channel), detail: textFailureWords(detail, t) })}
          </p>
          <Names names={names} count={count} />
        </Row>
      ))}
      {missing.map(({ field, count, names }) => (
        <Row key={field} tone={missingValues === 'skip' ? 'caution' : 'neutral'} symbol={IconAlertTriangle}>
          <p>
            <strong>{t('check.missing', { count, total, field: fieldInSentence(field, t) })}.</strong>{' '}
            {t(missingValues === 'skip' ? 'check.skipped' : 'check.blank', { count })}
          </p>
          <Names names={names} count={count} />
          {actions !== undefined && (
            <div className={classes['actions']}>
              {actions.mayFallBack(field) && (
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={t('check.add_fallback_for', { field: fieldInSentence(field, t) })}
                  onClick={() => actions.onFallback(field)}
                >
                  {t('check.add_fallback')}
                </Button>
              )}
              <Button
                size="compact-xs"
                variant="default"
                onClick={() => actions.onMissingValues(missingValues === 'skip' ? 'blank' : 'skip')}
              >
                {t(missingValues === 'skip' ? 'check.allow_blanks' : 'check.skip_them')}
              </Button>
            </div>
          )}
        </Row>
      ))}
      {isGood && (
        <Row tone="good" symbol={IconCircleCheck}>
          <p>
            {t('check.good', { count: total })} <MessageLongest longest={longest} />
          </p>
        </Row>
      )}
      {!isGood && longest.length > 0 && (
        <li className={classes['longest']}>
          <MessageLongest longest={longest} />
        </li>
      )}
    </ul>
  )
}

interface RowProps {
  readonly tone: 'bad' | 'caution' | 'neutral' | 'good'
  readonly symbol: Icon
  readonly children: ReactNode
}

function Row({ tone, symbol: Symbol, children }: RowProps) {
  return (
    <li className={classes['row']} data-tone={tone}>
      <Symbol size={17} stroke={1.7} aria-hidden />
      <div className={classes['words']}>{children}</div>
    </li>
  )
}

interface PlacedProps {
  readonly problem: TextProblem
  readonly channel: ChannelId
  readonly actions: ProblemActions | undefined
}

/** Where the problem is, and the ways to it. */
function Placed({ problem, channel, actions }: PlacedProps) {
  const { t } = useTranslation('message')
  const { line, column = 1 } = problem
  if (line === undefined) return null
  const near = actions?.nearOf(problem) ?? null
  return (
    <div className={classes['actions']}>
      <span className={classes['place']}>{t('problem.at', { line, column })}</span>
      {actions !== undefined && (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={t('problem.show_at', { line, column })}
          onClick={() => actions.onShow(channel, problem)}
        >
          {t('problem.show')}
        </Button>
      )}
      {actions !== undefined && near !== null && (
        <Button size="compact-xs" variant="default" onClick={() => actions.onReplace(channel, problem, near)}>
          {t('problem.replace', { near })}
        </Button>
      )}
    </div>
  )
}

/** More names are not read. */
const NAMED = 5

/** The first people it concerns. Each name stands for itself, whatever its direction of writing. */
function Names({ names, count }: { readonly names: readonly string[]; readonly count: number }) {
  const { t } = useTranslation('message')
  const named = names.slice(0, NAMED)
  const more = count - named.length
  if (named.length === 0) return null
  return (
    <p className={classes['names']}>
      {named.map((name, index) => (
        // Two people may have the same name.
        <Fragment key={index}>
          {index > 0 && ', '}
          <Foreign>{name}</Foreign>
        </Fragment>
      ))}
      {more > 0 && <> {t('check.more', { count: more })}</>}
    </p>
  )
}
