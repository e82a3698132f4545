import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ADDRESS_FIELD, type ChannelId } from '../../../../shared/domain/channel'
import type { AddressField, Contact } from '../../../../shared/domain/contact'
import type { ReachAnswer } from '../../../../shared/ipc/contact-views'
import { openPage } from '../../../stores/navigation-store'
import { askToAllow } from '../../../ui/stop-contacting'

interface WhyFixProps {
  readonly contact: Contact
  readonly channel: ChannelId
  readonly answer: ReachAnswer
  readonly onFix: (field: AddressField) => void
}

/** The one thing to do about an answer; nothing where Loa goes on by itself. */
export function WhyFix({ contact, channel, answer, onFix }: WhyFixProps) {
  const { t } = useTranslation('person')
  const field = ADDRESS_FIELD[channel]
  switch (answer.verdict) {
    case 'no_address':
      return <FixButton label={t(`why.fix.add.${channel}`)} onClick={() => onFix(field)} />
    case 'invalid_number':
    case 'invalid_username':
      return <FixButton label={t('why.fix.correct')} onClick={() => onFix(field)} />
    case 'do_not_contact':
      return <FixButton label={t('allow_again')} onClick={() => void askToAllow(contact, [channel])} />
    case 'duplicate':
      return (
        <FixButton
          label={t('why.fix.open_other')}
          onClick={() => void openPage('contacts', { contact_id: answer.of_id })}
        />
      )
    case 'channel_not_set_up':
    case 'frequency_cap':
    case 'keychain_locked':
    case 'secret_missing':
      return <FixButton label={t('why.fix.open_settings')} onClick={() => void openPage('settings')} />
    case 'paused':
      return <FixButton label={t('why.fix.decide')} onClick={() => void openPage('attention')} />
    case 'gets_it':
    case 'missing_value':
    case 'template_failed':
    case 'quiet_hours':
    case 'limit':
    case 'retry_after':
    case 'unreachable':
      return null
  }
}

function FixButton({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return (
    <div>
      <Button size="compact-sm" variant="default" onClick={onClick}>
        {label}
      </Button>
    </div>
  )
}
