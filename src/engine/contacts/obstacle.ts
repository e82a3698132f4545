import type { ChannelId } from '../../shared/domain/channel'
import type { Contact } from '../../shared/domain/contact'
import type { ReasonCode } from '../../shared/domain/delivery'

/** Why a person may not be sent to at this moment, whatever a run froze when it began; null when nothing speaks against it. */
export function obstacleTo(contact: Contact | undefined, channel: ChannelId): ReasonCode | null {
  if (contact === undefined) return 'deleted'
  const { do_not_contact } = contact
  const blocked = do_not_contact === true || do_not_contact.some((entry) => entry.channel === channel)
  return blocked ? 'do_not_contact' : null
}
