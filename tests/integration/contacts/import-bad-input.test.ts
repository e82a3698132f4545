import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync
} from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type ContactDraft, contactDraftSchema } from '../../../src/shared/domain/contact'
import type { Result } from '../../../src/shared/result'
import { processorMs } from '../../bench/measuring'
import {
  countsOf,
  failureIn,
  importing,
  type Importing,
  NUMBER,
  problemLines,
  sheet,
  targetsOf,
  valueOf
} from '../../support/contacts/importing'

const phoneOf = (number: number): string => `+8490${1_000_000 + number}`

/** A list of so many people, each with a number. */
const listOf = (count: number): string =>
  `Name,Phone,Notes\n${Array.from({ length: count }, (_, index) => `Người ${index},${phoneOf(index)},\n`).join('')}`

const MAI: ContactDraft = contactDraftSchema.parse({ first_name: 'Mai', phone: phoneOf(7) })

/** So large that it is read in many pieces. */
const LARGE = 20_000

/** Nothing of the file may have come in, and there is nothing to commit. */
async function expectNothing(own: Importing): Promise<void> {
  expect(failureIn(await own.engine.importing.commit())).toEqual({ code: 'no_import' })
  expect(own.list).toEqual([])
  expect(own.engine.importing.last()).toBeNull()
}

/** A hole takes no room on the disk, and is read as zeros. The head of the list must be longer than what is guessed from. */
const appendHole = (path: string, sizeBytes: number): void =>
  truncateSync(path, statSync(path).size + sizeBytes)

/** How many handles this process has on a file; none where that cannot be told. */
const openHandlesOn = (path: string): number =>
  process.platform === 'linux'
    ? readdirSync('/proc/self/fd').filter((descriptor) => {
        try {
          return readlinkSync(`/proc/self/fd/${descriptor}`) === path
        } catch {
          return false
        }
      }).length
    : 0

/** Checks a file and does something after the first piece of it was read. */
async function meanwhile(own: Importing, path: string, act: () => void): Promise<Result<unknown>> {
  const preview = valueOf(await own.open(path))
  let hasActed = false
  const unsubscribe = own.engine.subscribe((change) => {
    if (change.kind !== 'import' || hasActed) return
    hasActed = true
    expect(change.progress.read_bytes).toBeLessThan(change.progress.size_bytes)
    act()
  })
  try {
    return await own.engine.importing.check(preview.options)
  } finally {
    unsubscribe()
    expect(hasActed).toBe(true)
  }
}

describe('a sheet', () => {
  it('with a quote that is never closed: nothing comes in, and the row is named', async () => {
    const own = await importing()
    const path = await own.file(`Name,Phone\nMai,${phoneOf(1)}\n"An,${NUMBER}\nLan,${phoneOf(2)}\n`)
    expect(failureIn(await own.check(path))).toEqual({ code: 'quote_never_closed', row: 3 })
    await expectNothing(own)
  })

  it('with one far down the file: the preview shows the head, the check fails', async () => {
    const own = await importing()
    const path = await own.file(`${listOf(5_000)}"An,${NUMBER},\n${listOf(5_000)}`)
    const preview = valueOf(await own.open(path))
    expect(preview.rows).toHaveLength(20)
    expect(failureIn(await own.engine.importing.check(preview.options))).toEqual({
      code: 'quote_never_closed',
      row: 5_002
    })
    await expectNothing(own)
  })

  it('with 200 columns is fine', async () => {
    const own = await importing()
    const names = Array.from({ length: 198 }, (_, index) => `Cột ${index + 1}`)
    const { check } = await own.takeText(sheet(['Name', 'Phone', ...names], ['An', NUMBER, ...names]))
    expect(countsOf(check)).toEqual({ added: 1 })
    expect(own.list[0]?.custom).toEqual(Object.fromEntries(names.map((name) => [name, name])))
  })

  it('with more columns in use than somebody can have fields: the row is rejected', async () => {
    const own = await importing()
    const names = Array.from({ length: 201 }, (_, index) => `Cột ${index + 1}`)
    const empty = names.map(() => '')
    const { check } = await own.takeText(
      sheet(['Name', 'Phone', ...names], ['An', NUMBER, ...names], ['Mai', phoneOf(1), ...empty])
    )
    expect(problemLines(check)).toEqual(['2 rejected: too_long custom'])
    expect(own.list).toHaveLength(1)
  })

  it('with more than 500 columns is none', async () => {
    const own = await importing()
    const path = await own.file(sheet(Array.from({ length: 501 }, (_, index) => `c${index}`)))
    expect(failureIn(await own.check(path))).toEqual({ code: 'too_many_columns', row: 1 })
  })

  it.each(['Name', 'Notes', 'Tags', 'Email', 'Telegram', 'Nhà'])(
    'with a cell of a megabyte under "%s": that row is rejected, the others come in',
    async (column) => {
      const own = await importing()
      const header = ['Name', 'Phone', 'Notes', 'Tags', 'Email', 'Telegram', 'Nhà']
      const row = (cells: Readonly<Record<string, string>>) => header.map((name) => cells[name] ?? '')
      const { check } = await own.takeText(
        sheet(
          header,
          row({ Name: 'Mai', Phone: phoneOf(1) }),
          row({ Name: 'An', Phone: NUMBER, [column]: 'x'.repeat(1024 * 1024) }),
          row({ Name: 'Lan', Phone: phoneOf(2) })
        )
      )
      expect(check.problems).toMatchObject([
        { row: 3, outcome: 'rejected', problems: [{ code: 'too_long', field: column }] }
      ])
      // No report carries a megabyte along.
      expect(JSON.stringify(check.problems).length).toBeLessThan(500)
      expect(own.list.map(({ first_name }) => first_name)).toEqual(['Mai', 'Lan'])
    }
  )

  it('with rows of the wrong width: too wide ones are rejected, narrow ones are doubted', async () => {
    const own = await importing()
    const { check } = await own.takeText(
      [
        'Name,Phone,Email,Notes,Tags',
        `An,${NUMBER},an@example.com,x,vip`,
        `Mai,${phoneOf(1)},mai@example.com,x,vip,one more`,
        `Lan,${phoneOf(2)}`,
        `Hoa,${phoneOf(3)},,,,,,`,
        ''
      ].join('\n')
    )
    expect(problemLines(check)).toEqual(['3 rejected: row_too_wide', '4 added: row_too_narrow'])
    expect(countsOf(check)).toEqual({ added: 3, rejected: 1 })
    expect(own.list.map(({ first_name }) => first_name)).toEqual(['An', 'Lan', 'Hoa'])
  })

  it('with columns that are called like parts of an object: they do no harm', async () => {
    const own = await importing()
    const { preview } = await own.takeText(
      sheet(
        ['Name', 'Phone', '__proto__', 'constructor', 'toString'],
        ['An', NUMBER, 'polluted', 'evil', 'text']
      )
    )
    expect(targetsOf(preview)).toEqual({ Name: 'full_name', Phone: 'phone' })
    expect(own.people).toEqual([{ first_name: 'An', phone: NUMBER, custom: { toString: 'text' } }])
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    expect(Object.prototype.toString.call({})).toBe('[object Object]')
    expect(await (await own.reopened()).stored()).toEqual(own.list)
  })

  it('and if the operator wants them, they are kept under a name that is none of an object', async () => {
    const own = await importing()
    const path = await own.file(
      sheet(['Name', 'Phone', '__proto__', 'constructor'], ['An', NUMBER, 'a', 'b'])
    )
    const targets = ['full_name', 'phone', 'custom', 'custom'] as const
    const names = ['Name', 'Phone', '__proto__', 'constructor']
    await own.take(path, { columns: names.map((name, index) => ({ name, target: targets[index]! })) })
    expect(own.people).toMatchObject([{ first_name: 'An', phone: NUMBER }])
    expect(Object.entries(own.list[0]!.custom)).toEqual([
      ['__proto___', 'a'],
      ['constructor_', 'b']
    ])
    expect(await (await own.reopened()).stored()).toEqual(own.list)
  })

  it('with invalid bytes in the encoding that it is said to have: these rows are rejected, the rest comes in', async () => {
    const own = await importing()
    const bytes = Buffer.concat([
      Buffer.from(`Tên,SĐT\nÁnh,${NUMBER}\nLan `),
      Buffer.from([0xff, 0xc3]),
      Buffer.from(`,${phoneOf(1)}\nĐạt,${phoneOf(2)}\n`)
    ])
    const { check } = await own.takeText(bytes, { encoding: 'utf-8' })
    expect(problemLines(check)).toEqual(['3 rejected: invalid_bytes'])
    expect(own.list.map(({ first_name }) => first_name)).toEqual(['Ánh', 'Đạt'])
  })
})

describe('JSON', () => {
  it('with keys that are called like parts of an object: they are left out and reported', async () => {
    const own = await importing()
    const { check } = await own.takeText(
      `[{"first_name":"An","phone":"${NUMBER}","__proto__":{"admin":"yes"},"constructor":{"prototype":{"x":1}},` +
        `"custom":{"__proto__":"a","prototype":"b","city":"Huế"},"tags":["vip"]}]`
    )
    expect(new Set(problemLines(check))).toEqual(new Set(['1 added: unsafe_key']))
    const names = check.problems[0]?.problems.map(({ detail }) => detail)
    expect(new Set(names)).toEqual(new Set(['__proto__', 'constructor', 'prototype']))
    expect(own.people).toEqual([{ first_name: 'An', phone: NUMBER, tags: ['vip'], custom: { city: 'Huế' } }])
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined()
  })

  it('of 200,000 nested arrays is rejected, without a crash', async () => {
    const own = await importing()
    const depth = 200_000
    const path = await own.file('['.repeat(depth) + ']'.repeat(depth))
    const check = valueOf(await own.check(path))
    expect(problemLines(check)).toEqual(['1 rejected: json_too_deep'])
    expect(failureIn(await own.check(await own.file('['.repeat(depth)))).code).toBe('json_cut_off')
  })

  it('with such a value in one document: that one is rejected, the others come in', async () => {
    const own = await importing()
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`
    const { check } = await own.takeText(
      `[{"first_name":"Mai","phone":"${phoneOf(1)}"},{"first_name":"An","notes":${deep}},{"first_name":"Lan","phone":"${NUMBER}"}]`
    )
    expect(problemLines(check)).toEqual(['2 rejected: json_too_deep'])
    expect(own.list.map(({ first_name }) => first_name)).toEqual(['Mai', 'Lan'])
  })

  it('that is cut off: nothing comes in', async () => {
    const own = await importing()
    const path = await own.file(`[{"first_name":"An","phone":"${NUMBER}"},{"first_name":"Ma`)
    expect(failureIn(await own.check(path))).toEqual({ code: 'json_cut_off', row: 2 })
    await expectNothing(own)
  })
})

describe('ids', () => {
  const ID = '64b7f3a2c1d4e5f601020304'

  it('that come twice for the same human: one contact', async () => {
    const own = await importing()
    const { check } = await own.takeText(
      JSON.stringify([
        { _id: { $oid: ID }, first_name: 'An', phone: NUMBER, tags: ['a'] },
        { _id: { $oid: ID.toUpperCase() }, first_name: 'An', phone: '0339170155', tags: ['b'] }
      ])
    )
    expect(countsOf(check)).toEqual({ added: 1, merged: 1 })
    expect(own.list).toMatchObject([{ _id: ID, tags: ['a', 'b'] }])
  })

  it('that come twice for another human: the second is rejected, and the row of the first is named', async () => {
    const own = await importing()
    const { check } = await own.takeText(
      JSON.stringify([
        { _id: { $oid: ID }, first_name: 'An', phone: NUMBER },
        { _id: { $oid: ID }, first_name: 'Mai', phone: phoneOf(1) }
      ])
    )
    expect(check.problems).toMatchObject([
      { row: 2, outcome: 'rejected', name: 'Mai', problems: [{ code: 'id_repeated', detail: '1' }] }
    ])
    expect(own.people).toEqual([{ first_name: 'An', phone: NUMBER }])
  })

  it('that come twice, where the first row joined somebody of the list', async () => {
    const own = await importing()
    await own.takeText(`Name,Phone\nAn,${NUMBER}\n`)
    const { check } = await own.takeText(
      JSON.stringify([
        { _id: ID, phone: NUMBER, tags: ['a'] },
        { _id: ID, phone: '0339170155', tags: ['b'] },
        { _id: ID, first_name: 'Mai', phone: phoneOf(1) }
      ])
    )
    expect(countsOf(check)).toEqual({ merged: 2, rejected: 1 })
    expect(own.people).toMatchObject([{ first_name: 'An', tags: ['a', 'b'], merged_ids: [ID] }])
  })

  it.each([
    '__proto__',
    'constructor',
    '17',
    '550e8400-e29b-41d4-a716-446655440000',
    '<b>x</b>',
    'x'.repeat(5000)
  ])('of another kind are replaced by one that stays the same, and that is reported: %s', async (foreign) => {
    const own = await importing()
    const file = JSON.stringify([{ _id: foreign, first_name: 'An', phone: NUMBER }])
    const { check } = await own.takeText(file)
    const [first] = own.list
    expect(first?._id).toMatch(/^[0-9a-f]{24}$/)
    expect(check.problems).toMatchObject([
      { row: 1, outcome: 'added', problems: [{ code: 'id_replaced', detail: first?._id }] }
    ])
    await own.engine.contacts.delete([first!._id])
    await own.takeText(file)
    expect(own.list.map(({ _id }) => _id)).toEqual([first?._id])
  })
})

describe('a file', () => {
  it.each([
    ['that is empty', ''],
    ['of blank lines', ' \n\n  \n']
  ])('%s is refused', async (_what, content) => {
    const own = await importing()
    expect(failureIn(await own.check(await own.file(content)))).toEqual({ code: 'file_empty' })
    await expectNothing(own)
  })

  it('with a header only has nobody in it', async () => {
    const own = await importing()
    expect(failureIn(await own.check(await own.file('Name,Phone\n')))).toEqual({ code: 'no_records' })
  })

  it.each([
    ['a workbook', Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), Buffer.alloc(3000, 7)])],
    ['a program', Buffer.concat([Buffer.from([0x7f, 0x45, 0x4c, 0x46]), Buffer.alloc(3000)])]
  ])('that is %s is refused', async (_what, bytes) => {
    const own = await importing()
    expect(failureIn(await own.check(await own.file(bytes)))).toEqual({ code: 'file_binary' })
    await expectNothing(own)
  })

  it('that is a folder, or is not there, is refused', async () => {
    const own = await importing()
    mkdirSync(own.folder.file('a folder.csv'))
    expect(failureIn(await own.check(own.folder.file('a folder.csv')))).toEqual({ code: 'file_is_folder' })
    expect(failureIn(await own.check(own.folder.file('nothing.csv')))).toEqual({ code: 'file_missing' })
    await expectNothing(own)
  })

  it('that is gone between preview and check is missed', async () => {
    const own = await importing()
    const path = await own.file(listOf(3))
    const preview = valueOf(await own.open(path))
    rmSync(path)
    expect(failureIn(await own.engine.importing.check(preview.options))).toEqual({ code: 'file_missing' })
    await expectNothing(own)
  })

  it('that vanishes while it is read: nothing comes in', async () => {
    const own = await importing()
    const path = await own.file(listOf(LARGE))
    expect(failureIn(await meanwhile(own, path, () => rmSync(path)))).toEqual({ code: 'file_changed' })
    await expectNothing(own)
  })

  it.each<readonly [string, (path: string) => void]>([
    ['grows', (path) => appendFileSync(path, `Mai,${NUMBER},\n`)],
    ['is cut', (path) => truncateSync(path, statSync(path).size - 1000)],
    ['is written anew with the same length', (path) => utimesSync(path, 1, 1)]
  ])('that %s while it is read: nothing comes in', async (_what, change) => {
    const own = await importing()
    const path = await own.file(listOf(LARGE))
    expect(failureIn(await meanwhile(own, path, () => change(path)))).toEqual({ code: 'file_changed' })
    await expectNothing(own)
  })

  it('of 2 GB that is nothing but a hole is refused at once', async () => {
    const own = await importing()
    const path = await own.file('')
    truncateSync(path, 2 * 1024 ** 3)
    const beganMs = processorMs()
    expect(failureIn(await own.check(path))).toEqual({ code: 'file_binary' })
    expect(processorMs() - beganMs).toBeLessThan(2_000)
  })

  it('of 2 GB that is a list with a hole behind it can be stopped within the hole', async () => {
    const own = await importing()
    const path = await own.file(listOf(3_000))
    appendHole(path, 2 * 1024 ** 3)
    const checking = own.check(path)
    setTimeout(() => own.engine.importing.cancel(), 1_000)
    expect(failureIn(await checking)).toEqual({ code: 'cancelled' })
    expect(openHandlesOn(path)).toBe(0)
    await expectNothing(own)
  })

  it('with a hole behind the list: it takes no memory, one row is rejected, the list comes in', async () => {
    const own = await importing()
    const path = await own.file(listOf(LARGE))
    appendHole(path, 256 * 1024 ** 2)
    const before = process.memoryUsage().rss
    const { check } = await own.take(path)
    expect(countsOf(check)).toEqual({ added: LARGE, rejected: 1 })
    expect(problemLines(check)).toEqual([`${LARGE + 2} rejected: record_too_large`])
    expect(process.memoryUsage().rss - before).toBeLessThan(250 * 1024 ** 2)
  })

  it('whose check is stopped: nothing comes in, and it can be checked again', async () => {
    const own = await importing()
    const path = await own.file(listOf(LARGE))
    const stopped = await meanwhile(own, path, () => own.engine.importing.cancel())
    expect(failureIn(stopped)).toEqual({ code: 'cancelled' })
    expect(openHandlesOn(path)).toBe(0)
    await expectNothing(own)
    const preview = valueOf(await own.open(path))
    expect(countsOf(valueOf(await own.engine.importing.check(preview.options)))).toEqual({ added: LARGE })
  })
})

describe('a commit', () => {
  it('after the list has changed is refused; checked again it goes through', async () => {
    const own = await importing()
    const path = await own.file(`Name,Phone\nAn,${NUMBER}\n`)
    const preview = valueOf(await own.open(path))
    valueOf(await own.engine.importing.check(preview.options))
    await own.engine.contacts.save(MAI)
    expect(failureIn(await own.engine.importing.commit())).toEqual({ code: 'list_changed' })
    expect(own.list.map(({ first_name }) => first_name)).toEqual(['Mai'])
    valueOf(await own.engine.importing.check(preview.options))
    valueOf(await own.engine.importing.commit())
    expect(own.list.map(({ first_name }) => first_name)).toEqual(['Mai', 'An'])
  })

  it('asked for twice at once is done once, and can be taken back', async () => {
    const own = await importing()
    valueOf(await own.check(await own.file(`Name,Phone\nAn,${NUMBER}\n`)))
    const [first, second] = await Promise.all([own.engine.importing.commit(), own.engine.importing.commit()])
    expect(first.ok).toBe(true)
    expect(second.ok).toBe(false)
    expect(own.list).toHaveLength(1)
    expect(valueOf(await own.engine.importing.undo())).toBe(0)
    expect(own.list).toEqual([])
  })

  it('asked for once more later changes nothing', async () => {
    const own = await importing()
    await own.takeText(`Name,Phone\nAn,${NUMBER}\n`)
    const before = own.list
    expect(failureIn(await own.engine.importing.commit())).toEqual({ code: 'list_changed' })
    expect(own.list).toBe(before)
    expect(own.engine.importing.last()).not.toBeNull()
  })

  it('without a check is none', async () => {
    const own = await importing()
    valueOf(await own.open(await own.file(`Name,Phone\nAn,${NUMBER}\n`)))
    await expectNothing(own)
  })
})

describe('the list changes during a check', () => {
  it('the check is done again, with the list as it is now', async () => {
    const own = await importing()
    const path = await own.file(listOf(LARGE))
    let saving: Promise<unknown> = Promise.resolve()
    const save = () => {
      saving = own.engine.contacts.save(MAI)
    }
    const check = valueOf(await meanwhile(own, path, save))
    await saving
    expect(check).toMatchObject({ counts: { added: LARGE - 1, unchanged: 1 } })
    valueOf(await own.engine.importing.commit())
    expect(own.list).toHaveLength(LARGE)
  })
})
