import { Checkbox, Loader, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ChannelId } from '../../../../shared/domain/channel'
import type { TestDelivery } from '../../../../shared/domain/message'
import { ChannelIcon } from '../../../ui/channel-icon'
import { durationText } from '../../../ui/duration-text'
import { DELIVERY_TONES } from '../../../ui/status-badge'
import { fieldInSentence } from '../../../ui/field-in-sentence'
import { textFailureWords } from '../../../ui/text-failure-words'
import type { TestLine, TestSend } from './test-send-run'
import classes from './test-send.module.css'

interface TestSendLineProps {
  readonly channel: ChannelId
  readonly line: TestLine
  readonly fault: ReturnType<TestSend['faultOf']>
  readonly isSending: boolean
  readonly isPractice: boolean
  readonly result: TestDelivery | null
  readonly onChange: (part: Partial<TestLine>) => void
}

/** One channel of a test: whether it is tried, at which address, and what it came to. */
export function TestSendLine({
  channel,
  line,
  fault,
  isSending,
  isPractice,
  result,
  onChange
}: TestSendLineProps) {
  const { t } = useTranslation(['message', 'common'])
  const name = t(`channels.${channel}`, { ns: 'common' })
  return (
    <li className={classes['line']}>
      <Checkbox
        size="sm"
        aria-label={t('test.tick', { channel: name })}
        checked={line.isTicked}
        onChange={(event) => onChange({ isTicked: event.currentTarget.checked })}
      />
      <span className={classes['channel']}>
        <ChannelIcon channel={channel} size={17} />
        {name}
      </span>
      <TextInput
        size="sm"
        aria-label={t(`test.address.${channel}`)}
        placeholder={t(`test.address.${channel}`)}
        maxLength={200}
        value={line.address}
        error={fault === null ? undefined : t(`test.${fault}`)}
        onChange={(event) => {
          const address = event.currentTarget.value
          onChange({ address, isTicked: address.trim() !== '' })
        }}
      />
      <div className={classes['result']} role="status">
        {isSending && (
          <span className={classes['sending']}>
            <Loader size={14} color="gray" aria-hidden /> {t('test.sending')}
          </span>
        )}
        {!isSending && result !== null && <TestResult result={result} isPractice={isPractice} />}
      </div>
    </li>
  )
}

function TestResult({ result, isPractice }: { readonly result: TestDelivery; readonly isPractice: boolean }) {
  const { t, i18n } = useTranslation(['message', 'reasons'])
  const { state, reason, status_code, duration_ms, answer } = result
  const given = reason?.detail ?? ''
  const detail = reason?.code === 'template_failed' ? textFailureWords(given, t) : given
  const isField = reason?.code === 'missing_value' && detail !== ''
  // A gateway that has answered has words of its own; other details are those of the network or of the text.
  const says = state === 'sent' ? '' : status_code === undefined ? (answer ?? '') : detail || (answer ?? '')
  const facts = [
    ...(detail === '' || isField || says === detail ? [] : [detail]),
    ...(status_code === undefined ? [] : [t('test.code', { code: status_code })]),
    ...(duration_ms === undefined ? [] : [durationText(duration_ms, i18n.language)])
  ]
  return (
    <div className={classes['outcome']} data-tone={DELIVERY_TONES[state]} data-selectable>
      <strong>
        {t(state === 'sent' && isPractice ? 'test.result.sent_practice' : `test.result.${state}`)}
      </strong>
      {reason !== undefined && <span>{t(`reasons:${reason.code}`)}</span>}
      {isField && <span>{t('test.lacks', { field: fieldInSentence(detail, t) })}</span>}
      {says !== '' && <span>{t('test.says', { answer: says })}</span>}
      {facts.length > 0 && <span className={classes['facts']}>{facts.join(' · ')}</span>}
    </div>
  )
}
