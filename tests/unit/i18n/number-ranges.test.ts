import { describe, expect, it } from 'vitest'
import { policiesSchema } from '../../../src/shared/domain/campaign'
import { settingsSchema } from '../../../src/shared/domain/settings'
import { issuesOf } from '../../../src/shared/app-error'
import { catalogue } from '../../../src/shared/i18n/catalogue'

/** Each number that an operator types: its place, the ends of its range, and a number with decimals inside it. */
const FIELDS = [
  ['settings', 'limits.whatsapp.concurrency', 0, 256, 1.5],
  ['settings', 'limits.telegram.per_minute', 0, 1_000_000, 1.5],
  ['settings', 'limits.telegram.gap_max_s', 0, 3600, 1.5],
  ['settings', 'frequency_cap.messages', 1, 1000, 1.5],
  ['settings', 'frequency_cap.days', 1, 90, 1.5],
  ['settings', 'timeouts_s.ai_call', 5, 300, 5.5],
  ['settings', 'log_keep_days', 1, 365, 1.5],
  ['settings', 'keep_runs_days', 0, 3650, 30.5],
  ['settings', 'backup.keep_days', 1, 3650, 1.5],
  ['policies', 'catch_up_window_min', 1, 10_080, 1.5],
  ['policies', 'error_threshold.errors', 0, 1_000_000, 1.5],
  ['policies', 'error_threshold.percent', 0, 100, 1.5],
  ['policies', 'error_threshold.in_a_row', 0, 1_000_000, 1.5]
] as const

const schemas = { settings: settingsSchema, policies: policiesSchema }

/** What is said about a number in this place; null where it is taken. */
function codeFor(schema: keyof typeof schemas, path: string, value: number | string) {
  const given = path.split('.').reduceRight<unknown>((inner, key) => ({ [key]: inner }), value)
  const parsed = schemas[schema].safeParse(given)
  return parsed.success
    ? null
    : (issuesOf(parsed.error).find((issue) => issue.path.join('.') === path)?.code ?? null)
}

describe.each(FIELDS)('%s: %s', (schema, path, from, to, broken) => {
  const code = codeFor(schema, path, '-')

  it('takes what lies in its range, to the ends', () => {
    expect([from, to].map((value) => codeFor(schema, path, value))).toEqual([null, null])
    expect([from - 1, to + 1].map((value) => codeFor(schema, path, value))).toEqual([code, code])
  })

  it.each(['en', 'vi'] as const)('is told its own ends (%s)', (language) => {
    const words = catalogue[language].errors[code ?? 'unexpected']
    const numbers = new Intl.NumberFormat(language)
    expect(words).toMatch(new RegExp(`\\b${numbers.format(from)}\\b`))
    expect(words).toMatch(new RegExp(`\\b${numbers.format(to).replaceAll('.', '\\.')}\\b`))
  })

  it.each(['en', 'vi'] as const)(
    'is asked for a whole number only where decimals are refused (%s)',
    (language) => {
      const words = catalogue[language].errors[code ?? 'unexpected']
      expect(/whole|nguyên/.test(words)).toBe(codeFor(schema, path, broken) !== null)
    }
  )
})
