import { mkdir, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createLogBook } from '../../../src/engine/log/log-book'
import { openLogFile } from '../../../src/engine/log/log-file'
import { openDataFolder } from '../../../src/engine/store/data-folder'
import { systemClock } from '../../../src/engine/system-clock'
import { testFolder } from '../../support/engine/test-engine'
import { HOSTILE } from '../../support/log/log-lines'

const DAY_MS = 86_400_000

async function openLog() {
  const { path } = testFolder()
  const data = await openDataFolder(path)
  const book = createLogBook(systemClock, (text) => text)
  const folder = join(path, 'logs')
  return {
    data,
    book,
    folder,
    say: (text: string) => book.log({ type: 'app', level: 'info', text }),
    open: (choices: Parameters<typeof openLogFile>[3] = {}) => {
      const close = openLogFile(book, data, systemClock, choices)
      onTestFinished(close)
      return close
    },
    text: () => readFile(data.logFile, 'utf8'),
    keep: (days: number) =>
      data.settings.update((file) => ({ ...file, settings: { ...file.settings, log_keep_days: days } })),
    /** A log that was set aside, its last line so many days ago. */
    setAside: async (name: string, daysAgo: number) => {
      await writeFile(join(folder, name), 'old\n')
      const at = new Date(Date.now() - daysAgo * DAY_MS)
      await utimes(join(folder, name), at, at)
    }
  }
}

/** The numbers in the texts of the lines of all files, oldest file first. */
async function numbersIn(folder: string): Promise<number[]> {
  const names = (await readdir(folder)).sort()
  // The live file is the newest, and its name comes last.
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))
  return [...texts.join('').matchAll(/number (\d+) /g)].map(([, number]) => Number(number))
}

const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1)

describe('logs/scheduler.log', () => {
  it('has each line once, in order, with its time, up to the last one before the end', async () => {
    const { say, open, folder, text } = await openLog()
    const close = open()
    for (let number = 1; number <= 5_000; number += 1) say(`number ${number} `)
    await close()
    expect(await numbersIn(folder)).toEqual(upTo(5_000))
    expect(await text()).toMatch(/^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z ℹ️ \[LOA\] number \d+ \n)+$/)
  })

  it('is plain text whatever somebody is called: one line a line, nothing a terminal would obey', async () => {
    const { book, open, text } = await openLog()
    const close = open()
    for (const hostile of Object.values(HOSTILE)) {
      const of = { campaign_id: 'c', run_id: 'r', contact_id: 'p', channel: 'whatsapp' as const }
      book.log({ type: 'sending', ...of, contact_name: hostile, address: hostile })
    }
    await close()
    const written = await text()
    expect(written.split('\n')).toHaveLength(Object.keys(HOSTILE).length + 1)
    expect(written.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u)
    expect(written).toContain('\\u001b[2J')
    expect(written).toContain('\\u202egnp.exe')
  })

  it('is set aside when it is full, and no line is lost by it', async () => {
    const { say, open, folder } = await openLog()
    const close = open({ size: '20K' })
    for (let number = 1; number <= 3_000; number += 1) {
      say(`number ${number} `)
      if (number % 250 === 0) await expect.poll(() => numbersIn(folder)).toHaveLength(number)
    }
    await close()
    const names = await readdir(folder)
    expect(names.length).toBeGreaterThan(3)
    expect(names).toContain('scheduler.log')
    expect(await numbersIn(folder)).toEqual(upTo(3_000))
  })

  it('is set aside when its day is over, under the name that it had', async () => {
    const { data, say, open, folder } = await openLog()
    await writeFile(data.logFile, 'number 1 of yesterday\n')
    const yesterday = new Date(Date.now() - DAY_MS)
    await utimes(data.logFile, yesterday, yesterday)
    const close = open()
    say('number 2 ')
    await close()
    const names = (await readdir(folder)).sort()
    expect(names).toEqual([expect.stringMatching(/^\d{8}-\d{4}-01-scheduler\.log$/), 'scheduler.log'])
    expect(await numbersIn(folder)).toEqual([1, 2])
  })

  it('deletes by age what was set aside, at the start and when the setting changes, and nothing else', async () => {
    const { say, open, folder, keep, setAside, text } = await openLog()
    await setAside('20260101-0000-01-scheduler.log', 31)
    await setAside('20260103-0000-01-scheduler.log', 29)
    await setAside('20260104-1200-12-scheduler.log', 8)
    await setAside('20260101-0000-01-scheduler.log.copy', 400)
    await setAside('notes.txt', 400)
    const close = open()
    say('number 1 ')
    const kept = ['20260101-0000-01-scheduler.log.copy', 'notes.txt', 'scheduler.log']
    const names = async () => (await readdir(folder)).sort()
    await expect
      .poll(names)
      .toEqual(['20260103-0000-01-scheduler.log', '20260104-1200-12-scheduler.log', ...kept].sort())
    await keep(10)
    await expect.poll(names).toEqual(['20260104-1200-12-scheduler.log', ...kept].sort())
    await keep(1)
    await expect.poll(names).toEqual(kept)
    await close()
    expect(await text()).toContain('number 1 ')
  })

  it('goes on after a disk that refused it, with every line that came meanwhile', async () => {
    const { data, say, open, folder } = await openLog()
    // A folder in the place of the file cannot be written to.
    await mkdir(data.logFile, { recursive: true })
    const close = open({ retryMs: 10 })
    for (let number = 1; number <= 700; number += 1) say(`number ${number} `)
    await rm(data.logFile, { recursive: true })
    await expect.poll(() => numbersIn(folder)).toHaveLength(700)
    for (let number = 701; number <= 800; number += 1) say(`number ${number} `)
    await close()
    expect(await numbersIn(folder)).toEqual(upTo(800))
  })

  it('ends when the disk refuses it to the last', async () => {
    const { data, say, open } = await openLog()
    await mkdir(data.logFile, { recursive: true })
    const close = open({ retryMs: 10 })
    say('number 1 ')
    await close()
    expect(await readdir(data.logFile)).toEqual([])
  })
})
