import { describe, expect, it } from 'vitest'
import { LINES_A_CHUNK } from '../../../src/engine/log/kept-log'
import { createLogBook } from '../../../src/engine/log/log-book'
import { systemClock } from '../../../src/engine/system-clock'
import type { LogLine } from '../../../src/shared/domain/log-line'
import { openLogFeed } from '../../../src/main/ipc/log-feed'

function feedOf() {
  const book = createLogBook(systemClock, (text) => text)
  let told = 0
  const feed = openLogFeed(book, () => (told += 1))
  const say = (text: string) => book.log({ type: 'app', level: 'info', text })
  return { feed, say, told: () => told }
}

/** By then every feed that has something to tell has told it. */
async function untilOneIsTold(): Promise<void> {
  const { feed, say, told } = feedOf()
  say('one')
  await expect.poll(told).toBe(1)
  feed.stop()
}

describe('the feed of the log to the window', () => {
  it('says once that there are lines, and again only after somebody has asked', async () => {
    const { feed, say, told } = feedOf()
    say('one')
    await expect.poll(told).toBe(1)
    // A window that hangs: nothing piles up in front of it.
    for (let line = 0; line < 2 * LINES_A_CHUNK; line += 1) say('more')
    await untilOneIsTold()
    expect(told()).toBe(1)
    const read = (seq: number) => {
      const { lines, last_seq } = feed.read(seq)
      return { lines: JSON.parse(lines) as LogLine[], last_seq }
    }
    expect(read(0).lines).toHaveLength(LINES_A_CHUNK)
    expect(read(LINES_A_CHUNK).lines).toHaveLength(LINES_A_CHUNK)
    const last_seq = 2 * LINES_A_CHUNK + 1
    expect(read(2 * LINES_A_CHUNK)).toMatchObject({ lines: [{ seq: last_seq }], last_seq })
    expect(read(last_seq)).toEqual({ lines: [], last_seq })
    expect(told()).toBe(1)
    say('the next')
    await expect.poll(told).toBe(2)
    feed.stop()
  })

  it('says nothing any more when it is stopped', async () => {
    const { feed, say, told } = feedOf()
    say('one')
    feed.stop()
    await untilOneIsTold()
    expect(told()).toBe(0)
  })
})
