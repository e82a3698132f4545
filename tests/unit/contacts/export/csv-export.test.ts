import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { csvLines } from '../../../../src/engine/contacts/export/csv-export'
import type { Contact } from '../../../../src/shared/domain/contact'
import { plainContact } from '../../../support/contacts/contact-arbitrary'

const AT = '2026-01-02T03:04:05.000Z'

const textOf = (contacts: readonly Contact[]): string => [...csvLines(contacts)].join('')

const rowsOf = (contacts: readonly Contact[]): Record<string, string>[] =>
  Papa.parse<Record<string, string>>(textOf(contacts).slice(1), { header: true, skipEmptyLines: true }).data

describe('contacts as CSV', () => {
  it('are a header and rows with CRLF, behind a byte order mark', () => {
    const an = plainContact({
      first_name: 'An',
      last_name: 'Nguyễn "Bi", Văn',
      notes: 'a\nb',
      tags: ['x', 'y z']
    })
    expect(textOf([an])).toBe(
      '\uFEFFfirst_name,last_name,phone,whatsapp_number,telegram_username,email,tags,notes,_id\r\n' +
        `An,"Nguyễn ""Bi"", Văn",,,,,x; y z,"a\nb",${an._id}\r\n`
    )
  })

  it('are a header alone when there is nobody', () =>
    expect(textOf([])).toBe(
      '\uFEFFfirst_name,last_name,phone,whatsapp_number,telegram_username,email,tags,notes,_id\r\n'
    ))

  it('of a long list give others their turn before the header, too', () => {
    const pieces = [...csvLines(Array.from({ length: 5_000 }, () => plainContact()))]
    expect(pieces.slice(0, 5)).toEqual(['', '', '', '', ''])
    expect(pieces).toHaveLength(5 + 1 + 5_000)
  })

  it('have the columns that somebody needs, own fields sorted before the id', () => {
    const header = Object.keys(
      rowsOf([
        plainContact({ custom: { b: '1' }, do_not_contact: true }),
        plainContact({ custom: { 'Công ty': 'x', a: '2' }, timezone: 'UTC' }),
        plainContact({ do_not_contact: [{ channel: 'ai_call', reason: '', at: AT }] })
      ])[0] ?? {}
    )
    expect(header.slice(8)).toEqual([
      'timezone',
      'do_not_contact',
      'do_not_contact_ai_call',
      'custom.Công ty',
      'custom.a',
      'custom.b',
      '_id'
    ])
  })

  it('say who must not be contacted: at all, or where, since when and why', () => {
    const rows = rowsOf([
      plainContact({ do_not_contact: true }),
      plainContact({ do_not_contact: [{ channel: 'whatsapp', reason: 'asked, twice', at: AT }] }),
      plainContact({ do_not_contact: [{ channel: 'telegram', reason: '', at: AT }] })
    ])
    expect(rows.map((row) => row['do_not_contact'])).toEqual(['yes', '', ''])
    expect(rows.map((row) => row['do_not_contact_whatsapp'])).toEqual(['', `${AT} asked, twice`, ''])
    expect(rows.map((row) => row['do_not_contact_telegram'])).toEqual(['', '', AT])
  })

  it('run nothing in a spreadsheet, and keep numbers as they are', () => {
    const [row] = rowsOf([
      plainContact({
        first_name: '=HYPERLINK("http://x","An")',
        last_name: '@x',
        phone: '+84 33 917 0155',
        custom: { '=x': '-1' }
      })
    ])
    expect(row).toMatchObject({
      first_name: '\'=HYPERLINK("http://x","An")',
      last_name: "'@x",
      phone: '+84 33 917 0155',
      'custom.=x': "'-1"
    })
  })

  it('look up only fields that somebody has', () =>
    expect(rowsOf([plainContact({ custom: { toString: 'x' } }), plainContact()])[1]).toMatchObject({
      'custom.toString': ''
    }))
})
