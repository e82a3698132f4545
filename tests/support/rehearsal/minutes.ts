import type { ChannelId } from '../../../src/shared/domain/channel'
import type { Rehearsal } from '../../../src/shared/domain/rehearsal'

const MINUTE_MS = 60_000

/** How many messages left in each minute, by its beginning in UTC. */
export function byMinute(instantsMs: readonly number[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const atMs of instantsMs) {
    const minute = new Date(atMs - (atMs % MINUTE_MS)).toISOString()
    counts[minute] = (counts[minute] ?? 0) + 1
  }
  return counts
}

/** The same as a rehearsal predicts it for a channel. */
export const predictedMinutes = ({ minutes }: Rehearsal, channel: ChannelId): Record<string, number> =>
  Object.fromEntries(minutes.flatMap(({ at, sent }) => (sent[channel] > 0 ? [[at, sent[channel]]] : [])))
