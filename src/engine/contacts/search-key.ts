import { type Contact, fullName } from '../../shared/domain/contact'
import { foldText } from '../../shared/text/fold-text'
import { digitsOf } from '../../shared/text/phone-digits'

/** A contact as a search sees it. */
export interface SearchKey {
  readonly contact: Contact
  /** For sorting: folded, in the order in which the name is read. */
  readonly name: string
  readonly text: string
  /** The digits of its numbers, spacing gone. */
  readonly digits: string
}

export function searchKey(contact: Contact): SearchKey {
  const name = foldText(fullName(contact))
  const { first_name, last_name, phone, whatsapp_number, telegram_username, email, notes, tags } = contact
  const telegram = telegram_username === '' ? '' : `@${telegram_username}`
  const own = `${first_name} ${last_name} ${email} ${telegram} ${tags.join(' ')} ${notes}`
  return {
    contact,
    name,
    text: `${name} ${foldText(own)}`,
    digits: phone === whatsapp_number ? digitsOf(phone) : `${digitsOf(phone)} ${digitsOf(whatsapp_number)}`
  }
}
