import files from 'node:fs/promises'
import { join } from 'node:path'
import { openEngineSender } from './engine-sender'
import type { FastGateway, Seen } from './fast-gateway'
import { type BenchSetting, figureOf } from './figure'
import { gotInBurstsSender, gotSender, rawSender, type Sender } from './plain-senders'

interface Load {
  readonly delayMs: number
  readonly parallel: number
  readonly messages: number
}

/** What one way to send made of a load. */
interface Sent {
  /** Messages a second, as the gateway saw them. */
  readonly rate: number
  /** Processor time of this process a message, microseconds. */
  readonly cpuUs: number
}

const FLOORS = { raw: rawSender, got: gotSender, bursts: gotInBurstsSender } as const

type FloorName = keyof typeof FLOORS

/** Every floor and the engine in turn, round by round, after one that warms up and does not count. */
export async function measureLoad(
  gateway: FastGateway,
  { size, rounds, folder }: BenchSetting,
  full: Load,
  floors: readonly FloorName[]
) {
  const load = { ...full, messages: size(full.messages, full.parallel * 2) }
  const people = await openEngineSender(join(folder, 'data'), gateway.url, load.messages, load.parallel)
  const ways: Record<string, () => Promise<void>> = {
    ...Object.fromEntries(floors.map((name) => [name, plainly(FLOORS[name], gateway.url, load)])),
    loa: () => people.send()
  }
  const sent = new Map<string, Sent[]>(Object.keys(ways).map((name) => [name, []]))
  for (let round = -1; round < rounds; round += 1) {
    for (const [name, send] of Object.entries(ways)) {
      const one = await measureOne(gateway, load, send)
      if (round >= 0) sent.get(name)?.push(one)
    }
  }
  await people.stop()
  const of = (name: FloorName | 'loa', figure: keyof Sent) => (sent.get(name) ?? []).map((one) => one[figure])
  return {
    /** The engine's rate against that of a floor. */
    rateTo: (floor: FloorName) => figureOf(of('loa', 'rate'), of(floor, 'rate'), '/s'),
    cpuTo: (floor: FloorName) => figureOf(of('loa', 'cpuUs'), of(floor, 'cpuUs'), 'µs'),
    rates: of('loa', 'rate')
  }
}

const plainly = (sender: Sender, url: string, { messages, parallel }: Load) => {
  return () => sender(url, messages, parallel)
}

async function measureOne(
  gateway: FastGateway,
  { delayMs, messages }: Load,
  send: () => Promise<void>
): Promise<Sent> {
  await gateway.answerAfter(delayMs)
  const before = process.cpuUsage()
  await send()
  const { user, system } = process.cpuUsage(before)
  return { rate: rateOf(await gateway.seen(), messages), cpuUs: (user + system) / messages }
}

/** Fails when something was sent twice or not at all: what is fast and wrong is no measurement. */
function rateOf({ requests, ms }: Seen, messages: number): number {
  if (requests !== messages) throw new Error(`${requests} requests instead of ${messages}`)
  return (messages * 1_000) / ms
}

/** How the reference system sends: one message awaited after the other. */
export async function oneByOneRate(gateway: FastGateway, delayMs: number, messages: number): Promise<number> {
  await gateway.answerAfter(delayMs)
  await gotSender(gateway.url, messages, 1)
  return rateOf(await gateway.seen(), messages)
}

/** How many files are replaced while a run of so many sends. */
export async function countWrites(
  gateway: FastGateway,
  { folder }: BenchSetting,
  messages: number
): Promise<number> {
  const people = await openEngineSender(join(folder, 'data'), gateway.url, messages, 32)
  await gateway.answerAfter(0)
  const { rename } = files
  let writes = 0
  // A file is replaced by renaming another one over it, and by nothing else.
  files.rename = (from, to) => {
    writes += 1
    return rename(from, to)
  }
  await people.send()
  files.rename = rename
  await people.stop()
  if (writes === 0) throw new Error('Not even the index was written: the count is wrong')
  return writes
}
