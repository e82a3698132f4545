import { fallbackFilter, usesOf } from './placeholder-syntax'

/** A text that was rewritten, and the part of it that the operator will want to change. */
export interface RewrittenText {
  readonly text: string
  readonly start: number
  readonly end: number
}

/**
 * Gives every placeholder of a name without a fallback one; null when there is none that could have it, as in
 * `{% if first_name %}`. What is to be changed is the first fallback, without its quotes.
 */
export function withFallback(text: string, name: string, fallback: string): RewrittenText | null {
  const uses = usesOf(text, name).filter(({ hasFallback }) => !hasFallback)
  const [first] = uses
  if (first === undefined) return null
  const filter = fallbackFilter(fallback)
  const rewritten = uses
    .toReversed()
    .reduce((all, { fallbackAt }) => all.slice(0, fallbackAt) + filter + all.slice(fallbackAt), text)
  const end = first.fallbackAt + filter.length - 1
  return { text: rewritten, start: first.fallbackAt + filter.indexOf('"') + 1, end }
}
