import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openPresence } from '../../../src/engine/presence/presence'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const NOW_MS = Date.parse('2026-11-25T10:00:00.000Z')

let folder: string
let file: string
let nowMs: number
const clock = { nowMs: () => nowMs, monotonicMs: () => 0 }
const ago = (ms: number) => new Date(NOW_MS - ms).toISOString()

beforeEach(async () => {
  nowMs = NOW_MS
  folder = await mkdtemp(join(tmpdir(), 'loa-presence-'))
  file = join(folder, 'presence.json')
})

afterEach(async () => {
  vi.useRealTimers()
  await rm(folder, { recursive: true, force: true })
})

const open = () => openPresence(folder, clock)
const onDisk = async () => JSON.parse(await readFile(file, 'utf8')) as unknown

const write = (changes: object = {}) =>
  writeFile(
    file,
    JSON.stringify({
      schema_version: 1,
      known_from: ago(10 * DAY_MS),
      alive_at: ago(MINUTE_MS),
      gaps: [],
      ...changes
    })
  )

describe('what is known of when the app was alive', () => {
  it('of a fresh folder nothing is known, from now on', async () => {
    const presence = await open()
    expect(presence.lastAliveMs()).toBeNull()
    expect(presence.knownFromMs()).toBe(NOW_MS)
    expect(presence.gaps()).toEqual([])
    expect(await readdir(folder)).toEqual([])
  })

  it('a beat is read at the next start, and leaves no other file', async () => {
    const first = await open()
    first.gap(NOW_MS - 10 * MINUTE_MS, NOW_MS - 5 * MINUTE_MS)
    nowMs += MINUTE_MS
    await first.beat()
    expect(await readdir(folder)).toEqual(['presence.json'])
    expect(await onDisk()).toEqual({
      schema_version: 1,
      known_from: '2026-11-25T10:00:00.000Z',
      alive_at: '2026-11-25T10:01:00.000Z',
      gaps: [{ from: '2026-11-25T09:50:00.000Z', to: '2026-11-25T09:55:00.000Z' }]
    })
    nowMs += MINUTE_MS
    const second = await open()
    expect(second.lastAliveMs()).toBe(NOW_MS + MINUTE_MS)
    expect(second.knownFromMs()).toBe(NOW_MS)
    expect(second.gaps()).toEqual(first.gaps())
  })

  it('says when it was alive before this start, whatever beats since', async () => {
    await write()
    const presence = await open()
    nowMs += MINUTE_MS
    await presence.beat()
    expect(presence.lastAliveMs()).toBe(NOW_MS - MINUTE_MS)
  })

  it.each([
    [5 * MINUTE_MS - 1, []],
    [6 * MINUTE_MS, [{ fromMs: NOW_MS - 6 * MINUTE_MS, toMs: NOW_MS }]],
    [29 * DAY_MS, [{ fromMs: NOW_MS - 29 * DAY_MS, toMs: NOW_MS }]]
  ])('%i ms without a beat before this start', async (awayMs, gaps) => {
    await write({ alive_at: ago(awayMs) })
    const presence = await open()
    expect(presence.gaps()).toEqual(gaps)
    expect(presence.lastAliveMs()).toBe(NOW_MS - awayMs)
  })

  it('a gap of less than five minutes is none', async () => {
    const presence = await open()
    presence.gap(NOW_MS - 5 * MINUTE_MS + 1, NOW_MS)
    presence.gap(NOW_MS, NOW_MS - DAY_MS)
    expect(presence.gaps()).toEqual([])
    presence.gap(NOW_MS - 5 * MINUTE_MS, NOW_MS)
    expect(presence.gaps()).toEqual([{ fromMs: NOW_MS - 5 * MINUTE_MS, toMs: NOW_MS }])
  })
})

describe('what is forgotten', () => {
  const oneEach = (count: number, everyMs: number) =>
    Array.from({ length: count }, (_, index) => {
      const fromMs = (count - index) * everyMs
      return { from: ago(fromMs), to: ago(fromMs - 6 * MINUTE_MS) }
    })

  it('gaps older than 30 days, and what lies before them is not known any more', async () => {
    const gaps = [
      { from: ago(32 * DAY_MS), to: ago(31 * DAY_MS) },
      { from: ago(31 * DAY_MS), to: ago(30 * DAY_MS) },
      { from: ago(2 * DAY_MS), to: ago(DAY_MS) }
    ]
    await write({ known_from: ago(90 * DAY_MS), gaps })
    const presence = await open()
    expect(presence.gaps().map(({ fromMs }) => fromMs)).toEqual([NOW_MS - 31 * DAY_MS, NOW_MS - 2 * DAY_MS])
    expect(presence.knownFromMs()).toBe(NOW_MS - 31 * DAY_MS)
    nowMs += 1
    presence.gap(nowMs - 10 * MINUTE_MS, nowMs)
    expect(presence.gaps().map(({ toMs }) => toMs)).toEqual([NOW_MS - DAY_MS, nowMs])
    expect(presence.knownFromMs()).toBe(NOW_MS - 30 * DAY_MS)
  })

  it('more than 60 gaps: the newest stay', async () => {
    await write({ gaps: oneEach(60, 60 * MINUTE_MS) })
    const presence = await open()
    expect(presence.gaps()).toHaveLength(60)
    expect(presence.knownFromMs()).toBe(NOW_MS - 10 * DAY_MS)
    presence.gap(NOW_MS - 5 * MINUTE_MS, NOW_MS)
    expect(presence.gaps()).toHaveLength(60)
    expect(presence.gaps().at(0)?.fromMs).toBe(NOW_MS - 59 * 60 * MINUTE_MS)
    expect(presence.gaps().at(-1)?.toMs).toBe(NOW_MS)
    expect(presence.knownFromMs()).toBe(NOW_MS - 59 * 60 * MINUTE_MS - 54 * MINUTE_MS)
  })

  it('also when a file has too many', async () => {
    await write({ gaps: oneEach(500, 15 * MINUTE_MS) })
    expect((await open()).gaps()).toHaveLength(60)
  })
})

describe('a file that is wrong', () => {
  it.each([
    ['empty', ''],
    ['no JSON', '{"schema_version":1,"known'],
    ['another shape', '{"schema_version":1}'],
    ['no instants', '{"schema_version":1,"known_from":"x","alive_at":"y","gaps":[]}'],
    ['another version', '{"schema_version":2,"known_from":"2026-11-01T00:00:00.000Z"}'],
    ['binary', '\u0000\u0001\u0002']
  ])('%s: begins anew', async (_what, text) => {
    await writeFile(file, text)
    const presence = await open()
    expect(presence.lastAliveMs()).toBeNull()
    expect(presence.knownFromMs()).toBe(NOW_MS)
    await presence.beat()
    expect((await open()).lastAliveMs()).toBe(NOW_MS)
  })

  it('times later than now are cut to now', async () => {
    await write({
      known_from: ago(-3 * DAY_MS),
      alive_at: ago(-2 * DAY_MS),
      gaps: [
        { from: ago(DAY_MS), to: ago(-DAY_MS) },
        { from: ago(-DAY_MS), to: ago(-2 * DAY_MS) },
        { from: ago(DAY_MS), to: ago(2 * DAY_MS) }
      ]
    })
    const presence = await open()
    expect(presence.lastAliveMs()).toBe(NOW_MS)
    expect(presence.knownFromMs()).toBe(NOW_MS)
    expect(presence.gaps()).toEqual([{ fromMs: NOW_MS - DAY_MS, toMs: NOW_MS }])
  })

  it('what an interrupted beat left behind disturbs nothing', async () => {
    await write()
    await writeFile(`${file}.new`, '{"schema_ver')
    const presence = await open()
    expect(presence.lastAliveMs()).toBe(NOW_MS - MINUTE_MS)
    await presence.beat()
    expect(await readdir(folder)).toEqual(['presence.json'])
  })
})

describe('beating', () => {
  const beatAt = async (iso: string) =>
    vi.waitFor(async () => expect(await onDisk()).toMatchObject({ alive_at: iso }))

  it('at the start, every half a minute, and once more at the stop; not after it', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const presence = await open()
    presence.start()
    presence.start()
    expect(vi.getTimerCount()).toBe(1)
    await beatAt('2026-11-25T10:00:00.000Z')
    for (const iso of ['2026-11-25T10:00:30.000Z', '2026-11-25T10:01:00.000Z']) {
      nowMs += 30_000
      vi.advanceTimersByTime(30_000)
      await beatAt(iso)
    }
    nowMs += 7_000
    vi.advanceTimersByTime(7_000)
    await presence.stop()
    expect(await onDisk()).toMatchObject({ alive_at: '2026-11-25T10:01:07.000Z' })
    expect(vi.getTimerCount()).toBe(0)
    nowMs += 1_000
    await presence.stop()
    expect(await onDisk()).toMatchObject({ alive_at: '2026-11-25T10:01:07.000Z' })
  })

  it('many at once end in one whole file with the last', async () => {
    const presence = await open()
    const beats = Array.from({ length: 50 }, () => {
      nowMs += 1_000
      return presence.beat()
    })
    await Promise.all(beats)
    expect(await onDisk()).toMatchObject({ alive_at: '2026-11-25T10:00:50.000Z' })
  })

  it('a folder that is gone disturbs nothing; when it is back the next beat is written', async () => {
    const presence = await open()
    await rm(folder, { recursive: true })
    await expect(presence.beat()).resolves.toBeUndefined()
    presence.start()
    await expect(presence.stop()).resolves.toBeUndefined()
    await mkdir(folder)
    await presence.beat()
    expect(await onDisk()).toMatchObject({ alive_at: '2026-11-25T10:00:00.000Z' })
  })

  it('a clock out of all bounds disturbs nothing', async () => {
    const presence = await open()
    nowMs = 9e15
    await expect(presence.beat()).resolves.toBeUndefined()
  })

  it('a failed beat leaves the last good file', async () => {
    await write()
    const presence = await open()
    const before = await readFile(file, 'utf8')
    await mkdir(`${file}.new`)
    await presence.beat()
    expect(await readFile(file, 'utf8')).toBe(before)
  })
})
