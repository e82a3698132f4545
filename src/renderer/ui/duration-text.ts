import { localeOf } from '../../shared/i18n/locale'

const SECOND_MS = 1_000

/** `312 ms`, `1.2 s`: how long something took, no more exact than it matters. */
export function durationText(durationMs: number, language: string): string {
  if (durationMs < SECOND_MS) return `${Math.round(durationMs)} ms`
  const seconds = durationMs / SECOND_MS
  const digits = seconds < 10 ? 1 : 0
  return `${seconds.toLocaleString(localeOf(language), { maximumFractionDigits: digits })} s`
}
