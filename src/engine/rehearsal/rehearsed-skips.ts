import type { ChannelId } from '../../shared/domain/channel'
import type { RehearsedSkips } from '../../shared/domain/rehearsal'
import type { Reason } from '../../shared/domain/delivery'
import type { RunState } from '../ledger/run-state'

/** So many people of a group are named. */
const NAMED = 20

interface Group {
  readonly channel: ChannelId
  readonly reason: Reason['code']
  readonly detail: string
  readonly people: Set<string>
  readonly names: string[]
}

/** People who get nothing on a channel, by reason; each counted once, in however many runs. */
export class SkipTally {
  readonly #groups = new Map<string, Group>()

  /** What became of everybody in a run. */
  add(state: RunState): void {
    for (const contact of state.contacts) {
      for (const channel of state.channelsOf(contact)) {
        const { outcome } = state.entry(contact.contact_id, channel)
        const reason = outcome?.reason
        if (reason === undefined || (outcome?.state !== 'skipped' && outcome?.state !== 'failed')) continue
        this.count(channel, reason, contact.contact_id, contact.name)
      }
    }
  }

  /** The largest group first. */
  groups(): RehearsedSkips[] {
    return [...this.#groups.values()]
      .map(({ people, ...group }) => ({ ...group, count: people.size }))
      .sort((a, b) => b.count - a.count)
  }

  count(channel: ChannelId, { code, detail = '' }: Reason, contactId: string, name: string): void {
    const key = `${channel} ${code} ${detail}`
    let group = this.#groups.get(key)
    if (group === undefined) {
      group = { channel, reason: code, detail, people: new Set(), names: [] }
      this.#groups.set(key, group)
    }
    if (group.people.has(contactId)) return
    group.people.add(contactId)
    if (group.names.length < NAMED) group.names.push(name)
  }
}
