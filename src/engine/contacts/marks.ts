import { CHANNEL_IDS, type ChannelId } from '../../shared/domain/channel'
import { type Contact, markedChannels } from '../../shared/domain/contact'
import { fail, ok, type Result } from '../../shared/result'
import type { Clock } from '../ports'
import { isoOf } from '../system-clock'
import { storedAddress } from './contact-keys'
import type { ContactService } from './contact-service'
import { type DoNotContact, EVERYWHERE, type Suppression } from './do-not-contact'
import { joinMarks } from './join-marks'
import type { PeopleByAddress } from './people-by-address'

export interface MarksContext {
  readonly clock: Clock
  readonly contacts: ContactService
  readonly people: PeopleByAddress
  readonly doNotContact: DoNotContact
}

/**
 * The operator's word on who must not be contacted. It belongs to the address, so everybody who shares one is marked
 * with it: the list shows what will not be sent.
 */
export class Marks {
  readonly #context: MarksContext

  constructor(context: MarksContext) {
    this.#context = context
  }

  /** Somebody asked to stop. Gives how many contacts carry the mark now that did not before. */
  async stop(
    ids: readonly string[],
    channels: readonly ChannelId[],
    reason: string
  ): Promise<Result<number>> {
    const { clock, contacts } = this.#context
    const at = isoOf(clock.nowMs())
    const concerned = await this.#sharing(ids, channels)
    const changed = await contacts.change([...concerned.keys()], (contact) => {
      const marks = (concerned.get(contact._id) ?? []).map((channel) => ({ channel, reason, at }))
      const mark = joinMarks(contact.do_not_contact, marks)
      return mark === contact.do_not_contact ? contact : { ...contact, do_not_contact: mark }
    })
    return changed.ok ? ok(changed.value.length) : changed
  }

  /** The person may be contacted again on these channels: the one way in which a mark goes. */
  async allow(id: string, channels: readonly ChannelId[]): Promise<Result<Contact>> {
    const { contacts, doNotContact } = this.#context
    const contact = contacts.find(id)
    if (contact === undefined) return fail({ code: 'not_found' })
    const addresses = channels.flatMap((channel) => {
      const address = storedAddress(contact, channel)
      return address === null ? [] : [{ channel, key: address.key }]
    })
    // First the addresses: a crash in between leaves somebody marked who need not be, never the other way round.
    const released = await doNotContact.release([
      ...addresses,
      ...addresses.map(({ key }) => ({ channel: EVERYWHERE, key }) as const)
    ])
    if (!released.ok) return released
    const concerned = await this.#sharing([id], channels)
    const changed = await contacts.change([...concerned.keys()], (each) => {
      const gone = new Set(concerned.get(each._id) ?? [])
      const left = markedChannels(each).filter((channel) => !gone.has(channel))
      if (left.length === markedChannels(each).length) return each
      const marks = each.do_not_contact === true ? [] : each.do_not_contact
      return {
        ...each,
        do_not_contact: left.map(
          (channel) =>
            marks.find((mark) => mark.channel === channel) ?? { channel, reason: '', at: each.updated_at }
        )
      }
    })
    if (!changed.ok) return changed
    return ok(contacts.find(id) ?? contact)
  }

  /** Addresses of a list are not to be used any more, whoever has them. Gives how many contacts carry the mark now. */
  async suppress(
    addresses: readonly { readonly channels: readonly ChannelId[]; readonly key: string }[],
    reason: string
  ): Promise<Result<number>> {
    const { clock, contacts, people, doNotContact } = this.#context
    const kept = await doNotContact.suppress(
      addresses.flatMap(({ channels, key }): Suppression[] =>
        channels.length === CHANNEL_IDS.length
          ? [{ channel: EVERYWHERE, key, reason }]
          : channels.map((channel) => ({ channel, key, reason }))
      )
    )
    if (!kept.ok) return kept
    const known = await people.ready()
    const at = isoOf(clock.nowMs())
    const concerned = new Set(addresses.flatMap(({ key }) => known.having(key).map(({ _id }) => _id)))
    const changed = await contacts.change([...concerned], (contact) => {
      const inherited = doNotContact
        .inheritedMark(contact)
        .map((mark) => ({ ...mark, reason: mark.reason || reason, at }))
      const mark = joinMarks(contact.do_not_contact, inherited)
      return mark === contact.do_not_contact ? contact : { ...contact, do_not_contact: mark }
    })
    return changed.ok ? ok(changed.value.length) : changed
  }

  /** Everybody who shares an address with these contacts, with the channels on which that is so. */
  async #sharing(
    ids: readonly string[],
    channels: readonly ChannelId[]
  ): Promise<ReadonlyMap<string, readonly ChannelId[]>> {
    const { contacts, people } = this.#context
    const known = await people.ready()
    const concerned = new Map<string, readonly ChannelId[]>()
    const own = ids.flatMap((id) => contacts.find(id) ?? [])
    for (const contact of own) {
      for (const channel of channels) {
        const address = storedAddress(contact, channel)
        if (address === null) continue
        for (const other of known.having(address.key)) {
          const shared = CHANNEL_IDS.filter(
            (each) =>
              (each === channel || channels.length === CHANNEL_IDS.length) &&
              storedAddress(other, each)?.key === address.key
          )
          concerned.set(other._id, [...new Set([...(concerned.get(other._id) ?? []), ...shared])])
        }
      }
    }
    for (const { _id } of own) concerned.set(_id, channels)
    return concerned
  }
}
