import { isCloser, SIGN } from './json-signs'
import { type JsonKind, JsonSplitter } from './json-splitter'
import { MAX_RECORD_CHARACTERS } from './record-parser'

/** How the documents are held, and where they begin. */
export interface JsonShape {
  readonly kind: JsonKind
  readonly skipCharacters: number
}

/** How much of the beginning tells whether every line is a document. */
const LOOKED_AT_CHARACTERS = 64 * 1024

/** The shape of a text that begins so, or null while more of it is needed. */
export function guessJsonShape(start: string, isWhole: boolean): JsonShape | null {
  const first = /\S/.exec(start)?.[0]
  if (first === '[') return { kind: 'array', skipCharacters: 0 }
  if (start.length < LOOKED_AT_CHARACTERS && !isWhole) return null
  if (isLineBased(start.slice(0, LOOKED_AT_CHARACTERS))) return { kind: 'lines', skipCharacters: 0 }
  if (first !== '{') return { kind: 'documents', skipCharacters: 0 }
  const { listStart, isFollowed, isClosed } = firstDocument(start.slice(0, MAX_RECORD_CHARACTERS))
  if (isFollowed) return { kind: 'documents', skipCharacters: 0 }
  if (!isWhole && start.length < MAX_RECORD_CHARACTERS) return null
  // The end of an object that wraps a list is not in sight in a large file; that of a document is.
  if (listStart === null || (isClosed && !isWhole)) return { kind: 'documents', skipCharacters: 0 }
  return { kind: 'wrapped', skipCharacters: listStart }
}

function isLineBased(text: string): boolean {
  const lines = text.split('\n').map((line) => line.trim())
  const filled = lines.filter((line) => line !== '')
  const documents = filled.filter((line) => line.startsWith('{') && line.endsWith('}'))
  return filled.length > 1 && documents.length * 2 >= filled.length
}

interface FirstDocument {
  /** Where the first list of records that is a property of the document itself begins, behind its bracket. */
  readonly listStart: number | null
  readonly isClosed: boolean
  /** Something stands behind the document. */
  readonly isFollowed: boolean
}

function firstDocument(text: string): FirstDocument {
  let closed = 0
  const splitter = new JsonSplitter('documents', () => closed++)
  splitter.push(text)
  const isFollowed = closed > 1 || (closed === 1 && splitter.isInElement)
  return { listStart: startOfList(text), isClosed: closed > 0, isFollowed }
}

function startOfList(text: string): number | null {
  let depth = 0
  let isInString = false
  for (let index = 0; index < text.length; index++) {
    const sign = text.charCodeAt(index)
    if (isInString) {
      if (sign === SIGN.backslash) index++
      else if (sign === SIGN.quote) isInString = false
    } else if (sign === SIGN.quote) isInString = true
    else if (isCloser(sign)) depth--
    else if (sign === SIGN.openObject || sign === SIGN.openList) {
      if (depth === 1 && sign === SIGN.openList && startsWithRecord(text, index + 1)) return index + 1
      depth++
    }
  }
  return null
}

/** A record; an id of MongoDB in its extended form, such as those of a campaign's contacts, is none. */
const RECORD = /\s*\{(?!\s*"\$oid"\s*:)/y

function startsWithRecord(text: string, start: number): boolean {
  RECORD.lastIndex = start
  return RECORD.test(text)
}
