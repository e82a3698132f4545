import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { personKeys } from '../../../src/engine/contacts/contact-keys'
import { findDuplicates } from '../../../src/engine/contacts/duplicates'
import { CHANNEL_IDS, type ChannelId } from '../../../src/shared/domain/channel'
import type { Contact } from '../../../src/shared/domain/contact'
import { importing, Importing, valueOf } from '../../support/contacts/importing'
import { fileOf, type ExpectedRow, rowArbitrary, rowsArbitrary } from '../../support/contacts/row-arbitrary'
import { makeTestFolder } from '../../support/engine/data-folder'
import { createEngine } from '../../../src/engine/engine'

const RUNS = Number(process.env['IMPORT_PROPERTY_RUNS'] ?? 40)

const KNOWN = ['merge', 'overwrite', 'skip'] as const

/** Runs a body with an engine on an empty folder, many times over: each must be gone before the next. */
async function withEngine(body: (own: Importing) => Promise<void>): Promise<void> {
  const folder = makeTestFolder()
  const engine = await createEngine({ folder: folder.path })
  try {
    await body(new Importing(folder, engine))
  } finally {
    await engine.stop()
    await folder.remove()
  }
}

/** The people as a set: without ids and times, in an order of their own. */
const asSet = (own: Importing): readonly string[] =>
  own.people.map((person) => JSON.stringify(Object.entries(person).sort())).sort()

const NUMBER_CHANNELS: readonly ChannelId[] = ['whatsapp', 'ai_call']

const channelsOf = (key: string): readonly ChannelId[] =>
  key.startsWith('@') ? ['telegram'] : NUMBER_CHANNELS

const isForbidden = ({ engine }: Importing, key: string): boolean =>
  channelsOf(key).every((channel) => engine.doNotContact.isBlocked(channel, key))

describe('importing any rows', () => {
  it('a second time adds nobody, and changes nothing unless a row ties two people together', () =>
    fc.assert(
      fc.asyncProperty(rowsArbitrary, fc.constantFrom(...KNOWN), (rows, known) =>
        withEngine(async (own) => {
          await own.takeText(fileOf(rows))
          const before = own.list
          const isTied = (await findDuplicates(own.engine.people)).length > 0
          const { check } = await own.takeText(fileOf(rows), { known })
          expect(check.counts).toMatchObject({ added: 0, rejected: 0 })
          expect(own.list.map(({ _id }) => _id)).toEqual(before.map(({ _id }) => _id))
          if (isTied) return
          expect(check.counts.merged).toBe(0)
          expect(own.list).toEqual(before)
        })
      ),
      { numRuns: RUNS }
    ))

  it('does not ask in which order different people come', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(rowArbitrary, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 4 }),
        fc.infiniteStream(fc.nat()),
        async (humans, picks) => {
          // Rows of one human share a number of his own, and nothing with anybody else.
          const own = humans.map((rows, human) =>
            rows.map(({ row, keys }) => ({
              keys,
              row: {
                ...row,
                phone: `+8490200000${human}`,
                whatsapp_number: '',
                telegram_username: '',
                email: ''
              }
            }))
          )
          const left = own.map((rows) => [...rows])
          const shuffled: ExpectedRow[] = []
          while (left.some((rows) => rows.length > 0)) {
            const rest = left.filter((rows) => rows.length > 0)
            shuffled.push(rest[(picks.next().value ?? 0) % rest.length]!.shift()!)
          }
          const results: (readonly string[])[] = []
          for (const rows of [own.flat(), shuffled]) {
            await withEngine(async (engine) => {
              await engine.takeText(fileOf(rows))
              results.push(asSet(engine))
            })
          }
          expect(results[0]).toHaveLength(humans.length)
          expect(results[1]).toEqual(results[0])
        }
      ),
      { numRuns: RUNS }
    ))

  it('loses no tag and no mark', () =>
    fc.assert(
      fc.asyncProperty(rowsArbitrary, rowsArbitrary, fc.constantFrom(...KNOWN), (first, second, known) =>
        withEngine(async (own) => {
          await own.takeText(fileOf(first))
          const before = own.list
          await own.takeText(fileOf(second), { known })
          for (const { _id, tags } of before) {
            expect(own.engine.contacts.find(_id)?.tags).toEqual(expect.arrayContaining(tags))
          }
          for (const { row, keys } of [...first, ...(known === 'skip' ? [] : second)]) {
            expect(own.list.some(({ tags }) => row.tags.every((tag) => tags.includes(tag)))).toBe(true)
            if (row.do_not_contact === 'yes') expect(keys.filter((key) => !isForbidden(own, key))).toEqual([])
          }
          for (const { row, keys } of second) {
            if (row.do_not_contact === 'yes') expect(keys.filter((key) => !isForbidden(own, key))).toEqual([])
          }
        })
      ),
      { numRuns: RUNS }
    ))

  it('leaves no duplicates but those that a row with several addresses ties together', () =>
    fc.assert(
      fc.asyncProperty(rowsArbitrary, (rows) =>
        withEngine(async (own) => {
          await own.takeText(fileOf(rows))
          const groups = await findDuplicates(own.engine.people)
          for (const key of groups.flatMap(({ keys }) => keys)) {
            expect(rows.some(({ keys }) => keys.length > 1 && keys.includes(key))).toBe(true)
          }
          // Every address of the file is somebody's, unless it made way for an earlier one of the same human.
          for (const { _id } of own.list) expect(own.engine.contacts.find(_id)).toBeDefined()
        })
      ),
      { numRuns: RUNS }
    ))

  it('leaves no duplicates at all when each row has one address', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(
          rowArbitrary.filter(({ keys }) => keys.length <= 1),
          { minLength: 1, maxLength: 12 }
        ),
        (rows) =>
          withEngine(async (own) => {
            await own.takeText(fileOf(rows))
            expect(await findDuplicates(own.engine.people)).toEqual([])
            const keys = new Set(rows.flatMap((row) => row.keys))
            expect(own.list.flatMap(personKeys).sort()).toEqual([...keys].sort())
          })
      ),
      { numRuns: RUNS }
    ))
})

/** What somebody may do to the list. */
type Deed =
  | { readonly do: 'import'; readonly rows: readonly ExpectedRow[]; readonly known: (typeof KNOWN)[number] }
  | { readonly do: 'stop'; readonly pick: number; readonly channels: readonly ChannelId[] }
  | { readonly do: 'delete' | 'restore' | 'change'; readonly pick: number }
  | { readonly do: 'undo import' | 'merge' | 'undo merge' | 'reopen' }

const pick = fc.nat({ max: 20 })

const deedArbitrary: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('import' as const),
      rows: fc.array(rowArbitrary, { minLength: 1, maxLength: 5 }),
      known: fc.constantFrom(...KNOWN)
    })
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('stop' as const),
      pick,
      channels: fc.subarray([...CHANNEL_IDS], { minLength: 1 })
    })
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('delete', 'restore', 'change'), pick }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('undo import', 'merge', 'undo merge', 'reopen') }) }
)

const ADDRESS_OF = { whatsapp: 'whatsapp_number', telegram: 'telegram_username', ai_call: 'phone' } as const

/** Carries out deeds and notes what must not be used any more from then on. */
class Deeds {
  readonly forbidden = new Set<string>()
  readonly #deleted: string[] = []
  #mergeIds: string[] = []
  #own: Importing

  constructor(own: Importing) {
    this.#own = own
  }

  get own(): Importing {
    return this.#own
  }

  async carryOut(deed: Deed): Promise<void> {
    const { engine, list } = this.#own
    const chosen = 'pick' in deed && list.length > 0 ? list[deed.pick % list.length] : undefined
    switch (deed.do) {
      case 'import':
        await this.#own.takeText(fileOf(deed.rows), { known: deed.known })
        for (const { row, keys } of deed.rows) {
          if (row.do_not_contact !== 'yes') continue
          for (const key of keys)
            for (const channel of channelsOf(key)) this.forbidden.add(`${channel} ${key}`)
        }
        return
      case 'stop':
        if (chosen === undefined) return
        valueOf(await engine.marks.stop([chosen._id], deed.channels, ''))
        this.#forbid(chosen, deed.channels)
        return
      case 'delete':
        if (chosen === undefined) return
        valueOf(await engine.contacts.delete([chosen._id]))
        this.#deleted.push(chosen._id)
        return
      case 'restore':
        valueOf(await engine.contacts.restore(this.#deleted.slice(deed.pick % 3)))
        return
      case 'change': {
        if (chosen === undefined) return
        const number = `+84 90 300 00${String(deed.pick).padStart(2, '0')}`
        valueOf(await engine.contacts.save({ ...chosen, phone: number, whatsapp_number: '' }))
        return
      }
      case 'undo import':
        await engine.importing.undo()
        return
      case 'merge': {
        const groups = await findDuplicates(engine.people)
        const orders = groups.map(({ contacts }) => ({ ids: contacts.map(({ _id }) => _id), values: {} }))
        if (orders.length > 0) this.#mergeIds.push(valueOf(await engine.merging.merge(orders)))
        return
      }
      case 'undo merge': {
        const mergeId = this.#mergeIds.pop()
        if (mergeId !== undefined) valueOf(await engine.merging.undo(mergeId))
        return
      }
      case 'reopen': {
        await engine.stop()
        const again = await createEngine({ folder: this.#own.folder.path })
        await again.start()
        this.#own = new Importing(this.#own.folder, again)
        this.#mergeIds = []
      }
    }
  }

  #forbid(contact: Contact, channels: readonly ChannelId[]): void {
    for (const channel of channels) {
      const field = ADDRESS_OF[channel]
      const address = contact[field]
      if (address !== '' && !contact.invalid.includes(field)) this.forbidden.add(`${channel} ${address}`)
    }
  }
}

describe('whatever is done to a list', () => {
  it('what must not be used stays forbidden, no id comes twice, and everybody is what he was stored as', () =>
    fc.assert(
      fc.asyncProperty(fc.array(deedArbitrary, { minLength: 3, maxLength: 14 }), async (deeds) => {
        const folder = makeTestFolder()
        const engine = await createEngine({ folder: folder.path })
        const life = new Deeds(new Importing(folder, engine))
        try {
          for (const deed of deeds) {
            await life.carryOut(deed)
            const { own } = life
            const free = [...life.forbidden].filter((mark) => {
              const [channel, ...address] = mark.split(' ')
              return !own.engine.doNotContact.isBlocked(channel as ChannelId, address.join(' '))
            })
            expect(free).toEqual([])
            const ids = own.list.map(({ _id }) => _id)
            expect(new Set(ids).size).toBe(ids.length)
            for (const { _id } of own.list) expect(own.engine.contacts.find(_id)?._id).toBe(_id)
          }
        } finally {
          await life.own.engine.stop()
          await folder.remove()
        }
      }),
      { numRuns: RUNS * 2 }
    ))
})

describe('the helper of these tests', () => {
  it('sees a list that is not the same', async () => {
    const own = await importing()
    await own.takeText('[{"first_name":"An","tags":["a"]}]')
    const before = asSet(own)
    await own.takeText('[{"first_name":"An","tags":["b"]}]')
    expect(asSet(own)).not.toEqual(before)
  })
})
