import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DATA_FILES } from '../../../src/engine/store/data-folder'
import { parseFile, UnusableFile } from '../../../src/engine/store/json-file-adapter'
import { parseInPieces } from '../../../src/engine/store/parse-pieces'
import { stringifyInPieces } from '../../../src/engine/store/stringify-pieces'
import type { Contact } from '../../../src/shared/domain/contact'
import { contactArbitrary, plainContact } from '../../support/contacts/contact-arbitrary'

const { format } = DATA_FILES['contacts.json']

const fileOf = (contacts: readonly Contact[], deleted: readonly Contact[] = []) => ({
  contacts: [...contacts],
  deleted: [...deleted],
  last_import: '',
  normal_form: 1
})

const bytesOf = (content: object): Promise<Buffer> => stringifyInPieces({ ...content, schema_version: 2 })

/** What the whole file gives, or why it cannot be used. */
function whole(bytes: Buffer): unknown {
  try {
    return parseFile(bytes.toString('utf8'), format)
  } catch (error) {
    if (error instanceof UnusableFile) return error.kind
    throw error
  }
}

/** What the store gives: in pieces, and as a whole where that says nothing. */
const inPieces = async (bytes: Buffer): Promise<unknown> =>
  (await parseInPieces(bytes, format)) ?? whole(bytes)

/** Two hundred of them are some pieces: one is 64 kB. */
const crowd = (length: number, notes: (number: number) => string = () => ''): Contact[] =>
  Array.from({ length }, (_, number) =>
    plainContact({
      _id: number.toString(16).padStart(24, '0'),
      first_name: `Nguyễn ${number}`,
      notes: notes(number)
    })
  )

describe('a file that is read in pieces', () => {
  it('gives what the whole gives, whoever is in it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(contactArbitrary, { maxLength: 5 }),
        fc.array(contactArbitrary, { maxLength: 2 }),
        async (contacts, deleted) => {
          const bytes = await bytesOf(fileOf(contacts, deleted))
          expect((await parseInPieces(bytes, format)) === null).toBe(contacts.length === 0)
          expect(await inPieces(bytes)).toEqual(whole(bytes))
        }
      ),
      { numRuns: 200 }
    )
  })

  it('has many pieces, and texts in it that look like the end of one', async () => {
    const looks = ['},{"_id":"', '],"deleted":[', '\\"},{\\"_id\\":\\"', '}]', '\u0000list']
    const contacts = crowd(600, (number) => `${'é'.repeat(300)}${looks[number % looks.length]}`)
    const bytes = await bytesOf(fileOf(contacts, crowd(3)))
    expect(bytes.length).toBeGreaterThan(5 * 64 * 1024)
    const read = await parseInPieces(bytes, format)
    expect(read?.value.contacts).toEqual(contacts)
    expect(read).toEqual(whole(bytes))
  })

  it('is told from a damaged one wherever that is cut off or changed', async () => {
    const bytes = await bytesOf(
      fileOf(
        crowd(300, () => 'x'.repeat(400)),
        crowd(1)
      )
    )
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: bytes.length - 1 }),
        fc.constantFrom('cut', ...Array.from('{}[],:"\\ x0')),
        async (at, change) => {
          const other = change === 'cut' ? bytes.subarray(0, at) : Buffer.from(bytes)
          if (change !== 'cut') other[at] = change.charCodeAt(0)
          expect(await inPieces(other)).toEqual(whole(other))
        }
      ),
      { numRuns: 300 }
    )
  })

  it.each([
    ['an older version', { ...fileOf(crowd(2)), schema_version: 1 }],
    ['a newer version', { ...fileOf(crowd(2)), schema_version: 3 }],
    ['another order', { schema_version: 2, ...fileOf(crowd(2)) }],
    [
      'a name twice',
      `{"contacts":[${JSON.stringify(plainContact())}],"deleted":[],"contacts":[],"schema_version":2}`
    ],
    [
      'a comma too many',
      `${JSON.stringify(fileOf(crowd(1)))
        .replace('],"deleted"', ',],"deleted"')
        .slice(0, -1)},"schema_version":2}`
    ],
    [
      'objects with an id within one',
      {
        contacts: [{ ...plainContact(), more: [{ _id: '1' }, { _id: '2' }] }],
        deleted: [],
        schema_version: 2
      }
    ]
  ])('is read as a whole when it has %s', async (_what, content) => {
    const bytes = Buffer.from(typeof content === 'string' ? content : JSON.stringify(content))
    expect(await inPieces(bytes)).toEqual(whole(bytes))
  })

  it('lets the event loop have its turns', async () => {
    const bytes = await bytesOf(fileOf(crowd(20_000, () => 'x'.repeat(200))))
    let turns = 0
    const timer = setInterval(() => (turns += 1), 0)
    await parseInPieces(bytes, format)
    clearInterval(timer)
    expect(turns).toBeGreaterThan(1)
  })
})
