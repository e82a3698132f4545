import type { ChannelId } from '../../../shared/domain/channel'
import type { Contact } from '../../../shared/domain/contact'

type Marked = Pick<Contact, 'do_not_contact'>

/** "yes" for somebody who must not be contacted at all, else empty. */
export const everywhereText = ({ do_not_contact }: Marked): string => (do_not_contact === true ? 'yes' : '')

/** Since when (ISO) and why somebody must not be contacted on this channel; empty when it is about all, or none. */
export function channelMarkText({ do_not_contact }: Marked, channel: ChannelId): string {
  if (do_not_contact === true) return ''
  const mark = do_not_contact.find((each) => each.channel === channel)
  return mark === undefined ? '' : `${mark.at} ${mark.reason}`.trimEnd()
}
