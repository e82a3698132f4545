import type { ChannelId } from '../../shared/domain/channel'
import { readPhoneNumber } from './phone-number'
import { readTelegramName } from './telegram-name'

/** A valid address: as it is sent, and the form in which two of them are compared. */
export interface AddressReading {
  readonly to: string
  readonly key: string
}

/** Reads an address of a channel; null when it cannot be sent to. Numbers compare by E.164, names without case. */
export function readAddress(channel: ChannelId, text: string, defaultCountry: string): AddressReading | null {
  if (channel === 'telegram') {
    const { valid, name } = readTelegramName(text)
    return valid ? { to: name, key: `@${name.toLowerCase()}` } : null
  }
  const reading = readPhoneNumber(text, defaultCountry)
  return reading.valid ? { to: reading.number, key: reading.e164 } : null
}
