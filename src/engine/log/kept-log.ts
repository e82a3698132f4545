import { deflateRaw, inflateRawSync } from 'node:zlib'
import { KEPT_LOG_LINES, type LogLine } from '../../shared/domain/log-line'

/** Lines that lie together, and the most that one answer holds: a few milliseconds to unpack. */
export const LINES_A_CHUNK = 2_000

/** Chunks that are not packed yet, some ten megabytes: what is said in a hurry is not held up by packing. */
export const CHUNKS_AS_THEY_ARE = 10

/** The fastest level: log lines resemble each other so much that the others gain little. */
const PACKING = { level: 1 } as const

interface Chunk {
  readonly firstSeq: number
  /** JSON of its lines, or that deflated. */
  content: string | Buffer
}

/**
 * The last lines of the log, numbered without a gap. All but the newest are texts of many lines, so that the garbage collector
 * has nothing to walk through, and most of those are packed by another thread: a hundred thousand lines cost some megabytes.
 */
export class KeptLog {
  #chunks: Chunk[] = []
  /** The newest lines as they are; between one chunk and two of them, so that who keeps up never unpacks. */
  #recent: LogLine[] = []
  readonly #pack: Pack
  #lastSeq = 0
  #isPacking = false

  constructor(pack = deflated) {
    this.#pack = pack
  }

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
    this.#chunks.push({ firstSeq: old[0]?.seq ?? 0, content: JSON.stringify(old) })
    const first = this.firstSeq
    while ((this.#chunks[0]?.firstSeq ?? first) + LINES_A_CHUNK <= first) this.#chunks.shift()
    this.#packNext()
  }

  /** The oldest kept lines behind `seq`, at most `LINES_A_CHUNK` of them. */
  after(seq: number): readonly LogLine[] {
    const found = this.#behind(seq)
    return typeof found === 'string' ? (JSON.parse(found) as LogLine[]) : found
  }

  /** The same as JSON: who only hands them on need not know what they say. */
  textAfter(seq: number): string {
    const found = this.#behind(seq)
    return typeof found === 'string' ? found : JSON.stringify(found)
  }

  /** Changes the text of lines; their numbers stay. True when one has changed. */
  rewrite(change: (line: LogLine) => string): boolean {
    let hasChanged = false
    const rewritten = (line: LogLine): LogLine => {
      const text = change(line)
      if (text === line.text) return line
      hasChanged = true
      return { ...line, text }
    }
    this.#recent = this.#recent.map(rewritten)
    // A chunk that has changed is another one: what is being packed just now is the old one, and nobody's any more.
    this.#chunks = this.#chunks.map((chunk) => {
      const lines = linesOf(chunk)
      const changed = lines.map(rewritten)
      return changed.every((line, index) => line === lines[index])
        ? chunk
        : { firstSeq: chunk.firstSeq, content: JSON.stringify(changed) }
    })
    this.#packNext()
    return hasChanged
  }

  /** Lines, or a text of all lines of a chunk. */
  #behind(seq: number): readonly LogLine[] | string {
    const from = Math.max(seq + 1, this.firstSeq)
    const recentFrom = this.#recent[0]?.seq ?? from
    if (from >= recentFrom) return this.#recent.slice(from - recentFrom, from - recentFrom + LINES_A_CHUNK)
    const oldest = this.#chunks[0]?.firstSeq ?? 0
    const chunk = this.#chunks[Math.floor((from - oldest) / LINES_A_CHUNK)]
    if (chunk === undefined) return []
    return chunk.firstSeq === from ? textOf(chunk) : linesOf(chunk).slice(from - chunk.firstSeq)
  }

  #packNext(): void {
    if (this.#isPacking) return
    const chunk = this.#chunks
      .slice(0, -CHUNKS_AS_THEY_ARE)
      .find(({ content }) => typeof content === 'string')
    if (typeof chunk?.content !== 'string') return
    this.#isPacking = true
    this.#pack(chunk.content, (packed) => {
      this.#isPacking = false
      // Without memory for it the chunk stays as it is; it is tried again with the next lines.
      if (packed === null) return
      chunk.content = packed
      this.#packNext()
    })
  }
}

/** The letters as they lie in memory: to write them as UTF-8 first would cost this thread three times as much. */
const ENCODING = 'utf16le'

/** Packs a text in a thread of its own; null when that cannot be done. */
type Pack = (text: string, done: (packed: Buffer | null) => void) => void

/** By zlib. */
export const deflated: Pack = (text, done) => {
  deflateRaw(Buffer.from(text, ENCODING), PACKING, (error, packed) => done(error === null ? packed : null))
}

const textOf = ({ content }: Chunk): string =>
  typeof content === 'string' ? content : inflateRawSync(content).toString(ENCODING)

const linesOf = (chunk: Chunk): LogLine[] => JSON.parse(textOf(chunk)) as LogLine[]
