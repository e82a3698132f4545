import { ActionIcon, Button } from '@mantine/core'
import { IconArrowLeft, IconHandOff, IconHandStop, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { CHANNEL_IDS } from '../../../../shared/domain/channel'
import { type Contact, displayName } from '../../../../shared/domain/contact'
import { openPage } from '../../../stores/navigation-store'
import { ConsoleButton } from '../../../ui/console-button'
import { PageHeader } from '../../../ui/page-header'
import { Badge } from '../../../ui/status-badge'
import { askToAllow, stopContacting } from '../../../ui/stop-contacting'
import type { Mark } from './use-marks'

/** The way back to the list, with the filter as it was. */
export function BackToList() {
  const { t } = useTranslation('person')
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={34}
      autoFocus
      aria-label={t('back')}
      onClick={() => void openPage('contacts')}
    >
      <IconArrowLeft size={20} aria-hidden />
    </ActionIcon>
  )
}

interface PersonHeaderProps {
  readonly contact: Contact
  readonly marks: readonly Mark[]
  readonly onDelete: () => void
}

/** Who it is, and what is done most: the person asked to stop. */
export function PersonHeader({ contact, marks, onDelete }: PersonHeaderProps) {
  const { t } = useTranslation(['person', 'contacts', 'common'])
  const isStopped = marks.length === CHANNEL_IDS.length
  const name = displayName(contact)
  const badge = isStopped
    ? t('contacts:marked')
    : t('marked_on', { channels: marks.map(({ channel }) => t(`common:channels.${channel}`)).join(', ') })
  return (
    <PageHeader
      before={<BackToList />}
      title={name === contact._id ? t('contacts:no_name') : name}
      beside={marks.length > 0 && <Badge tone="bad">{badge}</Badge>}
      actions={
        <>
          <ConsoleButton label={t('show_in_console')} about={{ contact_id: contact._id }} />
          <Button
            variant="subtle"
            color="red"
            leftSection={<IconTrash size={16} aria-hidden />}
            onClick={onDelete}
          >
            {t('common:actions.delete')}
          </Button>
          {isStopped ? (
            <Button
              variant="default"
              leftSection={<IconHandOff size={16} aria-hidden />}
              onClick={() => void askToAllow(contact, CHANNEL_IDS)}
            >
              {t('allow_again')}
            </Button>
          ) : (
            <Button
              variant="light"
              color="red"
              leftSection={<IconHandStop size={16} aria-hidden />}
              onClick={() => void stopContacting({ ids: [contact._id] })}
            >
              {t('asked_to_stop')}
            </Button>
          )}
        </>
      }
    />
  )
}
