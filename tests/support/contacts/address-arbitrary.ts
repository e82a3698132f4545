import fc from 'fast-check'
import { cleanAddress, cleanLine } from '../../../src/engine/contacts/clean-text'
import { readAddresses } from '../../../src/engine/contacts/normalise-contact'
import { splitNumbers } from '../../../src/engine/contacts/phone-number'
import { CONTACT_LIMITS, EMAIL } from '../../../src/shared/domain/contact'
import { lineOf, orEmpty, rawText } from './text-arbitrary'

/** The country that the addresses of `contactArbitrary` are read with. */
export const ARBITRARY_COUNTRY = 'VN'

const NUMBERS = [
  '+84339170155',
  '+84 33 917 0155',
  '+84-33-917-0155',
  '+(84) 33.917.0155',
  '+12015550123',
  '+49 1512 3456789'
]

/** Kept although nothing can be sent to it. */
const invalidText = (field: 'phone' | 'telegram_username') =>
  fc
    .oneof(
      fc.constantFrom('12345', '=1+1', '0339 abc', 'https://t.me/+AbCd', 'x y', 'tel:12', "'+1"),
      rawText(12)
    )
    .map((text) => cleanAddress(cleanAddress(text).slice(0, CONTACT_LIMITS.phone)))
    .filter((text) => {
      const draft = { phone: '', whatsapp_number: '', telegram_username: '', [field]: text }
      const { addresses, findings } = readAddresses(draft, ARBITRARY_COUNTRY)
      const isOne = field !== 'phone' || (splitNumbers(text).length === 1 && splitNumbers(text)[0] === text)
      const isDamaged = findings.some(({ code }) => code === 'number_damaged')
      return addresses.invalid.includes(field) && addresses[field] === text && isOne && !isDamaged
    })

/** A number as it is stored, or none. */
export const numberArbitrary = orEmpty(
  fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...NUMBERS) }, invalidText('phone'))
)

/** A Telegram name, something else in its place, or none. */
export const telegramArbitrary = orEmpty(
  fc.oneof(fc.stringMatching(/^[A-Za-z][A-Za-z0-9_]{3,31}$/), invalidText('telegram_username'))
)

export const emailArbitrary = orEmpty(
  fc.oneof(
    fc.constantFrom('an@example.com', "=o'x+y@example.com", 'a,b;c@example.com', '"q"@example.com'),
    lineOf(20).map((text) => cleanLine(`${text.replace(/[\s@]/g, '')}@example.com`))
  )
).filter((text) => text === '' || EMAIL.test(text))
