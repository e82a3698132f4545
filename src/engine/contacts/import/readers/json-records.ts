import type { JsonElement } from './json-element'
import { guessJsonShape } from './json-shape'
import { JsonSplitter } from './json-splitter'
import { fieldsOf } from './json-values'
import type { ParsedPiece, RecordParser } from './record-parser'
import type { SourceEvent, SourceFailure } from './source'
import { hasInvalidCharacters } from './stream-decoder'

/**
 * Reads JSON documents: an array of them, one on each line, one after the other, or an object that wraps an array. The
 * row of a record is its number among them, broken ones included.
 */
export class JsonParser implements RecordParser {
  #start = ''
  #splitter: JsonSplitter | null = null
  #events: SourceEvent[] = []
  #row = 0

  push(text: string): ParsedPiece {
    return this.#read(text, false)
  }

  end(): ParsedPiece {
    const isWhole = this.#read('', true)
    if (isWhole.failure !== undefined) return isWhole
    return this.#take(this.#splitter?.end() ?? true, isWhole.events)
  }

  #read(text: string, isWhole: boolean): ParsedPiece {
    if (this.#splitter !== null) return this.#take(this.#splitter.push(text))
    this.#start += text
    const shape = guessJsonShape(this.#start, isWhole)
    if (shape === null) return { events: [] }
    const rest = this.#start.slice(shape.skipCharacters)
    this.#start = ''
    this.#splitter = new JsonSplitter(shape.kind, (element) => this.#addElement(element))
    return this.#take(this.#splitter.push(rest))
  }

  #take(isSound: boolean, before: readonly SourceEvent[] = []): ParsedPiece {
    const events = [...before, ...this.#events]
    this.#events = []
    const cutOff: SourceFailure = { code: 'json_cut_off', row: this.#row + 1 }
    return isSound ? { events } : { events, failure: cutOff }
  }

  #addElement(element: JsonElement): void {
    this.#row++
    this.#events.push(...eventsOfElement(element, this.#row))
  }
}

function eventsOfElement(element: JsonElement, row: number): readonly SourceEvent[] {
  if (element.type === 'too_deep') return [{ type: 'unreadable', problem: { row, code: 'json_too_deep' } }]
  if (element.type === 'too_large')
    return [{ type: 'unreadable', problem: { row, code: 'record_too_large' } }]
  if (hasInvalidCharacters(element.text))
    return [{ type: 'unreadable', problem: { row, code: 'invalid_bytes' } }]
  try {
    return eventsOfDocument(JSON.parse(element.text), row)
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    return [{ type: 'unreadable', problem: { row, code: 'json_broken', detail } }]
  }
}

function eventsOfDocument(document: unknown, row: number): readonly SourceEvent[] {
  const read = fieldsOf(document)
  if (read === null)
    return [{ type: 'unreadable', problem: { row, code: 'json_broken', detail: 'not an object' } }]
  const doubts = read.unsafeKeys.map((detail): SourceEvent => ({
    type: 'doubt',
    problem: { row, code: 'unsafe_key', detail }
  }))
  return [...doubts, { type: 'record', record: { row, fields: read.fields } }]
}
