import Papa from 'papaparse'
import { FILE_DELIMITERS } from '../../../../shared/domain/contact-import'
import { shortenSpaceRuns } from './space-runs'

export type Delimiter = (typeof FILE_DELIMITERS)[number]

const LOOKED_AT_ROWS = 50

/** Excel's first line that names the delimiter. It is no row of the sheet. */
const DECLARATION = /^"?sep=([,;\t|])"?$/i

/** The delimiter that a first line like `sep=;` declares. */
export function declaredDelimiter(firstLine: string): Delimiter | null {
  const declared = DECLARATION.exec(firstLine)?.[1]
  return FILE_DELIMITERS.find((delimiter) => delimiter === declared) ?? null
}

/** The delimiter that cuts most rows into as many cells as the first one has; a comma when none does. */
export function guessDelimiter(headText: string): Delimiter {
  const text = headText.replace(/\r\n?/g, '\n')
  const declared = declaredDelimiter(text.split('\n', 1)[0] ?? '')
  if (declared !== null) return declared
  let best: { readonly delimiter: Delimiter; readonly share: number; readonly width: number } | null = null
  for (const delimiter of FILE_DELIMITERS) {
    const { share, width } = regularity(text, delimiter)
    if (share === 0) continue
    if (best === null || share > best.share || (share === best.share && width > best.width))
      best = { delimiter, share, width }
  }
  return best?.delimiter ?? ','
}

function regularity(text: string, delimiter: Delimiter): { share: number; width: number } {
  const rows = firstRows(text, delimiter, LOOKED_AT_ROWS)
  const width = rows[0]?.length ?? 0
  if (width < 2) return { share: 0, width }
  return { share: rows.filter((row) => row.length === width).length / rows.length, width }
}

/** The first rows that are not blank, of text with LF line ends. */
export function firstRows(text: string, delimiter: Delimiter, count: number): readonly (readonly string[])[] {
  const { data } = Papa.parse<string[]>(shortenSpaceRuns(text), {
    delimiter,
    newline: '\n',
    preview: count,
    skipEmptyLines: 'greedy'
  })
  return data
}
