import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  customKey,
  type FieldValues,
  placeholderOf,
  valuesIn
} from '../../../src/engine/messages/field-names'
import { MessageTexts } from '../../../src/engine/messages/message-texts'
import { contactSchema } from '../../../src/shared/domain/contact'
import { CONTACT_PLACEHOLDERS } from '../../../src/shared/domain/message'
import { contactRecord } from '../../support/engine/records'
import { AT, filled, messageWith, missingIn, sentToNobody, textFor } from '../../support/messages/filling'

const AN: FieldValues = { first_name: 'An', 'custom.company': 'Loa', 'custom.Lớp học': '5A' }

describe('a text is filled in', () => {
  it('with the fields of the contact, and with those of the operator', () => {
    const contact = contactSchema.parse(
      contactRecord(7, {
        first_name: 'Văn An',
        last_name: 'Nguyễn',
        email: 'an@example.com',
        custom: { full_name: 'Nguyễn Văn An', company: 'Loa', 'Lớp học': '5A' }
      })
    )
    const text =
      '{{ first_name }}|{{ last_name }}|{{ full_name }}|{{ phone }}|{{ whatsapp_number }}|' +
      '{{ telegram_username }}|{{ email }}|{{ custom.company }}|{{ custom["Lớp học"] }}'
    const texts = new MessageTexts()
    const values = valuesIn(contact, texts.fieldsOf(messageWith(text), ['whatsapp']))
    expect(texts.fill(messageWith(text), 'whatsapp', values, AT)).toMatchObject({
      ok: true,
      value: {
        text: 'Văn An|Nguyễn|Nguyễn Văn An|+84901000007|+84901000007|contact_7|an@example.com|Loa|5A',
        missing: []
      }
    })
  })

  it('in conditions, loops, choices and with filters', () => {
    expect(
      textFor('{% if first_name == "An" %}Chị{% else %}Bạn{% endif %} {{ first_name | upcase }}', AN)
    ).toBe('Chị AN')
    expect(textFor('{% for i in (1..3) %}{{ i }}{{ first_name }} {% endfor %}', AN)).toBe('1An 2An 3An ')
    expect(textFor('{% case custom.company %}{% when "Loa" %}ours{% else %}other{% endcase %}', AN)).toBe(
      'ours'
    )
    expect(textFor('{% assign hi = "Chào " | append: first_name %}{{ hi }}!', AN)).toBe('Chào An!')
    expect(textFor('{% capture hi %}Chào {{ first_name }}{% endcapture %}{{ hi }}!', AN)).toBe('Chào An!')
    expect(textFor('https://loa.vn/?n={{ custom["Lớp học"] | append: " &" | url_encode }}', AN)).toBe(
      'https://loa.vn/?n=5A+%26'
    )
  })

  it('with a Vietnamese name that was typed in another Unicode form', () => {
    const contact = contactSchema.parse(contactRecord(1, { custom: { 'Ngày sinh': '1/2' } }))
    const text = '{{ custom["Ngày sinh"] }} {{ custom.Ngày }}'.normalize('NFD')
    const texts = new MessageTexts()
    const values = valuesIn(contact, texts.fieldsOf(messageWith(text), ['ai_call']))
    expect(texts.fill(messageWith(text), 'ai_call', values, AT)).toMatchObject({ value: { text: '1/2 ' } })
  })

  it('once: a value with braces in it is sent as these characters', () => {
    const name = '{{ phone }}{% for i in (1..9) %}x{% endfor %}'
    expect(textFor('Hi {{ first_name }}', { first_name: name, phone: '+84' })).toBe(`Hi ${name}`)
    expect(textFor('{% capture x %}{{ first_name }}{% endcapture %}{{ x }}', { first_name: name })).toBe(name)
  })

  it('not at all when its placeholders are off: braces stay as they are written', () => {
    const texts = new MessageTexts()
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('{{ first_name }}', '{% if', '{{', ''),
        (a, b) => {
          const text = `${a}${b}${a}`
          const message = messageWith(text, { placeholders: false })
          expect(texts.fill(message, 'telegram', AN, AT)).toEqual({ ok: true, value: { text, missing: [] } })
        }
      )
    )
  })

  it('with every value as it is, whatever is in it', () => {
    const value = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.trim() !== '')
    fc.assert(
      fc.property(value, value, (name, own) => {
        const values = { first_name: name, 'custom.x': own }
        expect(textFor('[{{ first_name }}|{{ custom.x }}]', values)).toBe(`[${name}|${own}]`)
      })
    )
  })

  it('with any own field, by the name that the menu offers for it', () => {
    const name = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .filter((text) => text.trim() !== '')
    fc.assert(
      fc.property(name, (custom) => {
        const written = placeholderOf(customKey(custom))
        expect(textFor(`{{ ${written} }}`, { [customKey(custom)]: 'here' })).toBe('here')
      })
    )
    expect(placeholderOf(customKey('company'))).toBe('custom.company')
    expect(placeholderOf(customKey('Ngày sinh'))).toBe('custom["Ngày sinh"]')
    expect(placeholderOf(customKey('size "XL"'))).toBe(`custom['size "XL"']`)
  })
})

describe('a value that is missing', () => {
  it.each([...CONTACT_PLACEHOLDERS, 'custom.company', 'custom["Ngày sinh"]'])('%s is named', (field) => {
    expect(missingIn(`Hi {{ ${field} }}, {{ ${field} | upcase }}`)).toEqual([field])
  })

  it('is not missed where there is a fallback, wherever it stands among the filters', () => {
    expect(filled('Hi {{ first_name | default: "bạn" }}')).toMatchObject({ text: 'Hi bạn', missing: [] })
    expect(filled('Hi {{ first_name | strip | default: "bạn" | upcase }}')).toMatchObject({
      text: 'Hi BẠN',
      missing: []
    })
    expect(missingIn('{{ first_name | default: "" }}x')).toEqual([])
    expect(missingIn('{{ first_name | default }}x')).toEqual(['first_name'])
  })

  it('is missed when the fallback is a variable that is as empty', () => {
    const text = '{{ first_name | default: full_name }}'
    expect(missingIn(text)).toEqual(['first_name'])
    expect(filled(text, { full_name: 'An' })).toMatchObject({ text: 'An', missing: [] })
  })

  it('may be asked for without being printed', () => {
    expect(missingIn('{% if first_name %}Hi {{ first_name }}{% else %}Hi{% endif %}')).toEqual([])
    expect(
      missingIn('{% unless first_name %}x{% endunless %}{% case email %}{% when "a" %}{% endcase %}')
    ).toEqual([])
    expect(textFor('{% if custom.company == blank %}nobody{% endif %}')).toBe('nobody')
  })

  it('is missed in a branch only when that branch is written', () => {
    const text = '{% if email %}{{ first_name }}{% elsif phone %}{{ last_name }}{% else %}x{% endif %}'
    expect(missingIn(text)).toEqual([])
    expect(missingIn(text, { phone: '1' })).toEqual(['last_name'])
    expect(missingIn(text, { email: 'a' })).toEqual(['first_name'])
    expect(missingIn('{% for i in (1..2) %}{{ first_name }}{% endfor %}')).toEqual(['first_name'])
    expect(missingIn('{% for i in (1..0) %}{{ first_name }}{% else %}{{ email }}{% endfor %}')).toEqual([
      'email'
    ])
    expect(missingIn('{% capture x %}{{ first_name }}{% endcapture %}{{ x }}')).toEqual(['first_name'])
    expect(missingIn('{% liquid\n if true\n echo first_name\n endif\n%}')).toEqual(['first_name'])
  })

  it('is a value of spaces only too', () => {
    expect(missingIn('{{ first_name }}', { first_name: '  ' })).toEqual(['first_name'])
  })

  it('is not what the text has made itself', () => {
    expect(missingIn('{% for i in (1..2) %}{{ i }}{{ forloop.index }}{% endfor %}')).toEqual([])
    expect(missingIn('{% assign x = "" %}{{ x }}{% capture y %}{% endcapture %}{{ y }}.')).toEqual([])
    expect(missingIn('{{ x }}{% assign x = "later" %}{{ x }}')).toEqual(['x'])
    expect(missingIn('{% for i in (1..2) %}{% endfor %}{{ i }}.')).toEqual(['i'])
  })
})

describe('what becomes of a text for one person', () => {
  it('skipped when a value is missing, failed when nothing is left of it', () => {
    expect(sentToNobody('Hi {{ first_name }} {{ email }}')).toEqual({
      state: 'skipped',
      reason: { code: 'missing_value', detail: 'first_name' }
    })
    expect(sentToNobody(' {% if first_name %}Hi{% endif %} ')).toEqual({
      state: 'failed',
      reason: { code: 'template_failed', detail: 'nothing is left of the text' }
    })
  })
})

describe('dates', () => {
  it('know one "now": that of the run, in the zone of the campaign', () => {
    const text = '{{ "now" | date: "%d/%m/%Y %H:%M" }} {{ "today" | date: "%A %-d %b" }}'
    expect(textFor(text)).toBe('27/11/2026 03:00 Friday 27 Nov')
    expect(textFor(text, {}, { ...AT, zone: 'America/New_York' })).toBe('26/11/2026 15:00 Thursday 26 Nov')
    expect(textFor(text, {}, { ...AT, zone: 'Nowhere/Land' })).toBe('26/11/2026 20:00 Thursday 26 Nov')
    expect(textFor('{{ "now" | date }}')).toBe('27/11/2026')
  })

  it('without an offset are meant in that zone, whatever zone the computer is in', () => {
    const value = {
      'custom.at': '2026-12-01',
      'custom.time': '2026-12-01 09:30',
      'custom.utc': '2026-12-01T09:30Z'
    }
    for (const zone of ['Asia/Ho_Chi_Minh', 'America/Los_Angeles', 'Pacific/Kiritimati']) {
      expect(
        textFor('{{ custom.at | date: "%d/%m %H" }} {{ custom.time | date: "%T" }}', value, { ...AT, zone })
      ).toBe('01/12 00 09:30:00')
    }
    expect(textFor('{{ custom.utc | date: "%R %z" }}', value)).toBe('16:30 +0700')
  })

  it('keep what is no date, and codes that they do not know', () => {
    const value = { 'custom.at': 'mai', 'custom.hour': '10:30' }
    expect(textFor('{{ custom.at | date: "%d" }} {{ custom.hour | date: "%H" }}', value)).toBe('mai 10:30')
    expect(textFor('{{ "now" | date: "%q %-m %e|%k|%I%p %j %s %%" }}')).toBe(
      '%q 11 27| 3|03AM 331 1795723200 %'
    )
    expect(textFor('{{ 0 | date: "%F" }} {{ "86400" | date: "%F %^a" }}')).toBe('1970-01-01 1970-01-02 FRI')
  })
})
