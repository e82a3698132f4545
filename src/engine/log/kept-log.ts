import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { KEPT_LOG_LINES, type LogLine } from '../../shared/domain/log-line'

/** Lines that are packed together, and the most that one answer holds: a millisecond or two to pack or to unpack. */
export const LINES_A_CHUNK = 500

/** The fastest level: log lines resemble each other so much that the others gain little. */
const PACKING = { level: 1 } as const

interface Chunk {
  readonly firstSeq: number
  readonly packed: Buffer
}

/**
 * The last lines of the log, numbered without a gap. All but the newest are packed outside of the heap: a hundred
 * thousand of them cost a few megabytes, and the garbage collector has nothing to walk through.
 */
export class KeptLog {
  #chunks: Chunk[] = []
  /** The newest lines as they are; between one chunk and two of them, so that who keeps up never unpacks. */
  #recent: LogLine[] = []
  #lastSeq = 0

  /** 0 when there is no line. */
  get lastSeq(): number {
    return this.#lastSeq
  }

  /** The number of the oldest line that is kept. */
  get firstSeq(): number {
    return Math.max(1, this.#lastSeq - KEPT_LOG_LINES + 1)
  }

  /** Adds the next line; its number is one more than the last one's. */
  add(line: LogLine): void {
    this.#recent.push(line)
    this.#lastSeq = line.seq
    if (this.#recent.length < 2 * LINES_A_CHUNK) return
    const old = this.#recent.splice(0, LINES_A_CHUNK)
    const firstSeq = old[0]?.seq ?? 0
    this.#chunks.push({ firstSeq, packed: packed(old) })
    const first = this.firstSeq
    while ((this.#chunks[0]?.firstSeq ?? first) + LINES_A_CHUNK <= first) this.#chunks.shift()
  }

  /** The oldest kept lines behind `seq`, at most `LINES_A_CHUNK` of them. */
  after(seq: number): readonly LogLine[] {
    const from = Math.max(seq + 1, this.firstSeq)
    if (from > this.#lastSeq) return []
    const recentFrom = this.#recent[0]?.seq ?? 0
    if (from >= recentFrom) return this.#recent.slice(from - recentFrom, from - recentFrom + LINES_A_CHUNK)
    const oldest = this.#chunks[0]?.firstSeq ?? 0
    const chunk = this.#chunks[Math.floor((from - oldest) / LINES_A_CHUNK)]
    if (chunk === undefined) return []
    return unpacked(chunk).slice(from - chunk.firstSeq)
  }

  /** Changes the text of lines; their numbers stay. */
  rewrite(change: (line: LogLine) => string): void {
    const rewritten = (line: LogLine): LogLine => {
      const text = change(line)
      return text === line.text ? line : { ...line, text }
    }
    this.#recent = this.#recent.map(rewritten)
    this.#chunks = this.#chunks.map((chunk) => {
      const lines = unpacked(chunk)
      const changed = lines.map(rewritten)
      return changed.every((line, index) => line === lines[index])
        ? chunk
        : { ...chunk, packed: packed(changed) }
    })
  }
}

const packed = (lines: readonly LogLine[]): Buffer => deflateRawSync(JSON.stringify(lines), PACKING)

const unpacked = (chunk: Chunk): LogLine[] => JSON.parse(inflateRawSync(chunk.packed).toString()) as LogLine[]
