/** Why a text comes to nothing, as log and ledger say it: in English, so that they stay as they are in every language. */
export const TEXT_FAILURES = {
  too_much_work: 'it takes too much work to fill in',
  too_deep: 'it is nested too deeply',
  nothing_left: 'nothing is left of the text',
  blank: 'the text is empty',
  too_long: 'the text is too long'
} as const

export type TextFailure = keyof typeof TEXT_FAILURES

const CODES = Object.keys(TEXT_FAILURES) as TextFailure[]

/** One such line taken apart, for whoever says it in another language. */
export interface ReadTextFailure {
  /** Null for words of the template language itself. */
  readonly code: TextFailure | null
  /** The words without the place. */
  readonly words: string
  readonly place: { readonly line: number; readonly column: number } | null
}

/** Reads what a ledger says about a text that failed. */
export function readTextFailure(detail: string): ReadTextFailure {
  const placed = /^line (\d+), column (\d+): (.*)$/s.exec(detail)
  const words = placed?.[3] ?? detail
  return {
    code: CODES.find((code) => TEXT_FAILURES[code] === words) ?? null,
    words,
    place: placed === null ? null : { line: Number(placed[1]), column: Number(placed[2]) }
  }
}
