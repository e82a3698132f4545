import { describe, expect, it } from 'vitest'
import { KeptLines } from '../../../src/renderer/stores/kept-lines'
import { logLine, logLines } from '../../support/log/log-lines'

const seqsIn = (kept: KeptLines) =>
  Array.from({ length: kept.end - kept.first }, (_, index) => kept.at(kept.first + index)?.seq)

describe('the lines that the window keeps', () => {
  it('holds a line once that came twice', () => {
    const kept = new KeptLines(10)
    kept.add(logLines(1, 3))
    kept.add(logLines(2, 5))
    kept.add(logLines(2, 3))
    expect(seqsIn(kept)).toEqual([1, 2, 3, 4, 5])
  })

  it('drops the oldest when it is full', () => {
    const kept = new KeptLines(10)
    kept.add(logLines(1, 23))
    expect(seqsIn(kept)).toEqual([14, 15, 16, 17, 18, 19, 20, 21, 22, 23])
    expect(kept.at(13)).toBeUndefined()
    expect(kept.at(24)).toBeUndefined()
  })

  it('begins anew behind a gap: what lies before it is older than anything that is kept', () => {
    const kept = new KeptLines(10)
    kept.add(logLines(1, 4))
    kept.add(logLines(50, 52))
    expect(seqsIn(kept)).toEqual([50, 51, 52])
    expect(kept.at(4)).toBeUndefined()
  })

  it('keeps fewer lines when they are huge', () => {
    const kept = new KeptLines(10, 1_000)
    kept.add(Array.from({ length: 5 }, (_, index) => logLine(index + 1, { text: 'x'.repeat(400) })))
    expect(seqsIn(kept)).toEqual([4, 5])
  })

  it('gives the text as a search sees it, also after another line took the place', () => {
    const kept = new KeptLines(2)
    const first = logLine(1, { text: 'Đạt' })
    kept.add([first])
    expect(kept.folded(first)).toBe('dat')
    kept.add([logLine(2), logLine(3, { text: 'Lan' })])
    expect(kept.folded(logLine(3, { text: 'Lan' }))).toBe('lan')
    expect(kept.folded(first)).toBe('dat')
  })
})
