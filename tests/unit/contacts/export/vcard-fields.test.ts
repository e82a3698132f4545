import { describe, expect, it } from 'vitest'
import type { SourceValue } from '../../../../src/engine/contacts/import/readers/source'
import { vcardFields } from '../../../../src/engine/contacts/import/own-card'

const mapped = (fields: Record<string, SourceValue>): Record<string, SourceValue> =>
  Object.fromEntries(vcardFields(new Map(Object.entries(fields))))

const ID = '652d1e0c8f1b2c3d4e5f6071'

describe("a card's fields", () => {
  it('of another program keep their names; its id goes, a second number is no first one', () =>
    expect(
      mapped({
        full_name: 'An',
        phone: '1',
        phone_2: '2',
        email_2: 'b@c.d',
        organization: 'x',
        uid: 'urn:uuid:1'
      })
    ).toEqual({
      full_name: 'An',
      phone: '1',
      'custom.phone_2': '2',
      'custom.email_2': 'b@c.d',
      organization: 'x'
    }))

  it('of Loa become again what they were', () =>
    expect(
      mapped({
        first_name: 'An',
        full_name: '+84339170155',
        uid: `loa:${ID.toUpperCase()}`,
        'x-loa': [
          { name: 'x-loa-timezone', params: {}, value: 'UTC' },
          { name: 'x-loa-do-not-contact-ai-call', params: {}, value: '2026-01-02T03:04:05.000Z asked' },
          { name: 'x-loa-custom', params: { 'x-name': 'C%C3%B4ng%20ty' }, value: 'x' },
          { name: 'x-loa-custom', params: { 'x-name': '100%' }, value: 'y' },
          { name: 'x-loa-id', params: {}, value: 'nobody knows this one' }
        ]
      })
    ).toEqual({
      _id: ID,
      first_name: 'An',
      last_name: '',
      timezone: 'UTC',
      do_not_contact_ai_call: '2026-01-02T03:04:05.000Z asked',
      'custom.Công ty': 'x',
      'custom.100%': 'y'
    }))

  it('lose no second number that a phone has added', () =>
    expect(
      mapped({
        phone_2: '222',
        'x-loa': [{ name: 'x-loa-custom', params: { 'x-name': 'phone_2' }, value: '111' }]
      })
    ).toEqual({ 'custom.phone_2': '222, 111' }))

  it('stay when they are mapped again', () => {
    const once = mapped({ phone_2: '2', full_name: 'An', uid: `loa:${ID}`, 'x-loa': [] })
    expect(mapped(once)).toEqual(once)
  })

  it.each(['loa:', 'loa:xyz', ID])('have no id in the UID %j', (uid) =>
    expect(mapped({ first_name: 'An', uid })).toEqual({ first_name: 'An' })
  )
})
