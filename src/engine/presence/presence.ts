import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { instantSchema } from '../../shared/domain/primitives'
import type { Clock } from '../ports'
import { isoOf } from '../system-clock'
import type { Gap } from './asleep-forecast'

const BEAT_MS = 30_000
const SHORTEST_GAP_MS = 5 * 60_000
const MOST_GAPS = 60
const LONGEST_MEMORY_MS = 30 * 86_400_000

const presenceSchema = z.object({
  schema_version: z.literal(1),
  known_from: instantSchema,
  alive_at: instantSchema,
  gaps: z.array(z.object({ from: instantSchema, to: instantSchema }))
})

/** When the app was there to send, and when it was not. */
export interface Presence {
  /** When it was last seen alive before this start, epoch milliseconds; null when nothing is known. */
  lastAliveMs(): number | null
  /** Since when every gap is known, epoch milliseconds. */
  knownFromMs(): number
  gaps(): readonly Gap[]
  /** For that time nothing could be done; forgotten when shorter than five minutes. */
  gap(fromMs: number, toMs: number): void
  /** Writes down that the app is alive. Never rejects. */
  beat(): Promise<void>
  /** Beats now and every half a minute, until `stop`, which beats once more. */
  start(): void
  stop(): Promise<void>
}

/**
 * Reads what is known and keeps it up to date. It must never disturb sending: the file is not flushed, a write that
 * fails is forgotten, a file that cannot be read is begun anew. Times that lie ahead are cut to now.
 */
export async function openPresence(folder: string, clock: Clock): Promise<Presence> {
  const file = join(folder, 'presence.json')
  const nowMs = clock.nowMs()
  const known = await read(file, nowMs)
  const lastAliveMs = known?.aliveMs ?? null
  let knownFromMs = known?.knownFromMs ?? nowMs
  let gaps: readonly Gap[] = []
  let timer: NodeJS.Timeout | null = null
  let writing: Promise<void> = Promise.resolve()

  const add = (added: readonly Gap[]) => {
    const oldestMs = clock.nowMs() - LONGEST_MEMORY_MS
    const long = [...gaps, ...added].filter(({ fromMs, toMs }) => toMs - fromMs >= SHORTEST_GAP_MS)
    gaps = long.filter(({ toMs }) => toMs >= oldestMs).slice(-MOST_GAPS)
    // Before the end of a gap that is forgotten not every gap is known any more.
    for (const each of long) if (!gaps.includes(each)) knownFromMs = Math.max(knownFromMs, each.toMs)
  }
  if (known !== null) add([...known.gaps, { fromMs: known.aliveMs, toMs: nowMs }])

  const write = async () => {
    const content = {
      schema_version: 1,
      known_from: isoOf(knownFromMs),
      alive_at: isoOf(clock.nowMs()),
      gaps: gaps.map(({ fromMs, toMs }) => ({ from: isoOf(fromMs), to: isoOf(toMs) }))
    }
    await writeFile(`${file}.new`, JSON.stringify(content))
    await rename(`${file}.new`, file)
  }
  const beat = () => (writing = writing.then(write).catch(() => undefined))

  return {
    lastAliveMs: () => lastAliveMs,
    knownFromMs: () => knownFromMs,
    gaps: () => gaps,
    gap: (fromMs, toMs) => add([{ fromMs, toMs }]),
    beat,
    start() {
      if (timer !== null) return
      timer = setInterval(() => void beat(), BEAT_MS)
      void beat()
    },
    async stop() {
      if (timer === null) return writing
      clearInterval(timer)
      timer = null
      await beat()
    }
  }
}

async function read(file: string, nowMs: number) {
  try {
    const found = presenceSchema.parse(JSON.parse(await readFile(file, 'utf8')))
    const msOf = (instant: string) => Math.min(Date.parse(instant), nowMs)
    return {
      aliveMs: msOf(found.alive_at),
      knownFromMs: msOf(found.known_from),
      gaps: found.gaps.map(({ from, to }): Gap => ({ fromMs: msOf(from), toMs: msOf(to) }))
    }
  } catch {
    return null
  }
}
