import type { ContactFilter } from '../../../../shared/domain/contact-query'

/** One condition of a filter beside its search words, with the filter as it would be without it. */
export interface Condition {
  readonly key: 'channel' | 'tag' | 'do_not_contact' | 'contacted' | 'needs_check'
  readonly value: string
  readonly without: ContactFilter
}

/** What a filter asks for, one by one, so that each can be taken away. */
export function conditionsOf(filter: ContactFilter): readonly Condition[] {
  const conditions: Condition[] = []
  const { channel, tags, do_not_contact, contacted, needs_check } = filter
  if (channel !== null)
    conditions.push({ key: 'channel', value: channel, without: { ...filter, channel: null } })
  for (const tag of tags) {
    conditions.push({
      key: 'tag',
      value: tag,
      without: { ...filter, tags: tags.filter((each) => each !== tag) }
    })
  }
  if (do_not_contact !== 'any') {
    conditions.push({
      key: 'do_not_contact',
      value: do_not_contact,
      without: { ...filter, do_not_contact: 'any' }
    })
  }
  if (contacted !== 'any') {
    conditions.push({ key: 'contacted', value: contacted, without: { ...filter, contacted: 'any' } })
  }
  if (needs_check)
    conditions.push({ key: 'needs_check', value: '', without: { ...filter, needs_check: false } })
  return conditions
}
