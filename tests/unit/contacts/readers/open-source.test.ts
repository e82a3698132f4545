import { mkdir, rm, truncate } from 'node:fs/promises'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import {
  inspectFile,
  readHead,
  readRecords,
  type SourceChoice
} from '../../../../src/engine/contacts/import/readers/open-source'
import { problemsOf, readAll, rowsOf, useFolder } from './reading'

const folder = useFolder()

const CSV: SourceChoice = { kind: 'csv', encoding: 'utf-8', delimiter: ',', hasHeader: true }

const SHEET = 'Tên;Số điện thoại\r\nNguyễn Văn An;0901234567\r\n'

describe('inspecting a file', () => {
  it.each<[string, string | Uint8Array, Partial<SourceChoice>]>([
    ['a sheet', SHEET, { kind: 'csv', encoding: 'utf-8', delimiter: ';', hasHeader: true }],
    ['a sheet without a header', 'An\t0901234567\n', { kind: 'csv', delimiter: '\t', hasHeader: false }],
    [
      'UTF-16 LE',
      iconv.encode(SHEET, 'utf-16le', { addBOM: true }),
      { encoding: 'utf-16le', delimiter: ';' }
    ],
    [
      'UTF-16 BE',
      iconv.encode(SHEET, 'utf-16be', { addBOM: true }),
      { encoding: 'utf-16be', delimiter: ';' }
    ],
    ['an array', '\uFEFF \n[{"a":1}]', { kind: 'json', encoding: 'utf-8', hasHeader: false }],
    ['lines of JSON', '{"a":1}\n', { kind: 'json' }],
    ['cards', '\r\nbegin:vcard\r\nEND:VCARD\r\n', { kind: 'vcard' }]
  ])('%s', async (_name, content, expected) => {
    const path = await folder.write('inspected', content)
    expect(await inspectFile(path)).toMatchObject({ ok: true, value: expected })
  })

  it('gives size and beginning', async () => {
    const text = `${'Tên,'.repeat(100)}\n`.repeat(1000)
    const result = await inspectFile(await folder.write('head.csv', `\uFEFF${text}`))
    expect(result).toMatchObject({
      ok: true,
      value: { sizeBytes: Buffer.byteLength(text) + 3, head: text.slice(0, 64 * 1024) }
    })
  })

  it('tells of a late accent', async () => {
    const content = Buffer.concat([
      Buffer.from('Name,Note\n' + 'An,x\n'.repeat(100_000)),
      Buffer.from([0x5a, 0xeb])
    ])
    expect(await inspectFile(await folder.write('late.csv', content))).toMatchObject({
      value: { encoding: 'windows-1252' }
    })
  })

  it('fails with what is the matter', async () => {
    await mkdir(folder.path('folder'))
    const sparse = await folder.write('sparse', '')
    await truncate(sparse, 2 * 1024 ** 3)
    const failureOf = async (path: string) => inspectFile(path)
    expect(await failureOf(folder.path('nobody'))).toEqual({ ok: false, error: { code: 'file_missing' } })
    expect(await failureOf(folder.path('folder'))).toEqual({ ok: false, error: { code: 'file_is_folder' } })
    expect(await failureOf(sparse)).toEqual({ ok: false, error: { code: 'file_binary' } })
    for (const content of ['', '\uFEFF', ' \r\n'])
      expect(await failureOf(await folder.write('empty', content))).toEqual({
        ok: false,
        error: { code: 'file_empty' }
      })
    const workbook = await folder.write('book.csv', Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0]))
    expect(await failureOf(workbook)).toEqual({ ok: false, error: { code: 'file_binary' } })
  })
})

describe('reading a file', () => {
  it('gives batches of up to 500, in order, and the count', async () => {
    const lines = Array.from({ length: 60_001 }, (_, index) => `Người ${index},090${index}`)
    const path = await folder.write('many.csv', `Name,Phone\n${lines.join('\n')}`)
    const { batches, end } = await readAll(path, CSV)
    expect(end).toEqual({ ok: true, value: { records: 60_001 } })
    expect(batches).toHaveLength(121)
    expect(new Set(batches.map((batch) => batch.length))).toEqual(new Set([500, 1]))
    const rows = rowsOf({ events: batches.flat() })
    expect(rows[0]).toEqual({ row: 2, Name: 'Người 0', Phone: '0900' })
    expect(rows.at(-1)).toEqual({ row: 60_002, Name: 'Người 60000', Phone: '09060000' })
  })

  it.each(['utf-16le', 'utf-16be', 'windows-1258', 'gb18030'] as const)('in %s', async (encoding) => {
    const content =
      encoding === 'windows-1258'
        ? Buffer.from([0x41, 0x2c, 0x42, 0x0a, 0x4e, 0x67, 0x75, 0x79, 0xea, 0xde, 0x6e, 0x2c, 0x31])
        : iconv.encode('A,B\nNguyễn,1', encoding)
    const { batches } = await readAll(await folder.write('encoded.csv', content), { ...CSV, encoding })
    const [row] = rowsOf({ events: batches.flat() }) as { A: string; B: string }[]
    expect(row?.A.normalize('NFC')).toBe('Nguyễn')
  })

  it('in the wrong encoding costs the rows that are not valid in it', async () => {
    const content = Buffer.concat([Buffer.from('Name\nAn\nZo'), Buffer.from([0xeb]), Buffer.from('\nBình\n')])
    const { batches, end } = await readAll(await folder.write('wrong.csv', content), CSV)
    expect(problemsOf({ events: batches.flat() })).toEqual([
      { row: 3, code: 'invalid_bytes', detail: 'Name' }
    ])
    expect(end).toEqual({ ok: true, value: { records: 2 } })
  })

  it('of JSON and of cards', async () => {
    const json = await folder.write('a.json', '[{"a":1},{"a":2,}]')
    expect((await readAll(json, { ...CSV, kind: 'json' })).end).toEqual({ ok: true, value: { records: 1 } })
    const cards = await folder.write('a.vcf', 'BEGIN:VCARD\nVERSION:3.0\nFN:An\nEND:VCARD\n')
    const { batches } = await readAll(cards, { ...CSV, kind: 'vcard' })
    expect(rowsOf({ events: batches.flat() })).toEqual([{ row: 1, full_name: 'An' }])
  })

  it.each<[string, string, SourceChoice]>([
    ['only a header', 'Name,Phone\n\n', CSV],
    ['an empty array', '[]', { ...CSV, kind: 'json' }],
    ['no card', 'hello\n', { ...CSV, kind: 'vcard' }]
  ])('that has %s fails', async (_name, content, choice) => {
    const { end } = await readAll(await folder.write('none', content), choice)
    expect(end).toEqual({ ok: false, error: { code: 'no_records' } })
  })

  it('fails with the failure of its text, its rows, or its end', async () => {
    expect((await readAll(folder.path('nobody'), CSV)).end).toMatchObject({ error: { code: 'file_missing' } })
    const open = await folder.write('open.csv', 'Name,Note\nAn,"x\n')
    expect((await readAll(open, CSV)).end).toEqual({
      ok: false,
      error: { code: 'quote_never_closed', row: 2 }
    })
    const cut = await folder.write('cut.json', '[{"a":1},{"a"')
    expect((await readAll(cut, { ...CSV, kind: 'json' })).end).toMatchObject({
      error: { code: 'json_cut_off', row: 2 }
    })
  })

  it('fails when the file is deleted meanwhile', async () => {
    const path = await folder.write('deleted.csv', `Name\n${'An\n'.repeat(300_000)}`)
    const reading = readRecords(path, CSV)
    expect((await reading.next()).done).toBe(false)
    await rm(path)
    for (;;) {
      const next = await reading.next()
      if (next.done !== true) continue
      expect(next.value).toEqual({ ok: false, error: { code: 'file_changed' } })
      break
    }
  })

  it('ends when it is cancelled, and tells how far it is', async () => {
    const path = await folder.write('cancelled.csv', `Name\n${'An\n'.repeat(300_000)}`)
    const controller = new AbortController()
    const told: number[] = []
    const onProgress = (bytesRead: number): void => {
      told.push(bytesRead)
      controller.abort()
    }
    const { end } = await readAll(path, CSV, { signal: controller.signal, onProgress })
    expect(end).toEqual({ ok: false, error: { code: 'cancelled' } })
    expect(told).toEqual([256 * 1024])
  })

  it('for a preview reads the head only, unreadable rows counted', async () => {
    const path = await folder.write('preview.csv', `Name,Note\nAn,1\nBình,2,3\n${'Cúc,x\n'.repeat(300_000)}`)
    const told: number[] = []
    const { batches, end } = await readAll(path, CSV, {
      maxRecords: 3,
      onProgress: (bytes) => told.push(bytes)
    })
    expect(batches.flat().map(({ type }) => type)).toEqual(['record', 'unreadable', 'record'])
    expect(end).toEqual({ ok: true, value: { records: 2 } })
    expect(told).toHaveLength(1)
    expect(await readHead(path, CSV, 3)).toEqual({ ok: true, value: batches.flat() })
    expect(await readHead(folder.path('nobody'), CSV, 3)).toEqual({
      ok: false,
      error: { code: 'file_missing' }
    })
  })

  it('reads 100,000 rows in no time, whatever is quoted', async () => {
    const row = '"Nguyễn ""An""","0901234567","one\ntwo",x,y\n'
    const path = await folder.write('quoted.csv', `a,b,c,d,e\n${row.repeat(100_000)}`)
    expect((await readAll(path, CSV)).end).toEqual({ ok: true, value: { records: 100_000 } })
  }, 5000)
})
