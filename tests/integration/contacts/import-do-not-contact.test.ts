import { describe, expect, it } from 'vitest'
import { findDuplicates } from '../../../src/engine/contacts/duplicates'
import { CHANNEL_IDS, type ChannelId } from '../../../src/shared/domain/channel'
import { type Contact, markedChannels } from '../../../src/shared/domain/contact'
import { countsOf, importing, type Importing, NUMBER, sheet, valueOf } from '../../support/contacts/importing'

const OTHER = '+84 90 100 0002'
const TELEGRAM = 'an_nguyen'

/** On which channels nothing goes to an address. */
const blockedOn = ({ engine }: Importing, address: string): readonly ChannelId[] =>
  CHANNEL_IDS.filter((channel) => engine.doNotContact.isBlocked(channel, address))

const NUMBERS_CHANNELS: readonly ChannelId[] = ['whatsapp', 'ai_call']

const AN = sheet(['First name', 'Phone', 'WhatsApp', 'Telegram'], ['An', NUMBER, NUMBER, TELEGRAM])

/** An, on every channel, who asked to be left alone. */
async function withAn(reason = 'asked us to stop'): Promise<Importing & { readonly an: Contact }> {
  const own = await importing()
  await own.takeText(AN)
  const [an] = own.list
  valueOf(await own.engine.marks.stop([an!._id], CHANNEL_IDS, reason))
  return Object.assign(own, { an: own.list[0]! })
}

function expectLeftAlone(own: Importing): void {
  expect(blockedOn(own, NUMBER)).toEqual(NUMBERS_CHANNELS)
  expect(blockedOn(own, '0339 170 155')).toEqual(NUMBERS_CHANNELS)
  expect(blockedOn(own, `https://t.me/${TELEGRAM}`)).toEqual(['telegram'])
}

describe('who must not be contacted', () => {
  it.each(['merge', 'overwrite', 'skip'] as const)(
    'stays so after an import that knows nothing of it: %s',
    async (known) => {
      const own = await withAn()
      await own.takeText(
        sheet(['First name', 'Phone', 'Tags', 'Do not contact'], ['Anh', NUMBER, 'x', 'no']),
        { known }
      )
      expect(own.list[0]?.do_not_contact).toEqual(own.an.do_not_contact)
      expectLeftAlone(own)
      expectLeftAlone(await own.reopened())
    }
  )

  it.each(['merge', 'overwrite', 'skip'] as const)('is marked by a file that says so: %s', async (known) => {
    const own = await importing()
    await own.takeText(AN)
    const { check } = await own.takeText(sheet(['Phone', 'Do not contact'], [NUMBER, 'yes']), { known })
    expect(countsOf(check)).toEqual({ merged: 1 })
    expect(own.list[0]?.do_not_contact).toBe(true)
    expectLeftAlone(own)
  })

  it('a number that "overwrite" replaces stays forbidden, and so is the new one', async () => {
    const own = await withAn()
    await own.takeText(sheet(['Telegram', 'Phone', 'WhatsApp'], [TELEGRAM, OTHER, OTHER]), {
      known: 'overwrite'
    })
    expect(own.people).toMatchObject([{ phone: OTHER, whatsapp_number: OTHER }])
    expectLeftAlone(own)
    expect(blockedOn(own, OTHER)).toEqual(NUMBERS_CHANNELS)
    expectLeftAlone(await own.reopened())
  })

  it.each(['merge', 'skip'] as const)(
    'a forbidden number of the file that %s does not take stays forbidden',
    async (known) => {
      const own = await importing()
      await own.takeText(AN)
      await own.takeText(sheet(['Telegram', 'Phone', 'Opted out'], [TELEGRAM, OTHER, 'x']), { known })
      expect(own.people).toMatchObject([{ phone: NUMBER, do_not_contact: true }])
      expect(blockedOn(own, OTHER)).toEqual(NUMBERS_CHANNELS)
      expect(blockedOn(await own.reopened(), OTHER)).toEqual(NUMBERS_CHANNELS)
    }
  )

  it('a forbidden number that made way for an earlier row stays forbidden', async () => {
    const own = await importing()
    await own.takeText(
      sheet(['Telegram', 'Phone', 'Opted out'], [TELEGRAM, NUMBER, ''], [TELEGRAM, OTHER, 'x'])
    )
    expect(own.people).toMatchObject([{ phone: NUMBER, do_not_contact: true }])
    expect(blockedOn(own, OTHER)).toEqual(NUMBERS_CHANNELS)
  })

  it('an import that is only checked forbids nothing', async () => {
    const own = await importing()
    valueOf(await own.check(await own.file(sheet(['Phone', 'Opted out'], [NUMBER, 'x']))))
    expect(blockedOn(own, NUMBER)).toEqual([])
  })

  it('who shares a forbidden address comes marked with it', async () => {
    const own = await withAn('no more')
    await own.engine.contacts.save({ ...own.an, telegram_username: '' })
    const { check } = await own.takeText(sheet(['First name', 'Telegram'], ['Bình', TELEGRAM]))
    expect(countsOf(check)).toEqual({ added: 1 })
    expect(check.reach.telegram).toBe(0)
    expect(own.list.at(-1)).toMatchObject({ do_not_contact: [{ channel: 'telegram', reason: 'no more' }] })
  })
})

describe('taking an import back', () => {
  it('leaves the addresses of marked newcomers forbidden, and they come marked again', async () => {
    const own = await importing()
    const list = sheet(
      ['First name', 'Phone', 'WhatsApp', 'Telegram', 'Từ chối'],
      ['An', NUMBER, NUMBER, TELEGRAM, 'bận']
    )
    await own.takeText(list)
    expect(valueOf(await own.engine.importing.undo())).toBe(0)
    expect(own.list).toEqual([])
    expectLeftAlone(own)
    await own.takeText(AN)
    expect(markedChannels(own.list[0]!)).toEqual(CHANNEL_IDS)
    expect(own.list[0]?.do_not_contact).toMatchObject(
      CHANNEL_IDS.map((channel) => ({ channel, reason: 'bận' }))
    )
  })

  it('leaves an address forbidden that only the import brought', async () => {
    const own = await importing()
    await own.takeText(sheet(['First name', 'Phone'], ['An', NUMBER]))
    await own.takeText(sheet(['Phone', 'Telegram', 'Opted out'], [NUMBER, TELEGRAM, 'yes']))
    valueOf(await own.engine.importing.undo())
    expect(own.people).toEqual([{ first_name: 'An', phone: NUMBER, do_not_contact: true }])
    expect(blockedOn(own, TELEGRAM)).toEqual(['telegram'])
    expect(blockedOn(own, NUMBER)).toEqual(NUMBERS_CHANNELS)
    expect(blockedOn(await own.reopened(), TELEGRAM)).toEqual(['telegram'])
  })

  it('keeps who was marked since', async () => {
    const own = await withAn()
    expect(valueOf(await own.engine.importing.undo())).toBe(1)
    expect(own.list).toEqual([own.an])
    expectLeftAlone(own)
  })
})

describe('merging duplicates', () => {
  const twoOfOneHuman = async () => {
    const own = await importing()
    await own.takeText(
      JSON.stringify([
        { _id: '64b7f3a2c1d4e5f601020301', first_name: 'An', phone: NUMBER },
        { _id: '64b7f3a2c1d4e5f601020302', first_name: 'Bình', phone: OTHER, telegram_username: TELEGRAM }
      ])
    )
    await own.engine.contacts.save({ ...own.list[0]!, whatsapp_number: OTHER })
    const [group] = await findDuplicates(own.engine.people)
    return { own, ids: group!.contacts.map(({ _id }) => _id) }
  }

  it('the one contact has the marks of all, and addresses that it does not keep stay forbidden', async () => {
    const { own, ids } = await twoOfOneHuman()
    valueOf(await own.engine.marks.stop([ids[1]!], CHANNEL_IDS, 'stop'))
    valueOf(await own.engine.merging.merge([{ ids, values: {} }]))
    expect(own.list).toHaveLength(1)
    expect(markedChannels(own.list[0]!)).toEqual(CHANNEL_IDS)
    expect(own.list[0]).toMatchObject({ phone: NUMBER, whatsapp_number: OTHER, telegram_username: TELEGRAM })
    expect(blockedOn(own, TELEGRAM)).toEqual(['telegram'])
    expect(blockedOn(own, OTHER)).toEqual(NUMBERS_CHANNELS)
  })

  it('taken back, a mark that came before is where it was', async () => {
    const { own, ids } = await twoOfOneHuman()
    valueOf(await own.engine.marks.stop([ids[1]!], ['telegram'], 'stop'))
    const before = own.list
    const mergeId = valueOf(await own.engine.merging.merge([{ ids, values: {} }]))
    expect(valueOf(await own.engine.merging.undo(mergeId))).toBe(2)
    expect(own.list).toEqual(before)
  })

  it('taken back, a mark that came since is on every address that the one contact had', async () => {
    const { own, ids } = await twoOfOneHuman()
    const mergeId = valueOf(await own.engine.merging.merge([{ ids, values: {} }]))
    valueOf(await own.engine.marks.stop([ids[0]!], CHANNEL_IDS, 'stop'))
    valueOf(await own.engine.merging.undo(mergeId))
    expect(own.list.map(markedChannels)).toEqual([CHANNEL_IDS, CHANNEL_IDS])
    for (const each of [own, await own.reopened()]) {
      expect(blockedOn(each, TELEGRAM)).toEqual(['telegram'])
      expect(blockedOn(each, NUMBER)).toEqual(NUMBERS_CHANNELS)
      expect(blockedOn(each, OTHER)).toEqual(NUMBERS_CHANNELS)
    }
  })

  it('taken back, an address that the one contact got since and that was forbidden stays so', async () => {
    const { own, ids } = await twoOfOneHuman()
    const mergeId = valueOf(await own.engine.merging.merge([{ ids, values: {} }]))
    await own.engine.contacts.save({ ...own.list[0]!, phone: '+84 90 100 0009' })
    valueOf(await own.engine.marks.stop([ids[0]!], CHANNEL_IDS, 'stop'))
    valueOf(await own.engine.merging.undo(mergeId))
    expect(blockedOn(own, '+84 90 100 0009')).toEqual(NUMBERS_CHANNELS)
  })
})

describe('deleting', () => {
  it('and restoring keeps the mark', async () => {
    const own = await withAn()
    await own.engine.contacts.delete([own.an._id])
    expectLeftAlone(own)
    await own.engine.contacts.restore([own.an._id])
    expect(own.list).toEqual([own.an])
    expectLeftAlone(own)
  })

  it('and importing again: the new contact comes marked, with the reason', async () => {
    const own = await withAn('asked us to stop')
    await own.engine.contacts.delete([own.an._id])
    const later = await own.reopened()
    const { check } = await later.takeText(AN)
    expect(countsOf(check)).toEqual({ added: 1 })
    expect(check.reach).toEqual({ whatsapp: 0, telegram: 0, ai_call: 0 })
    expect(later.list[0]?._id).not.toBe(own.an._id)
    expect(later.list[0]?.do_not_contact).toMatchObject(
      CHANNEL_IDS.map((channel) => ({ channel, reason: 'asked us to stop' }))
    )
    expectLeftAlone(later)
    await later.engine.contacts.delete([later.list[0]!._id])
    expectLeftAlone(await later.reopened())
  })

  it('a mark on one channel comes back on that one', async () => {
    const own = await importing()
    await own.takeText(AN)
    const id = own.list[0]!._id
    valueOf(await own.engine.marks.stop([id], ['whatsapp'], 'only calls'))
    await own.engine.contacts.delete([id])
    await own.takeText(AN)
    expect(own.list.map(markedChannels)).toEqual([['whatsapp']])
    expect(blockedOn(own, NUMBER)).toEqual(['whatsapp'])
  })

  it('and importing under the same id, then restoring, does not make two of one', async () => {
    const own = await importing()
    const file = JSON.stringify([{ _id: '64b7f3a2c1d4e5f601020301', first_name: 'An', phone: NUMBER }])
    await own.takeText(file)
    const id = own.list[0]!._id
    await own.engine.contacts.delete([id])
    await own.takeText(file)
    expect(valueOf(await own.engine.contacts.restore([id]))).toBe(0)
    expect(own.list.map(({ _id }) => _id)).toEqual([id])
    await own.engine.contacts.delete([id])
    expect(valueOf(await own.engine.contacts.restore([id]))).toBe(1)
    expect(own.list.map(({ _id }) => _id)).toEqual([id])
  })
})

describe('the operator’s word that somebody may be contacted again', () => {
  it('is the one way in which a mark goes, for the contact, the address and what is imported later', async () => {
    const own = await withAn()
    valueOf(await own.engine.marks.allow(own.an._id, CHANNEL_IDS))
    expect(own.list[0]?.do_not_contact).toEqual([])
    expect([NUMBER, TELEGRAM].flatMap((address) => blockedOn(own, address))).toEqual([])
    await own.engine.contacts.delete([own.an._id])
    await own.takeText(AN)
    expect(own.list[0]?.do_not_contact).toEqual([])
  })

  it('also after the addresses were remembered', async () => {
    const own = await withAn()
    await own.engine.contacts.delete([own.an._id])
    await own.takeText(AN)
    valueOf(await own.engine.marks.allow(own.list[0]!._id, ['whatsapp']))
    expect(own.list.map(markedChannels)).toEqual([['telegram', 'ai_call']])
    expect(blockedOn(own, NUMBER)).toEqual(['ai_call'])
  })
})

describe('a list of people who must not be contacted', () => {
  const LIST = sheet(['SĐT', 'Telegram'], [NUMBER, ''], ['0901000002', TELEGRAM], ['12345', ''], ['', ''])

  it('forbids addresses that nobody has yet, and marks those who have one', async () => {
    const own = await importing()
    await own.takeText(AN)
    const { check, done } = await own.takeText(LIST, { purpose: 'do_not_contact', reason: 'the register' })
    expect(countsOf(check)).toEqual({ added: 2, rejected: 1 })
    expect(done).toMatchObject({ purpose: 'do_not_contact', marked: 1 })
    expectLeftAlone(own)
    expect(blockedOn(own, OTHER)).toEqual(NUMBERS_CHANNELS)
    expect(markedChannels(own.list[0]!)).toEqual(CHANNEL_IDS)
    expect(own.list).toHaveLength(1)
    await own.takeText(sheet(['First name', 'Phone'], ['Mai', OTHER]))
    expect(own.list.at(-1)).toMatchObject({
      do_not_contact: [{ channel: 'ai_call', reason: 'the register' }]
    })
  })

  it('says nothing new the second time', async () => {
    const own = await importing()
    await own.takeText(LIST, { purpose: 'do_not_contact' })
    const { check } = await own.takeText(LIST, { purpose: 'do_not_contact' })
    expect(countsOf(check)).toEqual({ unchanged: 2, rejected: 1 })
  })
})
