import { CHANNEL_IDS, type ChannelId, perChannel } from '../../../src/shared/domain/channel'
import type { FinalState } from '../../../src/shared/domain/delivery'
import type { GatewayId } from '../../../src/shared/domain/settings'
import type { LedgerLine, TestFolder } from '../engine/data-folder'
import { idOf } from '../engine/records'

const MINUTE_MS = 60_000

export interface PastRun {
  /** Names its campaign; there need not be one any more. */
  readonly name: string
  readonly gateway: GatewayId
  /** When it began, epoch milliseconds; each delivery ends a second after the one before. */
  readonly atMs: number
  /** So many deliveries of each end, on each channel. */
  readonly ends: Readonly<Partial<Record<ChannelId, Readonly<Partial<Record<FinalState, number>>>>>>
}

/** Writes the ledgers of runs that are over. The index of runs is made from them at the next start. */
export async function writePastRuns(folder: TestFolder, runs: readonly PastRun[]): Promise<void> {
  for (const [index, run] of runs.entries()) await folder.writeLedger(...ledgerOf(run, index))
}

function ledgerOf({ name, gateway, atMs, ends }: PastRun, index: number): [string, LedgerLine[]] {
  const campaign_id = idOf(0xca_1000 + index)
  const run_id = `${campaign_id}_manual_${index}`
  const deliveries = CHANNEL_IDS.flatMap((channel) =>
    Object.entries(ends[channel] ?? {}).flatMap(([state, count]) =>
      Array.from({ length: count }, () => ({ channel, state: state as FinalState }))
    )
  )
  const at = (second: number) => new Date(atMs + second * 1_000).toISOString()
  return [
    run_id,
    [
      {
        type: 'head',
        schema_version: 2,
        run_id,
        campaign_id,
        campaign_name: name,
        trigger: 'manual',
        slot: null,
        text: 'Hello',
        flow: [...CHANNEL_IDS],
        gateway: { id: gateway, base_url: '', ai_call_url: '', user_id: '' },
        timeouts_s: perChannel(() => 30),
        started_at: at(0)
      },
      ...deliveries.map(({ channel }, place): LedgerLine => ({
        type: 'contact',
        contact_id: idOf(0xbb_0000 + place),
        name: `Person ${place + 1}`,
        addresses: { [channel]: { to: '+84901000001' } }
      })),
      { type: 'ready', contacts: deliveries.length },
      ...deliveries.map(({ channel, state }, place): LedgerLine => ({
        type: 'outcome',
        contact_id: idOf(0xbb_0000 + place),
        channel,
        at: at(place),
        state
      })),
      { type: 'finished', at: new Date(atMs + MINUTE_MS).toISOString() }
    ]
  ]
}
