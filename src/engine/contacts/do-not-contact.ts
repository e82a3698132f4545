import { createHash, randomBytes } from 'node:crypto'
import { ADDRESS_FIELD, CHANNEL_IDS, type ChannelId } from '../../shared/domain/channel'
import type { Contact } from '../../shared/domain/contact'
import type { Result } from '../../shared/result'
import type { Clock } from '../ports'
import type { Collection } from '../store/collection'
import type { SuppressionsFile } from '../store/data-folder'
import { isoOf } from '../system-clock'
import { readAddress } from './address-key'

export interface DoNotContactContext {
  readonly clock: Clock
  readonly contacts: () => readonly Contact[]
  readonly suppressions: Collection<SuppressionsFile>
  readonly defaultCountry: () => string
}

/** "Any channel", beside the names of the channels. */
const EVERYWHERE = '*'

/**
 * Who must not be written to or called (design: do not contact). It belongs to the address: marked on one contact it
 * holds for every contact with that address, and it outlives the contact as a hash.
 */
export class DoNotContact {
  readonly #context: DoNotContactContext
  #source: readonly Contact[] | null = null
  #marked: ReadonlySet<string> = new Set()

  constructor(context: DoNotContactContext) {
    this.#context = context
  }

  isBlocked(channel: ChannelId, address: string): boolean {
    const reading = readAddress(channel, address, this.#context.defaultCountry())
    if (reading === null) return false
    const marks = [`${EVERYWHERE} ${reading.key}`, `${channel} ${reading.key}`]
    const { salt, hashes } = this.#context.suppressions.value
    const marked = this.#marks()
    return marks.some((mark) => marked.has(mark) || hashes[hashOf(salt, mark)] !== undefined)
  }

  /** Keeps what the contacts are marked with, hashed, before they are deleted. Durable when it resolves. */
  async keep(contacts: readonly Contact[]): Promise<Result<unknown>> {
    const marks = contacts.flatMap((contact) => marksOf(contact, this.#context.defaultCountry()))
    const at = isoOf(this.#context.clock.nowMs())
    return this.#context.suppressions.update((file) => {
      if (marks.length === 0) return file
      const salt = file.salt === '' ? randomBytes(16).toString('hex') : file.salt
      const added = Object.fromEntries(marks.map((mark) => [hashOf(salt, mark), { at }]))
      return { salt, hashes: { ...added, ...file.hashes } }
    })
  }

  #marks(): ReadonlySet<string> {
    const contacts = this.#context.contacts()
    if (this.#source !== contacts) {
      this.#source = contacts
      this.#marked = new Set(contacts.flatMap((contact) => marksOf(contact, this.#context.defaultCountry())))
    }
    return this.#marked
  }
}

/** What a contact's mark forbids: each of its addresses everywhere, or one address on its channel. */
function marksOf(contact: Contact, defaultCountry: string): string[] {
  const { do_not_contact } = contact
  if (do_not_contact !== true && do_not_contact.length === 0) return []
  const channels = do_not_contact === true ? CHANNEL_IDS : do_not_contact.map(({ channel }) => channel)
  return channels.flatMap((channel) => {
    const reading = readAddress(channel, contact[ADDRESS_FIELD[channel]], defaultCountry)
    return reading === null ? [] : [`${do_not_contact === true ? EVERYWHERE : channel} ${reading.key}`]
  })
}

const hashOf = (salt: string, mark: string): string =>
  createHash('sha256').update(`${salt} ${mark}`).digest('hex')
