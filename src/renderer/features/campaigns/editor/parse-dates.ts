import { isDate } from '../wall-time'

/**
 * Why a piece of pasted text is no date: nothing like one, a day that no calendar has, a year of two digits, or the
 * stroke of "from – to".
 */
export type DateProblem = 'not_a_date' | 'no_such_date' | 'short_year' | 'range'

export interface WrongDate {
  /** Counted from 1. */
  readonly line: number
  /** As it was pasted, cut to what can be shown. */
  readonly text: string
  readonly problem: DateProblem
}

export interface ParsedDates {
  /** Ascending, each once. */
  readonly dates: readonly string[]
  /** The first of what could not be read, in its order. */
  readonly wrong: readonly WrongDate[]
  readonly wrong_count: number
}

/** Whoever pastes a whole book need not be told about every word of it. */
const MOST_NAMED = 100
/** No date is longer, with all that may stand around it; what is, is not looked into, and is cut where it is shown. */
const LONGEST_PIECE = 40
/** How many years may pass until a 29 February comes round (over the year 2100). */
const LEAP_YEARS_APART = 8

const PIECES = /[^\s,;]+/g
const AROUND = /^["'“”‘’([]+|["'“”‘’)\].]+$/g

const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/
const DAY_FIRST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/
const WITHOUT_YEAR = /^(\d{1,2})[-/.](\d{1,2})$/
const SHORT_YEAR = /^\d{1,2}[-/.]\d{1,2}[-/.]\d{2}$/
const STROKE = /^[-–—]+$/
/** `16/2-20/2`, `16/02/2026–20/02/2026` */
const FROM_TO = /^(\d[\d/.]*[/.]\d+)[-–—](\d[\d/.]*[/.]\d+)$/

const dateText = (year: string | number, month: string, day: string): string =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`

/** Today or the next time that the calendar has this day of this month; null when it never does. */
function nextSuch(month: string, day: string, today: string): string | null {
  const thisYear = Number(today.slice(0, 4))
  for (let year = thisYear; year <= thisYear + LEAP_YEARS_APART; year += 1) {
    const date = dateText(year, month, day)
    if (date >= today && isDate(date)) return date
  }
  return null
}

/** One date as people write it: day first unless the year is; or why it is none. */
function parseDate(
  text: string,
  today: string
): { readonly date: string } | { readonly problem: DateProblem } {
  const [, year, month, day] = YEAR_FIRST.exec(text) ?? reordered(DAY_FIRST.exec(text)) ?? []
  if (year !== undefined && month !== undefined && day !== undefined) {
    const date = dateText(year, month, day)
    return isDate(date) ? { date } : { problem: 'no_such_date' }
  }
  const [, shortDay, shortMonth] = WITHOUT_YEAR.exec(text) ?? []
  if (shortDay !== undefined && shortMonth !== undefined) {
    const date = nextSuch(shortMonth, shortDay, today)
    return date === null ? { problem: 'no_such_date' } : { date }
  }
  if (SHORT_YEAR.test(text)) return { problem: 'short_year' }
  return { problem: STROKE.test(text) || FROM_TO.test(text) ? 'range' : 'not_a_date' }
}

const reordered = (found: RegExpExecArray | null): string[] | null =>
  found === null ? null : [found[0], found[3] ?? '', found[2] ?? '', found[1] ?? '']

/**
 * Reads a list of dates that somebody pasted: one a line, or separated by commas, semicolons or spaces. What is right
 * is taken; what is not is named with its line and the reason.
 * @param today the date from which one without a year is looked for
 */
export function parseDates(text: string, today: string): ParsedDates {
  const dates = new Set<string>()
  const wrong: WrongDate[] = []
  let wrong_count = 0
  text.split(/\r\n|[\r\n\u2028]/).forEach((line, index) => {
    for (const [piece] of line.matchAll(PIECES)) {
      const isLong = piece.length > LONGEST_PIECE
      const written = isLong ? piece : piece.replace(AROUND, '')
      if (written === '') continue
      const parsed = isLong ? { problem: 'not_a_date' as const } : parseDate(written, today)
      if ('date' in parsed) dates.add(parsed.date)
      else {
        wrong_count += 1
        if (wrong.length < MOST_NAMED) {
          const shown = isLong ? `${piece.slice(0, LONGEST_PIECE)}…` : piece
          wrong.push({ line: index + 1, text: shown, problem: parsed.problem })
        }
      }
    }
  })
  return { dates: [...dates].sort(), wrong, wrong_count }
}
