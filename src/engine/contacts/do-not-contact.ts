import { createHash, randomBytes } from 'node:crypto'
import { CHANNEL_IDS, type ChannelId } from '../../shared/domain/channel'
import {
  type AddressField,
  type Contact,
  type DoNotContactMark,
  markedChannels
} from '../../shared/domain/contact'
import type { Result } from '../../shared/result'
import type { Clock } from '../ports'
import type { Collection } from '../store/collection'
import type { SuppressionsFile } from '../store/data-folder'
import { isoOf } from '../system-clock'
import { frozenKey, storedAddress } from './contact-keys'

export interface DoNotContactContext {
  readonly clock: Clock
  readonly contacts: () => readonly Contact[]
  readonly suppressions: Collection<SuppressionsFile>
  readonly defaultCountry: () => string
}

type Addressed = Pick<Contact, AddressField | 'invalid'>
type Marked = Addressed & Pick<Contact, 'do_not_contact'>

/** "Any channel", beside the names of the channels. */
export const EVERYWHERE = '*'

/** An address on a channel, or everywhere, that must not be used. */
export interface Suppression {
  readonly channel: ChannelId | typeof EVERYWHERE
  readonly key: string
  readonly reason: string
}

/**
 * Who must not be written to or called (design: do not contact). It belongs to the address: marked on one contact it
 * holds for every contact with that address, and it outlives the contact as a hash.
 */
export class DoNotContact {
  readonly #context: DoNotContactContext
  #source: readonly Contact[] | null = null
  #marked: ReadonlyMap<string, { readonly at: string; readonly reason: string }> = new Map()

  constructor(context: DoNotContactContext) {
    this.#context = context
  }

  isBlocked(channel: ChannelId, address: string): boolean {
    const key = frozenKey(channel, address, this.#context.defaultCountry())
    return key !== null && this.#find(channel, key) !== null
  }

  /** What the addresses of somebody carry already, from other contacts and from those that were deleted. */
  inheritedMark(contact: Addressed): Exclude<DoNotContactMark, true> {
    const marks = this.addressMarks(contact)
    if (marks.length === 0) return marks
    const now = isoOf(this.#context.clock.nowMs())
    return marks.map((mark) => ({ ...mark, at: mark.at === '' ? now : mark.at }))
  }

  /** The same as it was said: `at` is empty when nobody wrote down since when. */
  addressMarks(contact: Addressed): Exclude<DoNotContactMark, true> {
    // An import asks for each of 100,000 people, and most lists have nobody who is marked.
    const { salt, joined } = this.#context.suppressions.value
    if (salt === '' && joined.length === 0 && this.#marks().size === 0) return []
    return CHANNEL_IDS.flatMap((channel) => {
      const address = storedAddress(contact, channel)
      const mark = address === null ? null : this.#find(channel, address.key)
      return mark === null ? [] : [{ channel, reason: mark.reason, at: mark.at }]
    })
  }

  /** Keeps what the contacts are marked with, hashed, before they are deleted. Durable when it resolves. */
  keep(contacts: readonly Marked[]): Promise<Result<unknown>> {
    return this.suppress(contacts.flatMap(marksOf))
  }

  /** Adds addresses that must not be used, whoever has them, now or later. Durable when it resolves. */
  suppress(suppressions: readonly Suppression[]): Promise<Result<unknown>> {
    const at = isoOf(this.#context.clock.nowMs())
    return this.#context.suppressions.update((file) => {
      if (suppressions.length === 0) return file
      const salt = file.salt === '' ? randomBytes(16).toString('hex') : file.salt
      const added = Object.fromEntries(
        suppressions.map((each) => [
          hashOf(salt, markOf(each)),
          { at, ...(each.reason !== '' && { reason: each.reason }) }
        ])
      )
      return { ...file, salt, hashes: { ...added, ...file.hashes } }
    })
  }

  /** Takes addresses off the list again: the operator has the person's word. Durable when it resolves. */
  release(suppressions: readonly Omit<Suppression, 'reason'>[]): Promise<Result<unknown>> {
    return this.#context.suppressions.update((file) => {
      const marks = suppressions.map(markOf)
      const own = without(file, marks)
      const joined = file.joined.map((list) => without(list, marks))
      const isSame = own === file && joined.every((list, index) => list === file.joined[index])
      return isSame ? file : { ...own, joined }
    })
  }

  /** The hashes under which addresses are kept that must not be used anywhere. Ask after `suppress`. */
  hashesOf(keys: readonly string[]): readonly string[] {
    const { salt } = this.#context.suppressions.value
    return keys.map((key) => hashOf(salt, markOf({ channel: EVERYWHERE, key })))
  }

  #find(channel: ChannelId, key: string): { readonly at: string; readonly reason: string } | null {
    const { joined, ...ours } = this.#context.suppressions.value
    const marked = this.#marks()
    for (const on of [EVERYWHERE, channel] as const) {
      const mark = markOf({ channel: on, key })
      const own = marked.get(mark)
      if (own !== undefined) return own
      for (const { salt, hashes } of [ours, ...joined]) {
        if (salt === '') continue
        const kept = hashes[hashOf(salt, mark)]
        if (kept !== undefined) return { at: kept.at, reason: kept.reason ?? '' }
      }
    }
    return null
  }

  #marks(): ReadonlyMap<string, { readonly at: string; readonly reason: string }> {
    const contacts = this.#context.contacts()
    if (this.#source !== contacts) {
      this.#source = contacts
      const marked = new Map<string, { readonly at: string; readonly reason: string }>()
      for (const contact of contacts) {
        for (const mark of marksOf(contact)) marked.set(markOf(mark), { at: mark.at, reason: mark.reason })
      }
      this.#marked = marked
    }
    return this.#marked
  }
}

/** The list without these marks; the same one when it has none of them. */
function without<List extends Pick<SuppressionsFile, 'salt' | 'hashes'>>(
  list: List,
  marks: readonly string[]
): List {
  const gone = new Set(marks.map((mark) => hashOf(list.salt, mark)))
  const kept = Object.entries(list.hashes).filter(([hash]) => !gone.has(hash))
  return kept.length === Object.keys(list.hashes).length
    ? list
    : { ...list, hashes: Object.fromEntries(kept) }
}

/** A mark as it is hashed. */
export const markOf = ({ channel, key }: Omit<Suppression, 'reason'>): string => `${channel} ${key}`

/** What a contact's mark forbids: each of its addresses everywhere, or one address on its channel. */
export function marksOf(contact: Marked): readonly (Suppression & { readonly at: string })[] {
  const { do_not_contact } = contact
  if (do_not_contact !== true && do_not_contact.length === 0) return []
  // Who is not to be contacted on any channel has addresses that are not to be used on any.
  const isEverywhere = markedChannels(contact).length === CHANNEL_IDS.length
  const marks =
    do_not_contact === true ? CHANNEL_IDS.map((channel) => ({ channel, reason: '', at: '' })) : do_not_contact
  return marks.flatMap(({ channel, reason, at }) => {
    const address = storedAddress(contact, channel)
    const on = isEverywhere ? EVERYWHERE : channel
    return address === null ? [] : [{ channel: on, key: address.key, reason, at }]
  })
}

/** How a mark is kept without its address. */
export const hashOf = (salt: string, mark: string): string =>
  createHash('sha256').update(`${salt} ${mark}`).digest('hex')
