import { describe, expect, it } from 'vitest'
import { isRunning, openRuns, openRunsSaid, standsStill } from '../../../src/shared/domain/open-runs'
import type { RunStatus } from '../../../src/shared/domain/run'
import { catalogue } from '../../../src/shared/i18n/catalogue'
import { mainWords } from '../../support/main-words'

const KNOWN = { open_runs: 3, still_runs: ['held', 'paused'] }

describe('an open run', () => {
  it.each<[string, RunStatus, 'running' | 'still' | null]>([
    ['sending', 'running', 'running'],
    ['held', 'running', 'still'],
    ['paused', 'paused', 'still'],
    // What ended a moment ago may still be named.
    ['held', 'finished', null],
    ['new', 'buffered', null],
    ['old', 'missed', null]
  ])('%s, %s, counts as %s', (id, status, standing) => {
    expect(isRunning({ id, status }, KNOWN)).toBe(standing === 'running')
    expect(standsStill({ id, status }, KNOWN)).toBe(standing === 'still')
  })

  it('is either running or stands still', () => {
    expect(openRuns(KNOWN)).toEqual({ running: 1, still: 2 })
    expect(openRuns({ open_runs: 0, still_runs: [] })).toEqual({ running: 0, still: 0 })
  })
})

describe('what is said of them', () => {
  const said = (running: number, still: number, language: 'en' | 'vi') =>
    openRunsSaid({ running, still }).map(({ key, count }) => mainWords(language).common(key, { count }))

  it('names what there is, and nothing else', () => {
    expect(said(0, 0, 'en')).toEqual([])
    expect(said(1, 0, 'en')).toEqual(['1 run is running'])
    expect(said(2, 1, 'en')).toEqual(['2 runs are running', '1 run stands still'])
    expect(said(2, 1, 'vi')).toEqual(['2 lần chạy đang chạy', '1 lần chạy đang đứng yên'])
  })

  it('uses the words of the badge beside a run', () => {
    expect(catalogue.vi.common.run_status.running.toLowerCase()).toBe('đang chạy')
    expect(catalogue.vi.common.run_status.still.toLowerCase()).toBe('đứng yên')
  })
})
