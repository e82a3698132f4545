import type { ParsedPiece, RecordParser } from './record-parser'
import type { SourceEvent, SourceProblem } from './source'
import { hasInvalidCharacters } from './stream-decoder'
import { readCard } from './vcard-card'
import { fieldsOfCard } from './vcard-fields'
import { type SplitCard, VcardSplitter } from './vcard-splitter'

/** Reads the cards of a vCard file, 2.1 to 4.0. The row of a record is the card's number, broken ones included. */
export class VcardParser implements RecordParser {
  readonly #splitter = new VcardSplitter((card) => this.#addCard(card))
  #events: SourceEvent[] = []
  #row = 0

  push(text: string): ParsedPiece {
    this.#splitter.push(text)
    return this.#take()
  }

  end(): ParsedPiece {
    const isWhole = this.#splitter.end()
    const piece = this.#take()
    return isWhole ? piece : { ...piece, failure: { code: 'card_cut_off', row: this.#row + 1 } }
  }

  #take(): ParsedPiece {
    const events = this.#events
    this.#events = []
    return { events }
  }

  #addCard(card: SplitCard): void {
    this.#row++
    this.#events.push(eventOfCard(card, this.#row))
  }
}

function eventOfCard(card: SplitCard, row: number): SourceEvent {
  if (card.type === 'too_large') return unreadable({ row, code: 'record_too_large' })
  if (card.type === 'not_ended') return unreadable({ row, code: 'card_broken', detail: 'no END:VCARD' })
  if (card.lines.some(hasInvalidCharacters)) return unreadable({ row, code: 'invalid_bytes' })
  const read = readCard(card.lines)
  if (!read.ok) return unreadable({ row, code: 'card_broken', detail: read.error })
  return { type: 'record', record: { row, fields: fieldsOfCard(read.value) } }
}

const unreadable = (problem: SourceProblem): SourceEvent => ({ type: 'unreadable', problem })
