import { readAddress } from '../contacts/address-key'
import { takenKey } from '../contacts/freeze-contacts'
import type { RunState } from '../ledger/run-state'
import { inPieces } from '../pieces'
import type { RunIndex } from '../ports'
import type { RunCoordinator } from '../runner/run-coordinator'

export interface TakenContext {
  readonly index: Pick<RunIndex, 'all' | 'find'>
  readonly coordinator: Pick<RunCoordinator, 'state'>
  readonly defaultCountry: string
}

/**
 * The addresses that have had the message of a run, may have, or will, as `takenKey` writes them: nobody gets it twice
 * because a number was changed between one retry and the next. In pieces, over every run that went out with it.
 */
export async function takenAddresses(state: RunState, context: TakenContext): Promise<string[]> {
  const pieces = inPieces()
  const taken: string[] = []
  for await (const run of familyOf(state, context)) {
    for (const contact of run.contacts) {
      for (const channel of run.channelsOf(contact)) {
        const found = run.entry(contact.contact_id, channel).state
        if (found === 'failed' || found === 'skipped') continue
        const reading = readAddress(channel, contact.addresses[channel]?.to ?? '', context.defaultCountry)
        if (reading !== null) taken.push(takenKey(channel, reading.key))
      }
      if (pieces.isDue()) await pieces.rest()
    }
  }
  return taken
}

/** The run, those that it repeats and those that repeat it. A ledger that is gone is passed over. */
async function* familyOf(state: RunState, { index, coordinator }: TakenContext): AsyncGenerator<RunState> {
  const ids = new Set([state.head.run_id])
  // It grows while it is gone through.
  for (const id of ids) {
    const run = id === state.head.run_id ? state : await coordinator.state(id)
    const repeated = run?.head.retry_of ?? index.find(id)?.retry_of
    if (repeated !== undefined) ids.add(repeated)
    for (const { id: other, retry_of } of index.all()) if (retry_of === id) ids.add(other)
    if (run !== null) yield run
  }
}
