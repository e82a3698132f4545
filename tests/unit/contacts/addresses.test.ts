import { describe, expect, it } from 'vitest'
import { freezeContacts } from '../../../src/engine/contacts/freeze-contacts'
import { normaliseAddresses } from '../../../src/engine/contacts/normalise-contact'
import { readPhoneNumber } from '../../../src/engine/contacts/phone-number'
import { readTelegramName } from '../../../src/engine/contacts/telegram-name'
import { contactSchema } from '../../../src/shared/domain/contact'
import { contactRecord } from '../../support/engine/records'

describe('a phone number', () => {
  it.each([
    ['+84 33 917 0155', '+84 33 917 0155'],
    ['+84-33-917-0155', '+84-33-917-0155'],
    ['0339170155', '+84339170155'],
    ['0339 170 155', '+84339170155'],
    ['84339170155', '+84339170155'],
    ['0084339170155', '+84339170155']
  ])('%s is sent as %s', (text, number) =>
    expect(readPhoneNumber(text, 'VN')).toMatchObject({ valid: true, number, e164: '+84339170155' })
  )

  it.each(['', '12', '+84 33', 'call me', '0339170155 ext 12', '+999 123 456 789'])(
    '"%s" is invalid',
    (text) => expect(readPhoneNumber(text, 'VN')).toEqual({ valid: false, reason: 'invalid' })
  )

  it('that a spreadsheet has cut off is damaged', () =>
    expect(readPhoneNumber('8.43392E+10', 'VN')).toEqual({ valid: false, reason: 'damaged' }))

  it('without a known country only international ones are valid', () => {
    expect(readPhoneNumber('0339170155', 'XX')).toEqual({ valid: false, reason: 'invalid' })
    expect(readPhoneNumber('+84339170155', 'XX')).toMatchObject({ valid: true })
  })
})

describe('a Telegram username', () => {
  it.each([
    'johndoe',
    '@johndoe',
    ' @johndoe ',
    't.me/johndoe',
    'https://t.me/johndoe',
    'https://web.telegram.org/k/#@johndoe',
    'https://web.telegram.org/#johndoe'
  ])('is taken out of "%s"', (text) =>
    expect(readTelegramName(text)).toEqual({ valid: true, name: 'johndoe' })
  )

  it.each(['abc', '1john', 'john doe', 'https://t.me/+AbCdEf', 'https://t.me/joinchat/x', 'nguyễn'])(
    'is not in "%s"',
    (text) => expect(readTelegramName(text).valid).toBe(false)
  )
})

describe('the addresses of a contact', () => {
  it('are stored in normal form, with what was typed; an invalid one is kept and marked', () => {
    const typed = { phone: '0339 170 155', whatsapp_number: '12', telegram_username: '@JohnDoe' }
    expect(normaliseAddresses(typed, 'VN')).toEqual({
      phone: '+84339170155',
      whatsapp_number: '12',
      telegram_username: 'JohnDoe',
      written: { phone: '0339 170 155', telegram_username: '@JohnDoe' },
      invalid: ['whatsapp_number']
    })
  })

  it('that two contacts share are sent to once, in whatever spelling', () => {
    const contact = (number: number, changes: Parameters<typeof contactRecord>[1]) => {
      const typed = contactSchema.parse(contactRecord(number, changes))
      return { ...typed, ...normaliseAddresses(typed, 'VN') }
    }
    const frozen = freezeContacts(
      [
        contact(1, { whatsapp_number: '+84 33 917 0155', telegram_username: 'JohnDoe', phone: '' }),
        contact(2, { whatsapp_number: '0339170155', telegram_username: 'johndoe', phone: '12' })
      ],
      { flow: ['whatsapp', 'telegram', 'ai_call'], isFirstSuccess: false }
    )
    expect(frozen.map((each) => each.addresses)).toEqual([
      {
        whatsapp: { to: '+84 33 917 0155' },
        telegram: { to: 'JohnDoe' },
        ai_call: { to: '', skip: 'no_address' }
      },
      {
        whatsapp: { to: '+84339170155', skip: 'duplicate' },
        telegram: { to: 'johndoe', skip: 'duplicate' },
        ai_call: { to: '12', skip: 'invalid_number' }
      }
    ])
  })
})
