import { describe, expect, it } from 'vitest'
import { FoundLines } from '../../../src/renderer/features/console/found-lines'
import { LineSearch } from '../../../src/renderer/features/console/line-search'
import { KeptLines } from '../../../src/renderer/stores/kept-lines'
import { EVERY_LINE } from '../../../src/shared/domain/log-filter'
import { logLine, logLines } from '../../support/log/log-lines'

const FAR = Number.POSITIVE_INFINITY
const errors = { ...EVERY_LINE, level: 'error' } as const

/** Every third line is an error. */
const mixed = (from: number, to: number) =>
  logLines(from, to).map((line) => logLine(line.seq, { level: line.seq % 3 === 0 ? 'error' : 'info' }))

const seqsIn = (found: FoundLines) =>
  Array.from({ length: found.end - found.first }, (_, index) => found.at(found.first + index)?.seq)

describe('the lines that a filter finds', () => {
  it('looks at each line once, as they come', () => {
    const kept = new KeptLines(100)
    kept.add(mixed(1, 9))
    const found = new FoundLines(kept, errors, 0)
    expect(found.look(FAR)).toBe(true)
    kept.add(mixed(10, 12))
    found.look(FAR)
    expect(seqsIn(found)).toEqual([3, 6, 9, 12])
  })

  it('loses in front what is kept no longer, and what stays keeps its place', () => {
    const kept = new KeptLines(10)
    kept.add(mixed(1, 10))
    const found = new FoundLines(kept, errors, 0)
    found.look(FAR)
    const place = found.placeOf(9)
    kept.add(mixed(11, 17))
    found.look(FAR)
    expect(seqsIn(found)).toEqual([9, 12, 15])
    expect(found.placeOf(9)).toBe(place)
    expect(found.placeOf(6)).toBe(-1)
    expect(found.placeOf(10)).toBe(-1)
    expect(found.countBetween(9, 14)).toBe(2)
  })

  it('has only what lies behind the line up to which the view was cleared', () => {
    const kept = new KeptLines(100)
    kept.add(mixed(1, 9))
    const found = new FoundLines(kept, EVERY_LINE, 7)
    found.look(FAR)
    expect(seqsIn(found)).toEqual([8, 9])
  })

  it('stops when its time is over and goes on where it was', () => {
    const kept = new KeptLines(1_000)
    kept.add(mixed(1, 1_000))
    const found = new FoundLines(kept, errors, 0)
    let looks = 1
    while (!found.look(0)) looks += 1
    expect(looks).toBeGreaterThan(10)
    expect(seqsIn(found)).toHaveLength(333)
  })
})

describe('the search over the log', () => {
  it('shows what it had until all lines of the new filter are found', () => {
    const kept = new KeptLines()
    const waiting: (() => void)[] = []
    const search = new LineSearch(kept, EVERY_LINE, 0, (act) => waiting.push(act))
    // More than one piece, however fast the computer is: each of them is folded.
    kept.add(Array.from({ length: 60_000 }, (_, index) => logLine(index + 1, { text: `Điều ${index} ấy` })))
    search.look()
    while (waiting.length > 0) waiting.shift()?.()
    expect(search.view()).toMatchObject({ first: 0, end: 60_000, list: 0, isSearching: false })

    search.ask({ ...EVERY_LINE, query: 'dieu 59999' }, 0)
    expect(search.view()).toMatchObject({ end: 60_000, list: 0, isSearching: true })
    kept.add([logLine(60_001, { text: 'Điều 599991' })])
    search.look()
    while (waiting.length > 0) waiting.shift()?.()
    const { found, ...view } = search.view()
    expect(view).toEqual({ first: 0, end: 2, kept: 60_001, list: 1, isSearching: false })
    expect(seqsIn(found)).toEqual([60_000, 60_001])
  })

  it('asks nothing anew when the same is asked again', () => {
    const kept = new KeptLines()
    kept.add(mixed(1, 9))
    const search = new LineSearch(kept, EVERY_LINE, 0)
    const before = search.view()
    search.ask({ ...EVERY_LINE }, 0)
    expect(search.view()).toBe(before)
  })
})
