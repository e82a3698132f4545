import { ERASED } from '../ledger/erased-text'
import { completeLines, linesIn } from '../ledger/ledger-reader'
import { replaceFile } from '../store/durable-file'
import type { Eraser } from './erase-text'

const NEWLINE = Buffer.from('\n')
const BYTES_A_PIECE = 256 * 1024

/**
 * Rewrites a ledger without the texts about somebody: name, addresses, values and answers are replaced, while ids, states,
 * times and the order of the lines stay, so that a replay comes to the same answers. The old ledger or the new one: it is
 * one rename. Nobody may have it open. True when there was something to replace.
 */
export async function eraseInLedger(file: string, eraser: Eraser): Promise<boolean> {
  if (!(await hasSomething(file, eraser))) return false
  await replaceFile(file, linesWithout(file, eraser), null)
  return true
}

async function hasSomething(file: string, eraser: Eraser): Promise<boolean> {
  for await (const lines of completeLines(file, BYTES_A_PIECE)) {
    if (!eraser.concerns(lines)) continue
    for (const line of linesIn(lines)) if (erasedLine(line, eraser) !== line) return true
  }
  return false
}

async function* linesWithout(file: string, eraser: Eraser): AsyncGenerator<Buffer> {
  for await (const lines of completeLines(file, BYTES_A_PIECE)) {
    if (!eraser.concerns(lines)) {
      yield lines
      continue
    }
    yield Buffer.concat([...linesIn(lines)].flatMap((line) => [erasedLine(line, eraser), NEWLINE]))
  }
}

type Json = Record<string, unknown>

/** The line without the person; the same buffer when it has nothing of theirs. */
export function erasedLine(line: Buffer, eraser: Eraser): Buffer {
  const text = line.toString('utf8')
  let record: unknown
  try {
    record = JSON.parse(text)
  } catch {
    // It stays as unreadable as it was.
    const erased = eraser.erase(text)
    return erased === text ? line : Buffer.from(erased)
  }
  if (!isObject(record)) return line
  const isOwn = typeof record['contact_id'] === 'string' && eraser.contactIds.has(record['contact_id'])
  const erased = isOwn ? erasedOwn(record) : erasedOther(record, eraser)
  const written = JSON.stringify(erased)
  return written === JSON.stringify(record) ? line : Buffer.from(written)
}

/** A line about the person: every text of theirs goes. */
function erasedOwn(record: Json): Json {
  if (record['type'] !== 'contact') return withReasons(record, () => ERASED)
  const { addresses, values } = record
  return {
    ...record,
    name: ERASED,
    addresses: mapValues(addresses, (address) => (isObject(address) ? { ...address, to: ERASED } : address)),
    ...(values !== undefined && { values: mapValues(values, () => ERASED) })
  }
}

/** Any other line: only where it names the person. What belongs to somebody else is theirs, also an address of both. */
function erasedOther(record: Json, eraser: Eraser): Json {
  if (record['type'] === 'contact') return record
  const erase = (text: string) => eraser.erase(text)
  const { text, texts, note } = record
  return withReasons(
    {
      ...record,
      ...(typeof text === 'string' && { text: erase(text) }),
      ...(isObject(texts) && {
        texts: mapValues(texts, (each) => (typeof each === 'string' ? erase(each) : each))
      }),
      ...(typeof note === 'string' && { note: erase(note) })
    },
    erase
  )
}

function withReasons(record: Json, erase: (text: string) => string): Json {
  const { answer, reason, outcome_reason } = record
  return {
    ...record,
    ...(typeof answer === 'string' && answer !== '' && { answer: erase(answer) }),
    ...(isObject(reason) && { reason: withDetail(reason, erase) }),
    ...(isObject(outcome_reason) && { outcome_reason: withDetail(outcome_reason, erase) })
  }
}

/** The name of a missing field says nothing about anybody. */
const withDetail = (reason: Json, erase: (text: string) => string): Json =>
  typeof reason['detail'] === 'string' && reason['code'] !== 'missing_value'
    ? { ...reason, detail: erase(reason['detail']) }
    : reason

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const mapValues = (value: unknown, change: (each: unknown) => unknown): unknown =>
  isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, change(each)]))
    : value
