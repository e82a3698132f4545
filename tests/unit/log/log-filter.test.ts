import { describe, expect, it } from 'vitest'
import { EVERY_LINE, isFiltered, type LogFilter, lineTest } from '../../../src/shared/domain/log-filter'
import { logLine } from '../../support/log/log-lines'

const of = (campaign: string, run: string, contact: string) => ({
  campaign_id: campaign,
  run_id: run,
  contact_id: contact
})

const lines = [
  logLine(1, { source: 'campaign', text: "🚀 [CAMPAIGN] Starting Campaign: 'Nhắc lịch' (ID: 1)" }),
  logLine(2, { source: 'whatsapp', level: 'success', text: '✅ sent to Đạt: {}', ...of('c1', 'r1', 'p1') }),
  logLine(3, { source: 'telegram', level: 'warning', text: '⚠️ Đạt skipped', ...of('c1', 'r2', 'p1') }),
  logLine(4, { source: 'ai_call', level: 'error', text: '❌ failed for Lan', ...of('c2', 'r3', 'p2') })
]

const seqs = (filter: Partial<LogFilter>) =>
  lines.filter(lineTest({ ...EVERY_LINE, ...filter })).map(({ seq }) => seq)

describe('the filter of the log', () => {
  it('lets everything through until something is set', () => {
    expect(seqs({})).toEqual([1, 2, 3, 4])
    expect(isFiltered(EVERY_LINE)).toBe(false)
    expect(isFiltered({ ...EVERY_LINE, query: '  ' })).toBe(false)
    expect(isFiltered({ ...EVERY_LINE, contact_id: 'p1' })).toBe(true)
  })

  it('looks at level, source, campaign, run, person and text', () => {
    expect(seqs({ level: 'error' })).toEqual([4])
    expect(seqs({ level: 'problems' })).toEqual([3, 4])
    expect(seqs({ source: 'whatsapp' })).toEqual([2])
    expect(seqs({ campaign_id: 'c1' })).toEqual([2, 3])
    expect(seqs({ run_id: 'r2' })).toEqual([3])
    expect(seqs({ contact_id: 'p2' })).toEqual([4])
  })

  it('finds text without accents and in either case, each word anywhere', () => {
    expect(seqs({ query: 'nhac lich' })).toEqual([1])
    expect(seqs({ query: 'ĐAT SENT' })).toEqual([2])
    expect(seqs({ query: 'dat' })).toEqual([2, 3])
  })

  it('lets through what fits every part', () => {
    expect(seqs({ contact_id: 'p1', level: 'problems', query: 'dat' })).toEqual([3])
    expect(seqs({ contact_id: 'p1', source: 'ai_call' })).toEqual([])
  })
})
