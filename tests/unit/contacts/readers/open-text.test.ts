import { once } from 'node:events'
import { chmod, mkdir, open, readdir, readlink, rename, rm, truncate, utimes } from 'node:fs/promises'
import { createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import { readText, type TextEnd } from '../../../../src/engine/contacts/import/readers/open-text'
import type { SourceFailure } from '../../../../src/engine/contacts/import/readers/source'
import type { Result } from '../../../../src/shared/result'
import { useFolder } from './reading'

const folder = useFolder()

/** Reads a whole file, doing something after its first piece. */
async function read(
  path: string,
  options: Parameters<typeof readText>[2] = {},
  afterFirst?: () => Promise<unknown>
): Promise<{ pieces: string[]; end: Result<TextEnd, SourceFailure> }> {
  const pieces: string[] = []
  const text = readText(path, 'utf-8', options)
  for (;;) {
    const next = await text.next()
    if (next.done === true) return { pieces, end: next.value }
    pieces.push(next.value)
    if (pieces.length === 1) await afterFirst?.()
  }
}

const failed = (code: SourceFailure['code']) => ({ ok: false, error: { code } })

const LONG = 'Nguyễn Văn An;0901234567\n'.repeat(40_000)

describe('the text of a file', () => {
  it('comes in pieces of 256 KiB that together are the file', async () => {
    const path = await folder.write('long.csv', `\uFEFF${LONG}`)
    const progress: number[] = []
    const { pieces, end } = await read(path, { onProgress: (bytesRead) => progress.push(bytesRead) })
    const sizeBytes = Buffer.byteLength(LONG) + 3
    expect(end).toEqual({ ok: true, value: { sizeBytes } })
    expect(pieces.join('')).toBe(LONG)
    expect(Math.max(...pieces.map((piece) => Buffer.byteLength(piece)))).toBeLessThanOrEqual(256 * 1024 + 4)
    expect(progress.slice(0, 2)).toEqual([256 * 1024, 512 * 1024])
    expect(progress.at(-1)).toBe(sizeBytes)
  })

  it('of no file, of a folder', async () => {
    await mkdir(folder.path('folder'))
    expect((await read(folder.path('nobody.csv'))).end).toEqual(failed('file_missing'))
    expect((await read(folder.path('folder'))).end).toEqual(failed('file_is_folder'))
  })

  it.skipIf(process.platform === 'win32')('of a socket, which is no file', async () => {
    const server = createServer().listen(folder.path('socket'))
    await once(server, 'listening')
    const { end } = await read(folder.path('socket'))
    server.close()
    expect(end).toEqual({ ok: false, error: { code: 'file_unreadable', detail: 'not a file' } })
  })

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('of a locked file', async () => {
    const path = await folder.write('locked.csv', 'a;b')
    await chmod(path, 0)
    expect((await read(path)).end).toEqual({
      ok: false,
      error: { code: 'file_unreadable', detail: 'EACCES' }
    })
  })

  it.skipIf(process.platform !== 'linux')('of a file that the system does not read', async () => {
    const { end } = await read('/proc/self/mem')
    expect(end).toEqual({ ok: false, error: { code: 'file_unreadable', detail: 'EIO' } })
  })

  it.each(['', '\uFEFF', ' \r\n\t \n', '\uFEFF \n'])('of an empty file: %j', async (content) =>
    expect((await read(await folder.write('empty.csv', content))).end).toEqual(failed('file_empty'))
  )

  it('of a sparse file of 2 GB ends at once', async () => {
    const path = await folder.write('sparse.csv', '')
    await truncate(path, 2 * 1024 ** 3)
    const { pieces, end } = await read(path)
    expect(end).toEqual(failed('file_binary'))
    expect(pieces).toEqual([])
  }, 2000)
})

describe('a file that changes while it is read', () => {
  it.each<[string, (path: string) => Promise<unknown>]>([
    ['deleted', (path) => rm(path)],
    ['shortened', (path) => truncate(path, 300 * 1024)],
    ['replaced', async (path) => rename(await folder.write('other.csv', 'a;b'), path)],
    ['touched', (path) => utimes(path, 1, 1)],
    [
      'appended to',
      async (path) => {
        const handle = await open(path, 'a')
        await handle.write('one more\n')
        await handle.close()
      }
    ]
  ])('%s', async (name, change) => {
    const path = await folder.write(`${name}.csv`, LONG)
    expect((await read(path, {}, () => change(path))).end).toEqual(failed('file_changed'))
  })

  it('is noticed though another one like it is at its path', async () => {
    const path = await folder.write('swapped.csv', LONG)
    await utimes(path, 1000, 1000)
    const swap = async (): Promise<void> => {
      await rename(path, folder.path('moved.csv'))
      await utimes(await folder.write('swapped.csv', LONG), 1000, 1000)
      await utimes(folder.path('moved.csv'), 2000, 2000)
    }
    expect((await read(path, {}, swap)).end).toEqual(failed('file_changed'))
  })

  it('is not followed while it grows', async () => {
    const path = await folder.write('growing.csv', 'x'.repeat(1000))
    const handle = await open(path, 'a')
    const told: number[] = []
    await read(path, { onProgress: (bytes) => told.push(bytes) }, () => handle.write('y'.repeat(3_000_000)))
    await handle.close()
    expect(told).toEqual([1000])
  })

  it('is noticed also in its last piece', async () => {
    const path = await folder.write('short.csv', 'a;b')
    expect((await read(path, {}, () => rm(path))).end).toEqual(failed('file_changed'))
  })
})

describe('leaving', () => {
  it('is told as cancelled', async () => {
    const path = await folder.write('cancelled.csv', LONG)
    const controller = new AbortController()
    const { pieces, end } = await read(path, { signal: controller.signal }, () => {
      controller.abort()
      return Promise.resolve()
    })
    expect(end).toEqual(failed('cancelled'))
    expect(pieces).toHaveLength(1)
  })

  it.skipIf(process.platform !== 'linux')('closes the file, also in the middle', async () => {
    const path = await folder.write('left.csv', LONG)
    const before = await openFiles()
    const text = readText(path, 'utf-8')
    await text.next()
    expect(await openFiles()).toContain(path)
    await text.return({ ok: false, error: { code: 'cancelled' } })
    expect(await openFiles()).toEqual(before)
  })
})

/** The test folder's files that this process has open, where the system tells (Linux). */
async function openFiles(): Promise<readonly string[]> {
  const handles = await readdir('/proc/self/fd')
  const paths = await Promise.all(
    handles.map((handle) => readlink(`/proc/self/fd/${handle}`).catch(() => ''))
  )
  return paths.filter((path) => path.startsWith(folder.path('')))
}
