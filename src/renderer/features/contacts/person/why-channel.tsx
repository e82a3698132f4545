import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { AddressField, Contact } from '../../../../shared/domain/contact'
import type { LastDelivery, ReachAnswer, ReachExplanation } from '../../../../shared/ipc/contact-views'
import { openPage } from '../../../stores/navigation-store'
import { ChannelIcon } from '../../../ui/channel-icon'
import { detailWords } from '../../../ui/detail-words'
import { DeliveryStateBadge, type Tone } from '../../../ui/status-badge'
import { When } from '../../../ui/when'
import { useVerdictText } from './verdict-text'
import { WhyFix } from './why-fix'
import classes from './person-page.module.css'

interface WhyChannelProps {
  readonly contact: Contact
  readonly reach: ReachExplanation
  readonly channel: ReachExplanation['channels'][number]
  readonly onFix: (field: AddressField) => void
}

const WAITING: ReadonlySet<ReachAnswer['verdict']> = new Set([
  'quiet_hours',
  'limit',
  'retry_after',
  'unreachable',
  'keychain_locked'
])

const toneOf = ({ verdict }: ReachAnswer): Tone =>
  verdict === 'gets_it' ? 'good' : WAITING.has(verdict) ? 'caution' : 'bad'

/** One channel: what stands against it, what to do about that, and what the last run came to. */
export function WhyChannel({ contact, reach, channel: { channel, answer, last }, onFix }: WhyChannelProps) {
  const { t } = useTranslation(['person', 'common'])
  const verdictText = useVerdictText()
  const goesOut = reach.in_audience && reach.held === null && reach.next !== null
  return (
    <li className={classes['why']}>
      <span className={classes['channel']}>
        <ChannelIcon channel={channel} size={17} />
        {t(`common:channels.${channel}`)}
      </span>
      <div className={classes['verdict']} data-selectable>
        <div className={classes['answerLine']} data-tone={toneOf(answer)}>
          <span className={classes['dot']} aria-hidden />
          <span>{verdictText(channel, answer, goesOut)}</span>
        </div>
        <WhyFix contact={contact} channel={channel} answer={answer} onFix={onFix} />
        {last !== null && <LastTime last={last} />}
      </div>
    </li>
  )
}

function LastTime({ last }: { readonly last: LastDelivery }) {
  const { t } = useTranslation(['person', 'common', 'reasons'])
  const { t: ofMessages } = useTranslation('message')
  const { run_id: runId, state, reason } = last
  return (
    <div className={classes['last']}>
      <UnstyledButton
        className={classes['link']}
        onClick={() => void openPage('runs', { run_id: runId, state })}
      >
        {t('why.last')} <When at={last.at} />
      </UnstyledButton>
      <div className={classes['outcome']}>
        <DeliveryStateBadge state={state} />
        <span className={classes['dim']}>
          {reason === undefined ? t(`common:delivery_state_meaning.${state}`) : t(`reasons:${reason.code}`)}
        </span>
      </div>
      {reason?.detail !== undefined && reason.detail !== '' && (
        <span className={classes['dim']}>{detailWords(reason, ofMessages)}</span>
      )}
    </div>
  )
}
