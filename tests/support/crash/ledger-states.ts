import { readRecords } from '../../../src/engine/ledger/ledger-reader'
import { Replay } from '../../../src/engine/ledger/replay'
import { deliveryIdOf, type RunState } from '../../../src/engine/ledger/run-state'
import type { DeliveryState } from '../../../src/shared/domain/delivery'
import type { TestFolder } from '../engine/data-folder'
import type { RecordingGateway } from '../gateway/recording-gateway'

/** The folder's only run as its ledger tells it; null while it has none with a complete head. */
export async function onlyRun(folder: TestFolder): Promise<RunState | null> {
  const [runId] = await folder.ledgers()
  if (runId === undefined) return null
  const replay = new Replay()
  const extent = await readRecords(folder.file(`runs/${runId}.jsonl`), (record) => replay.add(record))
  return extent && replay.run(extent)
}

/** The state of every delivery of a run by its id. */
export function statesOf(run: RunState): Map<string, DeliveryState> {
  const { run_id, flow } = run.head
  const states = run.contacts.flatMap(({ contact_id }) =>
    flow.map((channel) => {
      const { state } = run.entry(contact_id, channel)
      return [deliveryIdOf(run_id, contact_id, channel), state] as const
    })
  )
  return new Map(states)
}

/** The state of every delivery of the folder's only run, once the ledger says that the run is finished. */
export async function finishedStates(folder: TestFolder): Promise<Map<string, DeliveryState> | null> {
  const run = await onlyRun(folder)
  return run?.finishedAt ? statesOf(run) : null
}

/** What a gateway was asked more than once, by idempotency key and by who was to get what. */
export function sentTwice({ messages }: RecordingGateway): string[] {
  const counts = new Map<string, number>()
  for (const { idempotencyKey, path, bodyText } of messages) {
    for (const name of [idempotencyKey, `${path} ${bodyText}`]) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts].filter(([, count]) => count > 1).map(([name]) => name)
}
