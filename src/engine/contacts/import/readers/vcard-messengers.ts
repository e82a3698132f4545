import type { CardProperty } from './vcard-card'

export const MESSENGERS = ['whatsapp', 'telegram', 'zalo'] as const

export type Messenger = (typeof MESSENGERS)[number]

const LINKS: Readonly<Record<Messenger, RegExp>> = {
  whatsapp: /^(?:whatsapp:|https?:\/\/(?:wa\.me|(?:api|web|www)\.whatsapp\.com|whatsapp\.com)\/)/i,
  telegram: /^(?:telegram:|tg:|https?:\/\/(?:www\.)?(?:t|telegram)\.me\/)/i,
  zalo: /^(?:zalo:|https?:\/\/(?:www\.)?zalo\.me\/)/i
}

const WITH_ADDRESSES = new Set(['tel', 'impp', 'url', 'x-socialprofile'])

/** A property that can hold an address, and the messenger that it is for. */
export interface CardAddress {
  readonly property: CardProperty
  readonly messenger: Messenger | null
}

/** The numbers and names of a card, without its e-mail. */
export function addressesOf(card: readonly CardProperty[]): readonly CardAddress[] {
  const labels = new Map(
    card.filter(({ name }) => name === 'x-ablabel').map(({ group, values }) => [group, values[0] ?? ''])
  )
  return card
    .filter(({ name }) => WITH_ADDRESSES.has(name) || name.startsWith('x-'))
    .map((property) => ({ property, messenger: messengerOf(property, labels.get(property.group) ?? '') }))
}

/** By the property's own name, its type, its label, or by where its link goes. */
function messengerOf({ name, params, values }: CardProperty, label: string): Messenger | null {
  const named = MESSENGERS.find((messenger) => name.startsWith(`x-${messenger}`))
  if (named !== undefined || !WITH_ADDRESSES.has(name)) return named ?? null
  const value = values[0]?.trim() ?? ''
  const words = [...(params.get('type') ?? []), ...(params.get('x-service-type') ?? []), label]
    .join(' ')
    .toLowerCase()
  return MESSENGERS.find((messenger) => words.includes(messenger) || LINKS[messenger].test(value)) ?? null
}

/** The number or name in a property that is about the messenger; empty when there is none. */
export function messengerAddress(property: CardProperty, messenger: Messenger): string {
  const value = property.values[0]?.trim() ?? ''
  const user = property.params.get('x-user')?.[0]?.trim() ?? ''
  if (user !== '') return user
  const link = LINKS[messenger].exec(value)
  if (link === null) return value.replace(/^(?:tel|x-apple):/i, '')
  const query = /[?&](?:phone|domain)=([^&#]+)/i.exec(value)?.[1]
  const path = value
    .slice(link[0].length)
    .replace(/^\/+/, '')
    .replace(/[?#/].*$/s, '')
  const address = decoded(query ?? path)
  // Links have international numbers without the sign.
  const isBareNumber = messenger === 'whatsapp' && value.includes('/') && /^\d+$/.test(address)
  return isBareNumber ? `+${address}` : address
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text).trim()
  } catch {
    return text
  }
}
