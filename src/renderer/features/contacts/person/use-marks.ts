import { useEffect, useMemo, useState } from 'react'
import { CHANNEL_IDS, type ChannelId } from '../../../../shared/domain/channel'
import { type Contact, markedChannels } from '../../../../shared/domain/contact'
import type { AddressMark } from '../../../../shared/ipc/contact-views'
import { loa } from '../../../api'
import { useContactsStore } from '../../../stores/contacts-store'

/** Why and since when somebody must not be contacted on a channel. */
export interface Mark {
  readonly channel: ChannelId
  readonly reason: string
  /** Null when it was always so. */
  readonly at: string | null
  /** It came with the address: the contact itself was never marked. */
  readonly byAddress: boolean
}

const none: readonly AddressMark[] = []

/** Where somebody must not be contacted: what the contact says, and what its addresses bring with them. */
export function useMarks(contact: Contact): readonly Mark[] {
  const revision = useContactsStore((state) => state.revision)
  const [inherited, setInherited] = useState(none)
  useEffect(() => {
    let isCurrent = true
    void loa.addressMarks(contact._id).then((result) => {
      if (isCurrent && result.ok) setInherited(result.value)
    })
    return () => {
      isCurrent = false
    }
  }, [contact, revision])
  return useMemo(() => marksOf(contact, inherited), [contact, inherited])
}

function marksOf(contact: Contact, inherited: readonly AddressMark[]): readonly Mark[] {
  const own = markedChannels(contact)
  const stored = contact.do_not_contact === true ? [] : contact.do_not_contact
  return CHANNEL_IDS.flatMap((channel): Mark[] => {
    const isHere = (mark: { readonly channel: ChannelId }) => mark.channel === channel
    if (own.includes(channel)) {
      const mark = stored.find(isHere)
      return [{ channel, reason: mark?.reason ?? '', at: mark?.at ?? null, byAddress: false }]
    }
    const mark = inherited.find(isHere)
    return mark === undefined ? [] : [{ channel, reason: mark.reason, at: mark.at || null, byAddress: true }]
  })
}
