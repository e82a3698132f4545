import { readdir } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { checkMessage } from '../../../src/engine/messages/check-message'
import { MessageTexts } from '../../../src/engine/messages/message-texts'
import { contactDraftSchema, contactSchema } from '../../../src/shared/domain/contact'
import type { TypedMessage } from '../../../src/shared/domain/message'
import { audienceSchema } from '../../../src/shared/domain/campaign'
import type { ChannelId } from '../../../src/shared/domain/channel'
import { textSizeOf } from '../../../src/shared/text/text-size'
import { valueOf } from '../../support/contacts/importing'
import {
  activeCampaign,
  contactRecord,
  contactRecords,
  type ContactRecord,
  idOf
} from '../../support/engine/records'
import { openEngine, startEngine } from '../../support/engine/test-engine'
import { messageWith } from '../../support/messages/filling'

const FLOW: readonly ChannelId[] = ['whatsapp', 'telegram', 'ai_call']

const PEOPLE = [
  contactRecord(1, { first_name: 'An', custom: { company: 'Loa' } }),
  contactRecord(2, { first_name: '', last_name: 'Bảo', custom: { 'Ngày sinh': '1/2', company: '' } }),
  contactRecord(3, { first_name: '', last_name: 'Chi', telegram_username: '', phone: '' }),
  contactRecord(4, {
    first_name: '',
    last_name: 'Same',
    whatsapp_number: '+84901000001',
    phone: '+84901000001'
  }),
  contactRecord(5, { first_name: '', last_name: 'Stopped', do_not_contact: true })
]

async function started(contacts: readonly ContactRecord[] = PEOPLE) {
  const { engine, folder } = await startEngine({ contacts })
  const everybody = contacts.map(({ _id }) => _id)
  const check = (message: TypedMessage, channels = FLOW, picked = everybody) =>
    engine.messages.check(message, channels, picked, audienceSchema.parse({}))
  const preview = (message: TypedMessage, channels: readonly ChannelId[], contactId: string | null) =>
    engine.messages.preview(message, channels, contactId)
  return { engine, folder, check, preview }
}

describe('the check of a message over everybody who would get it', () => {
  it('finds nothing against a message that everybody can get, and says how long it becomes', async () => {
    const { check } = await started()
    const found = await check(
      messageWith('Chào {{ first_name | default: "bạn" }}', { texts: { ai_call: 'Alo' } })
    )
    expect(found).toEqual({
      problems: [],
      missing: [],
      failing: [],
      longest: [
        { channel: 'whatsapp', size: textSizeOf('whatsapp', 'Chào bạn') },
        { channel: 'telegram', size: textSizeOf('telegram', 'Chào bạn') },
        { channel: 'ai_call', size: textSizeOf('ai_call', 'Alo') }
      ]
    })
  })

  it('counts each person once who lacks a value on a channel that would reach them', async () => {
    const { check } = await started()
    const message = messageWith('Chào {{ first_name }} {{ custom.company }}', {
      texts: { ai_call: '{{ last_name }}' }
    })
    const { missing, longest } = await check(message)
    // Not Chi's Telegram, not Same's WhatsApp (An has that number), not who asked to be left alone.
    expect(missing).toEqual([
      { field: 'first_name', count: 3, names: ['Bảo', 'Chi', 'Same'] },
      { field: 'custom.company', count: 3, names: ['Bảo', 'Chi', 'Same'] }
    ])
    expect(longest[0]).toEqual({ channel: 'whatsapp', size: textSizeOf('whatsapp', 'Chào An Loa') })
    expect((await check(message, ['ai_call'])).missing).toEqual([])
    expect((await check(message, ['telegram'])).missing[0]?.names).toEqual(['Bảo', 'Same'])
  })

  it('says the problems of a text once a channel, with their place', async () => {
    const { check } = await started()
    const { problems, missing } = await check(
      messageWith('Hi {{ frist_name }} {{ custom.nobody }}', {
        texts: { telegram: 'x\n{{', ai_call: ' ' }
      })
    )
    const unknown = { code: 'unknown_placeholder', line: 1 }
    expect(problems).toEqual([
      { channel: 'whatsapp', problem: { ...unknown, column: 7, detail: 'frist_name' } },
      { channel: 'whatsapp', problem: { ...unknown, column: 24, detail: 'custom.nobody' } },
      {
        channel: 'telegram',
        problem: { code: 'syntax', line: 2, column: 1, detail: 'output "{{" not closed' }
      },
      { channel: 'ai_call', problem: { code: 'blank', detail: '' } }
    ])
    expect(missing).toEqual([])
  })

  it('names those for whom the text fails, and says of a text that never ends that it is wrong as a whole', async () => {
    const { check } = await started()
    const message = messageWith('{% if custom.company %}Hi{% endif %}', {
      texts: { telegram: '{% for i in (1..1000000000) %}{% endfor %}', ai_call: 'Alo' }
    })
    const { problems, failing } = await check(message)
    expect(failing).toEqual([
      { channel: 'whatsapp', count: 2, names: ['Bảo', 'Chi'], detail: 'nothing is left of the text' }
    ])
    expect(problems).toEqual([
      {
        channel: 'telegram',
        problem: { code: 'failed', line: 1, column: 1, detail: 'it takes too much work to fill in' }
      }
    ])
  })

  it('names twenty of a group, and stops trying a text that never ends for so many', async () => {
    const many = contactRecords(60).map((contact) => ({ ...contact, first_name: '' }))
    const { check } = await started(many)
    const { missing } = await check(messageWith('{{ first_name }}'))
    expect(missing).toMatchObject([{ count: 60 }])
    expect(missing[0]?.names).toHaveLength(20)
    const { problems, failing } = await check(
      messageWith('{{ last_name }}{% for i in (1..1000000000) %}{% endfor %}'),
      ['whatsapp']
    )
    expect(problems).toMatchObject([{ channel: 'whatsapp', problem: { code: 'failed' } }])
    expect(failing).toEqual([])
  })

  it('a text that never ends is wrong as a whole only when it ends for nobody', async () => {
    const few = contactRecords(3)
    const endless = '{% for i in (1..1000000000) %}x{% endfor %}'
    const { check } = await started(few)
    expect(await check(messageWith(`{{ last_name }}${endless}`), ['whatsapp', 'telegram'])).toMatchObject({
      problems: [
        { channel: 'whatsapp', problem: { code: 'failed', line: 1, column: 16 } },
        { channel: 'telegram', problem: { code: 'failed' } }
      ],
      failing: [],
      longest: []
    })
    const forOne = `Hi{% if last_name == "2" %}${endless}{% endif %}`
    expect(await check(messageWith(forOne), ['whatsapp'])).toMatchObject({
      problems: [],
      failing: [
        { names: ['Contact 2'], count: 1, detail: 'line 1, column 3: it takes too much work to fill in' }
      ]
    })
  })

  it('counts blanks too where they are allowed, and takes them for the longest text', async () => {
    const { check } = await started()
    const found = await check(messageWith('{{ first_name }}!', { missing_values: 'blank' }), ['whatsapp'])
    expect(found.missing).toMatchObject([{ field: 'first_name', count: 2 }])
    expect(found.longest).toEqual([{ channel: 'whatsapp', size: textSizeOf('whatsapp', 'An!') }])
  })

  it('asks nobody where nothing is filled in', async () => {
    const { check } = await started()
    const found = await check(messageWith('{{ frist_name', { placeholders: false }), ['whatsapp'])
    expect(found).toEqual({
      problems: [],
      missing: [],
      failing: [],
      longest: [{ channel: 'whatsapp', size: textSizeOf('whatsapp', '{{ frist_name') }]
    })
    const long = await check(messageWith('x'.repeat(100_001), { placeholders: false }), ['whatsapp'])
    expect(long).toMatchObject({ problems: [{ problem: { code: 'too_long' } }], longest: [] })
  })
})

describe('the check of a message that is still being typed', () => {
  const nobody = audienceSchema.parse({})

  /** How many of these people are looked at until `isWanted` says no. */
  async function lookedAt(people: number, isWanted: (looked: number) => boolean): Promise<number> {
    const marks = { doNotContact: { addressMarks: () => [] }, customNames: new Set<string>() }
    const context = { ...marks, texts: new MessageTexts(), clock: { nowMs: Date.now(), zone: 'UTC' } }
    const list = contactRecords(people).map((contact) => contactSchema.parse(contact))
    let looked = 0
    function* counted() {
      for (const contact of list) {
        looked += 1
        yield contact
      }
    }
    await checkMessage(messageWith('Hi {{ first_name }}'), FLOW, counted(), context, () => isWanted(looked))
    return looked
  }

  it('gives way to a newer one, which has its answer', async () => {
    const { engine } = await started()
    const asked = ['{{ first_name }}', '{{ frist_name }}', '{{ last_name }}'].map((text) =>
      engine.messages.checkTyped(messageWith(text), ['whatsapp'], [idOf(1), idOf(2)], nobody)
    )
    const [first, second, last] = await Promise.all(asked)
    expect(first).toEqual({ ok: false, error: { code: 'cancelled' } })
    expect(second).toEqual({ ok: false, error: { code: 'cancelled' } })
    expect(last).toMatchObject({ ok: true, value: { problems: [], missing: [] } })
  })

  it('looks at nobody any more once it has given way', async () => {
    expect(await lookedAt(2_000, () => true)).toBe(2_000)
    expect(await lookedAt(2_000, (looked) => looked < 500)).toBe(500)
  })

  it('leaves a check alone that a review or a yes waits for', async () => {
    const { engine, check } = await started()
    const reviewed = check(messageWith('{{ first_name }}'))
    const typed = engine.messages.checkTyped(messageWith('Hi'), FLOW, [], nobody)
    expect((await reviewed).missing).toMatchObject([{ field: 'first_name', count: 3 }])
    expect(await typed).toMatchObject({ ok: true })
  })
})

describe('the preview of a message', () => {
  const text = 'Chào {{ first_name }}, {{ custom.company }}'

  it('shows it as a contact would get it, with the gaps and their names', async () => {
    const { preview } = await started()
    expect(valueOf(await preview(messageWith(text), ['whatsapp'], idOf(1)))).toEqual([
      {
        channel: 'whatsapp',
        text: 'Chào An, Loa',
        missing: [],
        problem: null,
        size: textSizeOf('whatsapp', 'Chào An, Loa')
      }
    ])
    expect(valueOf(await preview(messageWith(text), ['ai_call'], idOf(2)))).toMatchObject([
      { text: 'Chào , ', missing: ['first_name', 'custom.company'], problem: null }
    ])
  })

  it('shows it as it is written for nobody, with what is wrong', async () => {
    const { preview } = await started()
    expect(valueOf(await preview(messageWith(text), ['telegram'], null))).toMatchObject([
      { text, missing: [], problem: null }
    ])
    expect(valueOf(await preview(messageWith('{{ x'), ['telegram'], null))).toMatchObject([
      { text: '{{ x', problem: { code: 'syntax', line: 1, column: 1 } }
    ])
    expect(await preview(messageWith(text), ['telegram'], idOf(99))).toMatchObject({
      error: { code: 'not_found' }
    })
  })

  it('shows nothing where nothing can be shown, and the gap of a field that nobody has', async () => {
    const { preview } = await started()
    const shown = async (call_script: string) =>
      valueOf(await preview(messageWith(call_script), ['whatsapp'], idOf(1)))[0]
    expect(await shown('{% if %}')).toMatchObject({ text: null, problem: { code: 'syntax' } })
    expect(await shown('{% if last_name == "x" %}Hi{% endif %}')).toMatchObject({
      text: null,
      problem: { code: 'blank' }
    })
    expect(await shown('{% for i in (1..1000000000) %}{% endfor %}')).toMatchObject({
      text: null,
      problem: { code: 'failed' }
    })
    expect(await shown('Hi {{ frist_name }}{{ custom["Ngày sinh"] }}.')).toMatchObject({
      text: 'Hi .',
      missing: ['custom["Ngày sinh"]'],
      problem: { code: 'unknown_placeholder', detail: 'frist_name' }
    })
  })

  it('writes dates in the zone of the campaign', async () => {
    const { preview } = await started()
    const zoned = async (timezone: string) => {
      const message = messageWith('{{ "now" | date: "%z" }}', { timezone })
      return valueOf(await preview(message, ['whatsapp'], idOf(1)))[0]?.text
    }
    expect(await zoned('Asia/Ho_Chi_Minh')).toBe('+0700')
    expect(await zoned('Asia/Kathmandu')).toBe('+0545')
    expect(await zoned('No/Where')).toMatch(/^[+-]\d{4}$/)
  })
})

describe('what a message may name', () => {
  it('is counted over the list, and again when the list has changed', async () => {
    const { engine } = await started()
    const choices = await engine.messages.placeholders()
    expect(choices).toEqual([
      { name: 'first_name', custom: null, people: 1 },
      { name: 'last_name', custom: null, people: 5 },
      { name: 'full_name', custom: null, people: 5 },
      { name: 'phone', custom: null, people: 4 },
      { name: 'whatsapp_number', custom: null, people: 5 },
      { name: 'telegram_username', custom: null, people: 4 },
      { name: 'email', custom: null, people: 0 },
      { name: 'custom.company', custom: 'company', people: 1 },
      { name: 'custom["Ngày sinh"]', custom: 'Ngày sinh', people: 1 }
    ])
    const changed = { ...PEOPLE[2], custom: { company: 'Sol', full_name: 'Chi' } }
    valueOf(await engine.contacts.save(contactDraftSchema.parse(changed)))
    const after = await engine.messages.placeholders()
    expect(after.find(({ custom }) => custom === 'company')?.people).toBe(2)
    expect(after.map(({ custom }) => custom)).not.toContain('full_name')
  })
})

describe('templates', () => {
  const template = {
    name: 'Nhắc hẹn',
    call_script: 'Hi {{ first_name }}',
    texts: { telegram: 'Yo' },
    placeholders: true
  }

  it('are kept by name, also over a restart', async () => {
    const { engine, folder } = await started()
    const saved = valueOf(await engine.messages.templates.save(template))
    valueOf(await engine.messages.templates.save({ ...template, name: 'Chào' }))
    const replaced = valueOf(await engine.messages.templates.save({ ...template, call_script: 'Hello' }))
    expect(replaced._id).toBe(saved._id)
    await engine.stop()
    const again = await openEngine(folder)
    expect(
      again.engine.messages.templates.list().map(({ name, call_script }) => [name, call_script])
    ).toEqual([
      ['Chào', 'Hi {{ first_name }}'],
      ['Nhắc hẹn', 'Hello']
    ])
    valueOf(await again.engine.messages.templates.delete(saved._id))
    expect(again.engine.messages.templates.list()).toHaveLength(1)
    expect(await folder.json('templates.json')).toMatchObject({ schema_version: 1 })
  })

  it('that cannot be read hold up nothing: the last good ones are there again, and the damaged file is set aside', async () => {
    const { folder, engine } = await started()
    valueOf(await engine.messages.templates.save(template))
    valueOf(await engine.messages.templates.save({ ...template, name: 'Chào' }))
    await engine.stop()
    await folder.write('templates.json', '{"schema_version":1,"templates":[{')
    const again = await openEngine(folder)
    await again.engine.start()
    expect(again.engine.state()).toMatchObject({ storage_problems: [], emergency_stop: null })
    expect(again.engine.messages.templates.list().map(({ name }) => name)).toEqual(['Nhắc hẹn'])
    expect(
      (await readdir(folder.path)).filter((name) => name.startsWith('templates.json.damaged'))
    ).toHaveLength(1)
  })
})

describe('why somebody does not get a campaign', () => {
  it('names the field that the text needs, after everything that is about the address', async () => {
    const campaign = activeCampaign(1, {
      contacts: PEOPLE.map(({ _id }) => _id),
      placeholders: true,
      call_script: 'Chào {{ first_name }}',
      texts: {
        telegram: '{% if custom.company %}Hi{% endif %}',
        ai_call: 'Alo {{ first_name | default: "bạn" }}'
      }
    })
    const { engine } = await startEngine({ contacts: PEOPLE, campaigns: [campaign] })
    const answers = async (number: number, changes: object = {}) => {
      const contact = engine.contacts.find(idOf(number))!
      const explained = await engine.explainReach(contact, {
        ...engine.campaigns.find(campaign._id)!,
        ...changes
      })
      return explained.channels.map(({ answer }) => answer)
    }
    expect(await answers(1)).toEqual([{ verdict: 'gets_it' }, { verdict: 'gets_it' }, { verdict: 'gets_it' }])
    expect(await answers(2)).toEqual([
      { verdict: 'missing_value', field: 'first_name' },
      { verdict: 'template_failed', detail: 'nothing is left of the text' },
      { verdict: 'gets_it' }
    ])
    expect(await answers(3)).toMatchObject([
      { verdict: 'missing_value' },
      { verdict: 'no_address' },
      { verdict: 'no_address' }
    ])
    expect(await answers(4)).toMatchObject([
      { verdict: 'duplicate' },
      { verdict: 'template_failed' },
      { verdict: 'duplicate' }
    ])
    expect(await answers(5)).toMatchObject(Array(3).fill({ verdict: 'do_not_contact' }))
    expect((await answers(2, { missing_values: 'blank' }))[0]).toEqual({ verdict: 'gets_it' })
    expect((await answers(2, { placeholders: false }))[1]).toEqual({ verdict: 'gets_it' })
  })
})
