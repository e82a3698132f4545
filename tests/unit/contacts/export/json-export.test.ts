import { describe, expect, it } from 'vitest'
import { jsonLines } from '../../../../src/engine/contacts/export/json-export'
import { plainContact } from '../../../support/contacts/contact-arbitrary'

describe('contacts as JSON', () => {
  it("are an array with one contact a line, the seed's fields first, ours where they say something", () => {
    const contacts = [
      plainContact({ first_name: 'An' }),
      plainContact({ last_name: 'Bình', do_not_contact: true, tags: ['x'] })
    ]
    expect([...jsonLines(contacts)].join('')).toBe(
      [
        '[',
        '{"_id":"652d1e0c8f1b2c3d4e5f6071","first_name":"An","last_name":"","phone":"","whatsapp_number":"","telegram_username":"","email":"","created_at":"2026-01-01T00:00:00.000Z","updated_at":"2026-01-02T00:00:00.000Z"},',
        '{"_id":"652d1e0c8f1b2c3d4e5f6071","first_name":"","last_name":"Bình","phone":"","whatsapp_number":"","telegram_username":"","email":"","tags":["x"],"do_not_contact":true,"created_at":"2026-01-01T00:00:00.000Z","updated_at":"2026-01-02T00:00:00.000Z"}',
        ']',
        ''
      ].join('\n')
    )
  })

  it('are an empty array when there is nobody', () => expect([...jsonLines([])].join('')).toBe('[]\n'))
})
