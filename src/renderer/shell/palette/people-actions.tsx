import type { SpotlightActionData } from '@mantine/spotlight'
import { IconHandStop, IconUser } from '@tabler/icons-react'
import type { TFunction } from 'i18next'
import { CHANNEL_IDS } from '../../../shared/domain/channel'
import { type Contact, displayName, markedChannels } from '../../../shared/domain/contact'
import { openPage } from '../../stores/navigation-store'
import { stopContacting } from '../../ui/stop-contacting'

type T = TFunction<['palette', 'contacts']>

const ICON_SIZE = 18

/** How two people of one name are told apart. */
const addressesOf = ({ whatsapp_number, telegram_username, phone }: Contact): string =>
  [...new Set([whatsapp_number, phone, telegram_username === '' ? '' : `@${telegram_username}`])]
    .filter((address) => address !== '')
    .join(' · ')

const isStopped = (contact: Contact): boolean => markedChannels(contact).length === CHANNEL_IDS.length

const nameOf = (t: T, contact: Contact): string => {
  const name = displayName(contact)
  return name === contact._id ? t('contacts:no_name') : name
}

/** Opens each of these people. */
export const openActions = (t: T, people: readonly Contact[]): SpotlightActionData[] =>
  people.map((contact) => ({
    id: `open-${contact._id}`,
    label: t('open', { name: nameOf(t, contact) }),
    description: [addressesOf(contact), isStopped(contact) ? t('contacts:marked') : '']
      .filter((part) => part !== '')
      .join(' · '),
    leftSection: <IconUser size={ICON_SIZE} stroke={1.6} aria-hidden />,
    onClick: () => void openPage('contacts', { contact_id: contact._id })
  }))

/** Marks each of these people who is not marked on every channel already. */
export const stopActions = (t: T, people: readonly Contact[]): SpotlightActionData[] =>
  people
    .filter((contact) => !isStopped(contact))
    .map((contact) => ({
      id: `stop-${contact._id}`,
      label: t('stop', { name: nameOf(t, contact) }),
      description: addressesOf(contact) || t('stop_hint'),
      leftSection: <IconHandStop size={ICON_SIZE} stroke={1.6} aria-hidden />,
      onClick: () => void stopContacting({ ids: [contact._id] })
    }))
