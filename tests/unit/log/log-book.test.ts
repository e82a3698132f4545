import { describe, expect, it } from 'vitest'
import { KeptLog, LINES_A_CHUNK } from '../../../src/engine/log/kept-log'
import { createLogBook, pagesOf } from '../../../src/engine/log/log-book'
import { selectedText } from '../../../src/engine/log/selected-text'
import { EVERY_LINE } from '../../../src/shared/domain/log-filter'
import { KEPT_LOG_LINES } from '../../../src/shared/domain/log-line'
import { logLine } from '../../support/log/log-lines'

const book = () => createLogBook({ nowMs: () => 0, monotonicMs: () => 0 }, (text) => text)

function filled(count: number) {
  const filledBook = book()
  for (let seq = 1; seq <= count; seq += 1)
    filledBook.log({ type: 'app', level: 'info', text: `line ${seq}` })
  return filledBook
}

describe('the log book', () => {
  it('hands out everything that is missing, page by page, each line once and in order', () => {
    const filledBook = filled(3 * LINES_A_CHUNK + 7)
    const pages = [...pagesOf(filledBook, 1, Infinity)]
    expect(Math.max(...pages.map((page) => page.length))).toBeLessThanOrEqual(LINES_A_CHUNK)
    expect(pages.flat().map(({ seq }) => seq)).toEqual(
      Array.from({ length: 3 * LINES_A_CHUNK + 7 }, (_, index) => index + 1)
    )
    expect(pages.flat()[1_000]?.text).toBe('ℹ️ [LOA] line 1001')
  })

  it('begins behind the line that was named, wherever that lies', () => {
    const last = 3 * LINES_A_CHUNK + 277
    const filledBook = filled(last)
    const edges = [1, 2, 3].map((chunks) => chunks * LINES_A_CHUNK)
    for (const seq of [0, 1, 777, ...edges.flatMap((edge) => [edge - 1, edge, edge + 1, edge + 276])]) {
      const { lines } = filledBook.after(seq)
      expect(lines.map((line) => line.seq)).toEqual(lines.map((_line, index) => seq + 1 + index))
      expect(lines.length).toBeGreaterThan(0)
      expect(filledBook.textAfter(seq)).toEqual({ lines: JSON.stringify(lines), last_seq: last })
    }
    expect(filledBook.after(last)).toEqual({ lines: [], last_seq: last })
    expect(filledBook.textAfter(last)).toEqual({ lines: '[]', last_seq: last })
    expect(book().after(0)).toEqual({ lines: [], last_seq: 0 })
  })

  it('keeps the last hundred thousand lines and forgets those before', () => {
    const kept = new KeptLog()
    const total = KEPT_LOG_LINES + 1_234
    for (let seq = 1; seq <= total; seq += 1) kept.add(logLine(seq))
    expect(kept.after(0)[0]?.seq).toBe(total - KEPT_LOG_LINES + 1)
    expect(kept.firstSeq).toBe(total - KEPT_LOG_LINES + 1)
    expect(kept.lastSeq).toBe(total)
  })

  it('never gives a line longer than four thousand characters', () => {
    const filledBook = book()
    filledBook.log({ type: 'app', level: 'error', text: 'x'.repeat(100_000) })
    expect(filledBook.after(0).lines[0]?.text).toHaveLength(4_000)
  })
})

describe('a selection of the log as text', () => {
  it('has the lines of the stretch that fit, as they stand in the file, and their number', () => {
    const selected = selectedText(filled(1_200), {
      filter: { ...EVERY_LINE, query: 'line 119' },
      from_seq: 2,
      to_seq: 1_195
    })
    const text = [...selected.pages].join('')
    expect(text.split('\n')).toEqual([
      ...[119, 1119, 1190, 1191, 1192, 1193, 1194, 1195].map(
        (seq) => `1970-01-01T00:00:00.000Z ℹ️ [LOA] line ${seq}`
      ),
      ''
    ])
    expect(selected.count()).toBe(8)
  })
})
