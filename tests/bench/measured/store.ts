import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createEngine } from '../../../src/engine/engine'
import { watchStalls } from '../measuring'
import { contactsFile } from '../sample-list'
import type { FastGateway } from './fast-gateway'
import { type Measure, shareOf, figureOf } from './figure'
import { countWrites } from './sending'

/** What one edit of a long list costs, and how often a run writes whole files. */
export const storeOn =
  (gateway: FastGateway): Measure =>
  async (bench) => {
    const freezes = await editFreezes(bench)
    const messages = bench.size(5_000, 200)
    const writes = await countWrites(gateway, bench, messages)
    return { freeze: shareOf(freezes, 50), writes: figureOf([writes], [messages], '') }
  }

async function editFreezes({ folder, rounds, size }: Parameters<Measure>[0]): Promise<number[]> {
  const path = join(folder, 'list')
  await mkdir(path)
  await writeFile(join(path, 'contacts.json'), contactsFile(size(100_000, 1_000)))
  const engine = await createEngine({ folder: path })
  await engine.start()
  const [contact] = engine.contacts.list()
  if (contact === undefined) throw new Error('There is nobody')
  const freezes: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const stalls = watchStalls()
    const saved = await engine.contacts.save({ ...contact, first_name: `Round ${round}` })
    if (!saved.ok) throw new Error(saved.error.code)
    freezes.push(stalls.stop().longestMs)
  }
  await engine.stop()
  return freezes
}
