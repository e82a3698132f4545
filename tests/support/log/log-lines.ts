import type { LogLine } from '../../../src/shared/domain/log-line'

export const logLine = (seq: number, fields: Partial<LogLine> = {}): LogLine => ({
  seq,
  at: '2026-11-22T02:00:00.000Z',
  level: 'info',
  source: 'app',
  text: `line ${seq}`,
  ...fields
})

/** Lines from one number to another, both inclusive. */
export const logLines = (from: number, to: number): LogLine[] =>
  Array.from({ length: to - from + 1 }, (_, index) => logLine(from + index))

/** Everything that a name or an answer could do to a line, a terminal or a page. */
export const HOSTILE = {
  html: '<img src=x onerror="document.title=1"><script>document.title=2</script>',
  ansi: '\u001b[2J\u001b]0;owned\u0007\u009b31m',
  bidi: '\u202egnp.exe\u2066\u2069\u200f\u061c',
  controls: 'a\r\nb\tc\u0000d\u2028e\u2029f\ufeffg',
  stacked: `z${'\u0301'.repeat(60)}`
} as const
