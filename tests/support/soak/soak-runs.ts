import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { deliveryIdOf } from '../../../src/engine/ledger/run-state'
import type { RunDetail } from '../../../src/shared/domain/run'
import { campaignRecord, contactRecords, idOf } from '../engine/records'
import { startEngine } from '../engine/test-engine'
import { FaultyAnswers } from './faulty-answers'
import { seededRandom } from './random'

const RUNS = 10
const CHANNELS = 3
const FAULT_SHARE = 0.05

export interface SoakFigures {
  readonly deliveries: number
  readonly faults: number
  readonly sent: number
  readonly failed: number
  readonly unknown: number
  readonly acceptedTwice: number
  /** Deliveries about which ledger, summary and server do not agree. */
  readonly disagreements: readonly string[]
  /** Heap after the last run, in parts of the heap after half of the runs. */
  readonly heapRatio: number
}

/** Sends so many deliveries in ten runs through a gateway that goes wrong for five of a hundred requests. */
export async function soak(
  deliveries: number,
  seed: number,
  say: (line: string) => void
): Promise<SoakFigures> {
  const people = Math.round(deliveries / RUNS / CHANNELS)
  const contacts = contactRecords(people)
  const everybody = contacts.map(({ _id }) => _id)
  const campaigns = Array.from({ length: RUNS }, (_, index) =>
    campaignRecord(index + 1, {
      contacts: everybody,
      policies: { error_threshold: { errors: 0, percent: 0, in_a_row: 0 } }
    })
  )
  const answers = new FaultyAnswers(seededRandom(seed), FAULT_SHARE)
  const { running, gateway } = await startEngine({ contacts, campaigns, answer: answers.answer })

  const heaps: number[] = []
  const details: RunDetail[] = []
  const disagreements: string[] = []
  for (let run = 1; run <= RUNS; run += 1) {
    const runId = await running.begin(idOf(0xca_0000 + run))
    await running.until(() => running.run(runId).status === 'finished', `run ${run} is finished`, 600_000)
    await running.finished(runId)
    const detail = await running.detail(runId)
    details.push({ ...detail, deliveries: [] })
    disagreements.push(...disagreementsIn(detail, answers))
    gateway.forget()
    heaps.push(heapBytes())
    say(
      `run ${run}: ${JSON.stringify(detail.summary.counts)}, heap ${Math.round((heaps.at(-1) ?? 0) / 1e6)} MB`
    )
  }
  await gateway.until(() => gateway.openConnections.length === 0, 'idle connections are closed')
  const total = (state: 'sent' | 'failed' | 'unknown') =>
    details.reduce((sum, { summary }) => sum + summary.counts[state], 0)
  return {
    deliveries: people * CHANNELS * RUNS,
    faults: answers.faults,
    sent: total('sent'),
    failed: total('failed'),
    unknown: total('unknown'),
    acceptedTwice: answers.acceptedTwice.size,
    disagreements,
    heapRatio: (heaps.at(-1) ?? 0) / (heaps[RUNS / 2 - 1] ?? 1)
  }
}

function disagreementsIn({ summary, deliveries }: RunDetail, { truths }: FaultyAnswers): string[] {
  const wrong = deliveries.flatMap(({ contact_id, channel, state }) => {
    const id = deliveryIdOf(summary.id, contact_id, channel)
    const truth = truths.get(id) ?? 'never asked'
    // Three answers "too busy" in a row end a delivery.
    const isRight = truth === state || (truth === 'again' && state === 'failed')
    return isRight ? [] : [`${id}: the ledger says ${state}, the server ${truth}`]
  })
  const counted = { ...summary.counts, sent: 0, failed: 0, unknown: 0 }
  for (const { state } of deliveries) if (state in counted) counted[state] += 1
  const summaryIsRight = (['sent', 'failed', 'unknown'] as const).every(
    (state) => counted[state] === summary.counts[state]
  )
  return summaryIsRight ? wrong : [...wrong, `the summary of ${summary.id} counts otherwise`]
}

function heapBytes(): number {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  collect()
  return process.memoryUsage().heapUsed
}
