import { type Contact, markedChannels } from '../../shared/domain/contact'
import type { ContactFilter } from '../../shared/domain/contact-query'
import { canReach } from '../../shared/domain/reach'
import { holdsWords, queryWords } from '../../shared/text/fold-text'
import { numberQuery } from '../../shared/text/phone-digits'
import type { SearchKey } from './search-key'

/** Turns a filter into a question to one contact. Accents and case do not count, numbers match in any spacing. */
export function matcherOf(
  filter: ContactFilter,
  lastContactedMs: (contact: Contact) => number | null
): (key: SearchKey) => boolean {
  const { channel } = filter
  const tests: ((key: SearchKey) => boolean)[] = []
  if (channel !== null) tests.push(({ contact }) => canReach(contact, channel))
  if (filter.tags.length > 0) {
    const tags = new Set(filter.tags)
    tests.push(({ contact }) => contact.tags.some((tag) => tags.has(tag)))
  }
  if (filter.do_not_contact !== 'any') {
    const wanted = filter.do_not_contact === 'yes'
    tests.push(({ contact }) => markedChannels(contact).length > 0 === wanted)
  }
  if (filter.needs_check) tests.push(({ contact }) => contact.invalid.length > 0)
  if (filter.contacted !== 'any') {
    const wanted = filter.contacted === 'ever'
    tests.push(({ contact }) => (lastContactedMs(contact) !== null) === wanted)
  }
  const words = queryWords(filter.text)
  if (words.length > 0) {
    const digits = numberQuery(filter.text)
    tests.push((key) => holdsWords(key.text, words) || (digits !== null && key.digits.includes(digits)))
  }
  const [first, ...others] = tests
  if (first === undefined) return () => true
  return others.length === 0 ? first : (key) => tests.every((test) => test(key))
}
