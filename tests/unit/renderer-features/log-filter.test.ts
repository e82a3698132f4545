import { describe, expect, it } from 'vitest'
import {
  everyLine,
  filterLines,
  linesAfter,
  linesAsText
} from '../../../src/renderer/features/console/log-filter'
import type { LogLine } from '../../../src/shared/domain/log-line'

const line = (seq: number, fields: Partial<LogLine>): LogLine => ({
  seq,
  at: '2026-11-22T02:00:00.000Z',
  level: 'info',
  source: 'app',
  text: '',
  ...fields
})

const lines = [
  line(1, { source: 'campaign', text: "🚀 [CAMPAIGN] Starting Campaign: 'Nhắc lịch' (ID: 1)" }),
  line(2, { source: 'whatsapp', level: 'success', text: '✅ [WHATSAPP] WhatsApp message sent to Đạt: {}' }),
  line(3, {
    source: 'telegram',
    level: 'warning',
    text: '⚠️ [TELEGRAM] Đạt has no Telegram username, skipped'
  }),
  line(4, { source: 'ai_call', level: 'error', text: '❌ [AI_CALL] AI call failed for Đạt: timeout' })
]

const seqs = (filter: Partial<typeof everyLine>) =>
  filterLines(lines, { ...everyLine, ...filter }).map(({ seq }) => seq)

describe('filterLines', () => {
  it('gives back the same list when nothing is filtered', () => {
    expect(filterLines(lines, everyLine)).toBe(lines)
  })

  it('filters by level, source and text', () => {
    expect(seqs({ level: 'error' })).toEqual([4])
    expect(seqs({ level: 'problems' })).toEqual([3, 4])
    expect(seqs({ source: 'whatsapp' })).toEqual([2])
    expect(seqs({ query: 'nhac lich' })).toEqual([1])
    expect(seqs({ query: 'dat', level: 'warning' })).toEqual([3])
    expect(seqs({ query: '[telegram' })).toEqual([3])
  })
})

describe('linesAfter', () => {
  it('hides what was cleared and keeps the list when nothing was', () => {
    expect(linesAfter(lines, 0)).toBe(lines)
    expect(linesAfter(lines, 2).map(({ seq }) => seq)).toEqual([3, 4])
    expect(linesAfter(lines, 4)).toEqual([])
    expect(linesAfter([], 0)).toEqual([])
  })
})

describe('linesAsText', () => {
  it('copies lines as they stand in the file', () => {
    expect(linesAsText(lines.slice(3))).toBe(
      '2026-11-22T02:00:00.000Z ❌ [AI_CALL] AI call failed for Đạt: timeout'
    )
    expect(linesAsText(lines).split('\n')).toHaveLength(4)
  })
})
