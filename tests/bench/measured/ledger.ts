import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { ledgerFolder } from '../../../src/engine/ledger/ledger-folder'
import type { Ledgers } from '../../../src/engine/ports'
import { memoryLedgers } from '../../../src/engine/rehearsal/memory-ledgers'
import type { FastGateway } from './fast-gateway'
import { type BenchSetting, figureOf, type Measure } from './figure'
import { openSendingLoop, whileFlushesTake } from './sending-loop'

const PARALLEL = 128
const DELAY_MS = 20
const SLOW_FLUSH_MS = 10

/** Lets what is handed in during one turn of the loop go on together, as the real ledger does, and keeps none of it. */
function keepingNothing(real: Ledgers): Ledgers {
  const memory = memoryLedgers(real)
  let turn: Promise<void> | null = null
  const commit = () =>
    (turn ??= new Promise((resolve) =>
      setImmediate(() => {
        turn = null
        resolve()
      })
    ))
  return {
    ...memory,
    async create(head, contacts) {
      const made = await memory.create(head, contacts)
      return made && { ...made, journal: { ...made.journal, commit } }
    }
  }
}

/** The loop over ledgers on the disk, and over ledgers that keep nothing. */
export const ledgerOn =
  (gateway: FastGateway): Measure =>
  async ({ size, rounds, folder }: BenchSetting) => {
    const people = size(10_000, 2 * PARALLEL)
    const runs = join(folder, 'runs')
    await mkdir(runs)
    const onDisk = ledgerFolder(runs)
    const disk = await openSendingLoop(gateway.url, people, PARALLEL, onDisk)
    const nothing = await openSendingLoop(gateway.url, people, PARALLEL, keepingNothing(onDisk))
    const rate = async (send: () => Promise<void>) => {
      await gateway.answerAfter(DELAY_MS)
      await send()
      const { requests, ms } = await gateway.seen()
      if (requests !== people) throw new Error(`${requests} requests instead of ${people}`)
      return (people * 1_000) / ms
    }
    const slowly = () => whileFlushesTake(SLOW_FLUSH_MS, join(folder, 'any'), () => rate(() => disk.send()))
    const floors: number[] = []
    const rates: number[] = []
    const slow: number[] = []
    await rate(() => nothing.send())
    await rate(() => disk.send())
    for (let round = 0; round < rounds; round += 1) {
      floors.push(await rate(() => nothing.send()))
      rates.push(await rate(() => disk.send()))
      slow.push(await slowly())
    }
    await disk.stop()
    await nothing.stop()
    return { disk: figureOf(rates, floors, '/s'), 'slow-disk': figureOf(slow, floors, '/s') }
  }
