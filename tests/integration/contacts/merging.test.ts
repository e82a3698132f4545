import { describe, expect, it } from 'vitest'
import { findDuplicates } from '../../../src/engine/contacts/duplicates'
import { personKeys } from '../../../src/engine/contacts/contact-keys'
import {
  failureIn,
  importing,
  type Importing,
  NUMBER,
  NUMBER_E164,
  valueOf
} from '../../support/contacts/importing'
import { contactRecord, idOf } from '../../support/engine/records'
import { testFolder } from '../../support/engine/test-engine'

const OTHER = '+84901000002'
const [A, B, C, D] = [1, 2, 3, 4].map(idOf) as [string, string, string, string]

const AN = {
  first_name: 'An',
  last_name: 'Nguyễn',
  phone: NUMBER,
  whatsapp_number: '',
  telegram_username: '',
  email: 'an@example.com',
  tags: ['old'],
  custom: { city: 'Huế', full_name: 'Nguyễn An' }
}
const ANH = {
  first_name: 'Anh',
  last_name: 'Trần',
  phone: '',
  whatsapp_number: NUMBER_E164,
  telegram_username: 'anh_tran',
  email: 'anh@example.com',
  notes: 'called',
  tags: ['vip', 'old'],
  custom: { city: 'Vinh', zalo: OTHER }
}
const BINH = {
  first_name: 'Bình',
  last_name: '',
  phone: OTHER,
  whatsapp_number: '',
  telegram_username: 'ANH_tran'
}
const CHAU = {
  first_name: 'Châu',
  last_name: '',
  phone: '',
  whatsapp_number: '',
  telegram_username: 'chau_le'
}

/** A and B share a number, B and C a Telegram name, D stands alone. */
async function four(): Promise<Importing> {
  const folder = testFolder()
  const contacts = [AN, ANH, BINH, CHAU].map((person, index) =>
    contactRecord(index + 1, { ...person, created_at: `2024-01-0${index + 1}T00:00:00.000Z` })
  )
  await folder.write('contacts.json', JSON.stringify({ schema_version: 2, contacts, normal_form: 1 }))
  return importing(folder)
}

const ids = (own: Importing): readonly string[] => own.list.map(({ _id }) => _id)

const groups = async (own: Importing) =>
  (await findDuplicates(own.engine.people)).map(({ contacts, keys }) => ({
    ids: contacts.map(({ _id }) => _id),
    keys: [...keys].sort()
  }))

describe('duplicates', () => {
  it('are those who share an address, however it is written, and whoever shares one with them; the oldest first', async () => {
    expect(await groups(await four())).toEqual([{ ids: [A, B, C], keys: [NUMBER_E164, '@anh_tran'] }])
  })

  it('an address that cannot be sent to makes none', async () => {
    const own = await importing()
    await own.takeText('Name,Phone\nAn,12345\nMai,12345\n')
    expect(await groups(own)).toEqual([])
  })

  it('the list is followed: who changes a number is none any more', async () => {
    const own = await four()
    expect(await groups(own)).toHaveLength(1)
    valueOf(await own.engine.contacts.save({ ...own.list[1]!, whatsapp_number: '', telegram_username: '' }))
    expect(await groups(own)).toEqual([])
    valueOf(await own.engine.contacts.save({ ...own.list[3]!, phone: '0901000002' }))
    expect(await groups(own)).toEqual([{ ids: [C, D], keys: [OTHER] }])
  })

  it('who was there first stays in front after a change', async () => {
    const own = await four()
    await own.engine.people.ready()
    valueOf(await own.engine.contacts.save({ ...own.list[0]!, notes: 'changed' }))
    const known = await own.engine.people.ready()
    expect(known.having(NUMBER_E164).map(({ _id, notes }) => [_id, notes])).toEqual([
      [A, 'changed'],
      [B, 'called']
    ])
  })

  it('who is deleted is found no more', async () => {
    const own = await four()
    await own.engine.people.ready()
    await own.engine.contacts.delete([A])
    const known = await own.engine.people.ready()
    expect(known.having(NUMBER_E164).map(({ _id }) => _id)).toEqual([B])
    expect([...known.shared()].map((shared) => shared.map(({ _id }) => _id))).toEqual([[B, C]])
  })

  it('what was forgotten to save memory is found again, and nobody who has it loses it', async () => {
    const own = await four()
    const before = await own.engine.people.ready()
    const following = own.engine.people.ready()
    own.engine.forgetAnswers()
    expect(before.having(NUMBER_E164).map(({ _id }) => _id)).toEqual([A, B])
    await following
    await own.engine.contacts.delete([A])
    const known = await own.engine.people.ready()
    expect(known).not.toBe(before)
    expect(known.having(NUMBER_E164).map(({ _id }) => _id)).toEqual([B])
  })
})

describe('a merge', () => {
  it('keeps the first one’s id and values, and fills its blanks; tags, custom fields and ids of all', async () => {
    const own = await four()
    valueOf(await own.engine.merging.merge([{ ids: [A, B, C], values: {} }]))
    expect(ids(own)).toEqual([A, D])
    expect(own.people[0]).toEqual({
      ...AN,
      whatsapp_number: NUMBER_E164,
      telegram_username: 'anh_tran',
      notes: 'called',
      tags: ['old', 'vip'],
      custom: { ...AN.custom, zalo: OTHER },
      merged_ids: [B, C]
    })
    for (const id of [A, B, C]) expect(own.engine.contacts.find(id)?._id).toBe(A)
    expect(await own.stored()).toEqual(own.list)
  })

  it('takes the value of whom the operator chose', async () => {
    const own = await four()
    const values = { name: B, email: B, phone: C, telegram_username: C } as const
    valueOf(await own.engine.merging.merge([{ ids: [A, B, C], values }]))
    expect(own.list[0]).toMatchObject({
      first_name: 'Anh',
      last_name: 'Trần',
      email: 'anh@example.com',
      phone: OTHER,
      whatsapp_number: NUMBER_E164,
      telegram_username: 'ANH_tran',
      custom: { city: 'Huế', zalo: OTHER }
    })
    // The name in one piece was that of the other name.
    expect(own.list[0]?.custom['full_name']).toBeUndefined()
  })

  it('a chosen value that cannot be sent to is marked so', async () => {
    const own = await importing()
    await own.takeText(
      JSON.stringify([
        { _id: A, first_name: 'An', phone: NUMBER },
        { _id: B, first_name: 'An B', phone: '12345' }
      ])
    )
    valueOf(await own.engine.merging.merge([{ ids: [A, B], values: { phone: B } }]))
    expect(own.list).toMatchObject([{ phone: '12345', invalid: ['phone'] }])
  })

  it('several groups at once are one change', async () => {
    const own = await four()
    let changes = 0
    own.engine.subscribe(() => (changes += 1))
    await own.engine.start()
    changes = 0
    valueOf(
      await own.engine.merging.merge([
        { ids: [B, A], values: {} },
        { ids: [D, C], values: {} }
      ])
    )
    expect(changes).toBe(1)
    expect(ids(own)).toEqual([B, D])
  })

  it.each<readonly [string, readonly { readonly ids: string[] }[]]>([
    ['with an id that nobody has', [{ ids: [A, idOf(99)] }]],
    ['of somebody with himself', [{ ids: [A, A] }]],
    ['of somebody who is in two groups', [{ ids: [A, B] }, { ids: [B, C] }]],
    ['into somebody who is gone by then', [{ ids: [A, B] }, { ids: [C, A] }]]
  ])('%s is refused, and nobody is lost', async (_what, orders) => {
    const own = await four()
    const before = own.list
    const merged = await own.engine.merging.merge(orders.map(({ ids }) => ({ ids, values: {} })))
    expect(failureIn(merged)).toEqual({ code: 'not_found' })
    expect(own.list).toBe(before)
  })

  it('under an id that somebody had before he became part of another does not lose the other', async () => {
    const own = await four()
    valueOf(await own.engine.merging.merge([{ ids: [A, B], values: {} }]))
    expect(failureIn(await own.engine.merging.merge([{ ids: [A, B], values: {} }]))).toEqual({
      code: 'not_found'
    })
    expect(ids(own)).toEqual([A, C, D])
    valueOf(await own.engine.merging.merge([{ ids: [C, B], values: {} }]))
    expect(ids(own)).toEqual([C, D])
    for (const id of [A, B, C]) expect(own.engine.contacts.find(id)?._id).toBe(C)
  })
})

describe('taking a merge back', () => {
  it('brings everybody back as he was', async () => {
    const own = await four()
    const before = own.list
    const mergeId = valueOf(await own.engine.merging.merge([{ ids: [A, B, C], values: { name: C } }]))
    expect(valueOf(await own.engine.merging.undo(mergeId))).toBe(3)
    const byId = (list: typeof before) => new Map(list.map((contact) => [contact._id, contact]))
    expect(byId(own.list)).toEqual(byId(before))
    expect(await own.stored()).toEqual(own.list)
    expect(failureIn(await own.engine.merging.undo(mergeId))).toEqual({ code: 'nothing_to_undo' })
  })

  it('the ids name different people again: who is deleted then is not found as the other', async () => {
    const own = await four()
    const mergeId = valueOf(await own.engine.merging.merge([{ ids: [A, B], values: {} }]))
    expect(own.engine.contacts.find(B)?._id).toBe(A)
    valueOf(await own.engine.merging.undo(mergeId))
    expect(own.engine.contacts.find(B)?._id).toBe(B)
    await own.engine.contacts.delete([B])
    expect(own.engine.contacts.find(B)).toBeUndefined()
  })

  it('works for who was deleted since, and he is there once', async () => {
    const own = await four()
    const mergeId = valueOf(await own.engine.merging.merge([{ ids: [A, B], values: {} }]))
    await own.engine.contacts.delete([A])
    valueOf(await own.engine.merging.undo(mergeId))
    expect([...ids(own)].sort()).toEqual([A, B, C, D])
    await own.engine.contacts.restore([A])
    expect([...ids(own)].sort()).toEqual([A, B, C, D])
  })

  it('can be done for each of several merges', async () => {
    const own = await four()
    const first = valueOf(await own.engine.merging.merge([{ ids: [A, B], values: {} }]))
    const second = valueOf(await own.engine.merging.merge([{ ids: [C, D], values: {} }]))
    valueOf(await own.engine.merging.undo(first))
    valueOf(await own.engine.merging.undo(second))
    expect([...ids(own)].sort()).toEqual([A, B, C, D])
    expect(own.list.flatMap(personKeys)).toHaveLength(6)
  })
})
