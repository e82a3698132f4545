import type { LogLine } from '../../shared/domain/log-line'

/** As many lines as the main process keeps in memory. */
export const KEPT_LINES = 10_000

/** Appends what is newer than the last line: a batch that was both loaded and announced appears once. */
export function appended(lines: readonly LogLine[], more: readonly LogLine[]): readonly LogLine[] {
  const last = lines.at(-1)?.seq ?? -1
  const fresh = more.filter((line) => line.seq > last)
  if (fresh.length === 0) return lines
  return [...lines, ...fresh].slice(-KEPT_LINES)
}
