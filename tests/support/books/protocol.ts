import type { Book, Fence } from './markdown'

/** A table of a book: what stands in each row, by the head of its column, without backticks around it. */
export type BookTable = readonly Readonly<Record<string, string>>[]

const CELL_EDGE = /(?<!\\)\|/

const cellsOf = (row: string): string[] =>
  row
    .trim()
    .slice(1, -1)
    .split(CELL_EDGE)
    .map((cell) => cell.trim())

/** The table whose first heads are these. Throws when there is none. */
export function tableOf({ file, prose }: Book, ...heads: readonly string[]): BookTable {
  const lines = [...prose.values()]
  const start = lines.findIndex(
    (line) => line.startsWith('|') && heads.every((head, index) => cellsOf(line)[index] === head)
  )
  if (start < 0) throw new Error(`${file} has no table of ${heads.join(', ')}`)
  const end = lines.findIndex((line, index) => index > start && !line.startsWith('|'))
  const names = cellsOf(lines[start] ?? '')
  return lines
    .slice(start + 2, end)
    .map((row) => Object.fromEntries(cellsOf(row).map((cell, index) => [names[index] ?? '', cell])))
}

/** What stands between the backticks of a cell. */
export const codesIn = (cell: string): string[] =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code)

/** The blocks of a language, in their order. */
export const fencesIn = ({ fences }: Book, language: string): readonly Fence[] =>
  fences.filter((fence) => fence.language === language)

/** The words of a plain shell command, with variables filled in; quotes are all that it knows. */
export function wordsOf(command: string, variables: Readonly<Record<string, string>>): string[] {
  const words = [...command.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)]
  return words.map(
    ([, single, double, bare]) =>
      single ?? (double ?? bare ?? '').replace(/\$(\w+)/g, (_all, name: string) => variables[name] ?? '')
  )
}
