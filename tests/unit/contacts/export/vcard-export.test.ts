import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { vcardLines } from '../../../../src/engine/contacts/export/vcard-export'
import { vcardLine } from '../../../../src/engine/contacts/export/vcard-line'
import { contactArbitrary, plainContact } from '../../../support/contacts/contact-arbitrary'

const linesOf = (text: string): readonly string[] => text.replaceAll('\r\n ', '').split('\r\n').slice(0, -1)

describe('a card', () => {
  it('has the lines that phones read, and our own', () => {
    const [card = ''] = vcardLines([
      plainContact({
        first_name: 'An',
        last_name: 'Nguyễn; Văn',
        phone: '+84339170155',
        whatsapp_number: '+84 33 917 0155',
        telegram_username: 'an_nguyen',
        email: 'an@example.com',
        notes: 'a, b\nc\\',
        tags: ['x', 'back\\'],
        timezone: 'Asia/Ho_Chi_Minh',
        do_not_contact: [{ channel: 'ai_call', reason: 'asked', at: '2026-01-02T03:04:05.000Z' }],
        custom: { 'Công ty: "Một"': 'x;y' }
      })
    ])
    expect(linesOf(card)).toEqual([
      'BEGIN:VCARD',
      'VERSION:3.0',
      'N:Nguyễn\\; Văn;An;;;',
      'FN:An Nguyễn\\; Văn',
      'TEL;TYPE=CELL:+84339170155',
      'X-WHATSAPP:+84 33 917 0155',
      'X-TELEGRAM:an_nguyen',
      'X-SOCIALPROFILE;TYPE=telegram:https://t.me/an_nguyen',
      'EMAIL;TYPE=INTERNET:an@example.com',
      'NOTE:a\\, b\\nc\\\\',
      'X-LOA-TIMEZONE:Asia/Ho_Chi_Minh',
      'X-LOA-DO-NOT-CONTACT-AI-CALL:2026-01-02T03:04:05.000Z asked',
      'X-LOA-CUSTOM;X-NAME=C%C3%B4ng%20ty%3A%20%22M%E1%BB%99t%22:x\\;y',
      'CATEGORIES:x,back\\\\ ',
      'UID:loa:652d1e0c8f1b2c3d4e5f6071',
      'END:VCARD'
    ])
  })

  it('shows a number where there is no name, and gives the name as it was once written', () => {
    const [number = '', whole = ''] = vcardLines([
      plainContact({ phone: '+84339170155', do_not_contact: true }),
      plainContact({ first_name: 'An', last_name: 'Lê Văn', custom: { full_name: 'Lê Văn An' } })
    ])
    expect(linesOf(number)).toEqual(
      expect.arrayContaining(['N:;;;;', 'FN:+84339170155', 'X-LOA-DO-NOT-CONTACT:yes'])
    )
    expect(linesOf(whole)).toContain('FN:Lê Văn An')
  })

  it('has an address that is none as it is, where no reader can take it for a link', () => {
    const [card = ''] = vcardLines([
      plainContact({
        phone: '1900 x',
        telegram_username: 'https://t.me/+x',
        invalid: ['phone', 'telegram_username']
      })
    ])
    const lines = linesOf(card)
    expect(lines).toContain('TEL;TYPE=CELL:1900 x')
    expect(lines).toContain('X-LOA-TELEGRAM-USERNAME:https://t.me/+x')
    expect(lines.some((line) => line.startsWith('X-SOCIALPROFILE'))).toBe(false)
  })

  it('is folded at 75 octets and between characters', () =>
    fc.assert(
      fc.property(contactArbitrary, (contact) => {
        const [card = ''] = vcardLines([contact])
        expect(card.endsWith('\r\nEND:VCARD\r\n')).toBe(true)
        for (const line of card.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
          expect(line).toBe(Buffer.from(line).toString())
          expect(line).not.toContain('\n')
        }
      })
    ))

  it('does not end where a folded line would read END:VCARD', () => {
    const text = vcardLine('NOTE', `${'x'.repeat(70)}END:VCARD`)
    expect(text).toBe(`NOTE:${'x'.repeat(70)}\r\n END\r\n :VCARD\r\n`)
  })
})
