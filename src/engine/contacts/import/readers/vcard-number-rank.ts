import type { CardProperty } from './vcard-card'

/** What a number or address comes before: mobiles, then the preferred ones, then the rest as written, then faxes. */
export function rankOfNumber({ params }: CardProperty): number {
  const types = new Set((params.get('type') ?? []).flatMap((type) => type.toLowerCase().split(',')))
  const has = (...wanted: readonly string[]): boolean => wanted.some((type) => types.has(type))
  const preference = Number(params.get('pref')?.[0] ?? Number.NaN)
  const isPreferred = has('pref') || preference >= 1
  const withinGroup = isPreferred ? Math.min(preference >= 1 ? preference : 1, 100) : 101
  if (has('cell', 'mobile', 'iphone')) return withinGroup
  if (has('fax', 'pager')) return 2000 + withinGroup
  return 1000 + withinGroup
}
