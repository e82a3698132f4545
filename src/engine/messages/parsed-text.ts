import {
  type FilterImplOptions,
  Filter,
  type Liquid,
  LiquidError,
  type Template,
  Tokenizer,
  TypeGuards
} from 'liquidjs'
import type { TextProblem } from '../../shared/domain/message'
import { fail, ok, type Result } from '../../shared/result'
import { BoundedParser, TooDeep } from './bounded-parser'
import type { TextClock } from './date-filter'
import { customKey, customNameOf, type FieldKey, type FieldValues } from './field-names'
import { LONGEST_TEXT, writeText } from './liquid-sandbox'
import { placeIn, type TextPlace } from './text-place'
import { type PrintedVariable, type TextVariable, variablesIn } from './text-variables'
import { WorkExhausted } from './work-budget'

const LONGEST_DETAIL = 200
const MISSING = 'loa.missing'

/** A text as one person would get it. */
export interface FilledText {
  /** Empty when nothing but blanks would be left of it. */
  readonly text: string
  /** What it prints of the person that is not known of them and has no fallback, as it is written between the braces. */
  readonly missing: readonly string[]
}

/** Why a text cannot be filled in. `isExhausted`: it would never end, or become too large. */
export interface FillFailure {
  readonly problem: TextProblem
  readonly isExhausted: boolean
}

/** A text with placeholders, read once and filled in for each person. */
export class ParsedText {
  readonly #text: string
  readonly #liquid: Liquid
  readonly #templates: Template[]
  /** By offset: a text that fails for everybody is looked through once. */
  readonly #places = new Map<number, TextPlace>()
  readonly #roots: readonly string[]
  readonly #customs: readonly string[]
  /** The fields that it names, each once. */
  readonly fields: readonly FieldKey[]
  /** Whatever it names and has not made itself, each place. */
  readonly variables: readonly TextVariable[]

  constructor(text: string, liquid: Liquid, templates: Template[]) {
    const { all, printed } = variablesIn(templates)
    for (const each of printed) demandValue(each, liquid)
    this.#text = text
    this.#liquid = liquid
    this.#templates = templates
    this.variables = all
    this.fields = [...new Set(all.flatMap(({ field }) => field ?? []))]
    this.#roots = [...new Set(all.flatMap(({ root }) => root ?? []))]
    this.#customs = this.fields.flatMap((field) => customNameOf(field) ?? [])
  }

  /** Fills the text in. The same values and the same clock make the same text. */
  fill(values: FieldValues, clock: TextClock): Result<FilledText, FillFailure> {
    const missing = new Set<string>()
    try {
      const text = writeText(this.#liquid, this.#templates, this.#scopeOf(values), clock, {
        [MISSING]: missing
      })
      return ok({ text, missing: [...missing] })
    } catch (error) {
      return fail(this.#failureOf(error))
    }
  }

  #failureOf(error: unknown): FillFailure {
    const cause = causeOf(error)
    // A text, a list or a stack that is too large for the runtime is one that grew without bounds.
    const isExhausted = cause instanceof WorkExhausted || cause instanceof RangeError
    const detail = isExhausted ? new WorkExhausted().message : wordsOf(cause)
    return { problem: { code: 'failed', ...this.#placeOf(error, isExhausted), detail }, isExhausted }
  }

  /** Where it went wrong; of a text that never ends, where the outermost part begins in which it was going round. */
  #placeOf(error: unknown, isExhausted: boolean): TextPlace | null {
    if (!LiquidError.is(error)) return null
    const at = error.token.begin
    const outermost = this.#templates.findLast(({ token }) => token.begin <= at)
    const offset = isExhausted ? (outermost?.token.begin ?? at) : at
    const place = this.#places.get(offset) ?? placeIn(this.#text, offset)
    this.#places.set(offset, place)
    return place
  }

  /**
   * What the text may reach: the names that it uses and no others, each with a value of its own, so that nothing is
   * looked for anywhere else, and a preview cannot see more than a run that keeps these values only.
   */
  #scopeOf(values: FieldValues): object {
    const scope = plainObject()
    for (const root of this.#roots) scope[root] = present(values, root)
    if (this.#customs.length > 0) {
      const custom = plainObject()
      for (const name of this.#customs) custom[name] = present(values, customKey(name))
      scope['custom'] = custom
    }
    return scope
  }
}

/** Reads a text with placeholders. */
export function parseText(text: string, liquid: Liquid): Result<ParsedText, TextProblem> {
  if (text.length > LONGEST_TEXT) return fail({ code: 'too_long', detail: '' })
  if (text.trim() === '') return fail({ code: 'blank', detail: '' })
  try {
    return ok(new ParsedText(text, liquid, new BoundedParser(liquid).parse(text)))
  } catch (error) {
    const cause = causeOf(error)
    return fail({
      code: 'syntax',
      ...(LiquidError.is(error) && placeIn(text, error.token.begin)),
      detail: wordsOf(cause instanceof RangeError ? new TooDeep() : cause)
    })
  }
}

/**
 * Makes the text say when it prints nothing where it meant to print something. A fallback (`default`) speaks for itself
 * unless it is a variable too, that may be as empty.
 */
function demandValue({ value, variable }: PrintedVariable, liquid: Liquid): void {
  const fallback = value.filters.findLastIndex(({ name }) => name === 'default')
  const instead = value.filters[fallback]?.args[0]
  if (instead !== undefined && !TypeGuards.isPropertyAccessToken(instead)) return
  const [token] = new Tokenizer('| loa_demanded').readFilters()
  const demanded: FilterImplOptions = function (found: unknown) {
    if (isEmpty(found)) this.context.getRegister<Set<string>>(MISSING).add(variable.name)
    return found
  }
  if (token !== undefined) value.filters.splice(fallback + 1, 0, new Filter(token, demanded, liquid))
}

function isEmpty(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === ''
  if (Array.isArray(value)) return value.length === 0
  // An object, such as `custom` as a whole, prints nothing.
  return value === undefined || value === null || typeof value === 'object'
}

/** liquidjs wraps what was thrown, and puts the place behind the words. */
function causeOf(error: unknown): unknown {
  return LiquidError.is(error) ? (error.originalError ?? error) : error
}

function wordsOf(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error)
  return words.replace(/, line:\d+, col:\d+$/, '').slice(0, LONGEST_DETAIL)
}

/** Liquid takes an empty text for true: what is not there is null, so that `{% if first_name %}` is what it says. */
function present(values: FieldValues, key: string): string | null {
  const value = Object.hasOwn(values, key) ? (values[key] ?? '') : ''
  return value.trim() === '' ? null : value
}

const plainObject = (): Record<string, unknown> => Object.create(null) as Record<string, unknown>
