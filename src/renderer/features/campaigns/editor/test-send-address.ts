import type { ChannelId } from '../../../../shared/domain/channel'

const FEWEST_DIGITS = 7

/** Each as the engine reads it; it has the last word, and knows more forms than these. */
const NUMBER = /^[+\d\s().\-/]+$/
const NAME_OR_LINK = /^@?[a-z]\w{3,31}$|[./:]/i

/** What is wrong with an address before it is tried, as a key of the catalogue; null when it may be one. */
export function addressProblem(
  channel: ChannelId,
  address: string
): 'address_missing' | 'address_number' | 'address_name' | null {
  const typed = address.trim()
  if (typed === '') return 'address_missing'
  if (channel === 'telegram') return NAME_OR_LINK.test(typed) ? null : 'address_name'
  const digits = typed.replace(/\D/g, '')
  return NUMBER.test(typed) && digits.length >= FEWEST_DIGITS ? null : 'address_number'
}
