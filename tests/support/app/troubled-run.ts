import { perChannel } from '../../../src/shared/domain/channel'
import { TestFolder } from '../engine/data-folder'
import { campaignRecord, contactRecords, limitsOf, phoneOf, settingsFor } from '../engine/records'
import {
  accept,
  chosenBy,
  type GatewayAnswer,
  resetAfterReading,
  silence,
  status
} from '../gateway/gateway-answers'
import { addressIn, type RecordedRequest, type RecordingGateway } from '../gateway/recording-gateway'

/** The campaign of `writeOffer`, and its text. */
export const OFFER = { name: 'Autumn offer', text: 'The shop opens at nine.' } as const

/** Of the 36 deliveries of that campaign, when the gateway answers as `misbehave` says. */
export const TROUBLED = { sent: 30, failed: 2, unknown: 3, skipped: 1 } as const

/** How the campaign differs from the usual one. */
export interface OfferChanges {
  readonly people?: number
  /** How long an answer is waited for: longer when the test itself holds it back. */
  readonly timeoutS?: number
}

/** Twelve people, one of them without Telegram, and a draft that goes to all of them, one request a channel at a time. */
export async function writeOffer(
  dataDir: string,
  gateway: RecordingGateway,
  { people = 12, timeoutS = 5 }: OfferChanges = {}
): Promise<void> {
  const folder = new TestFolder(dataDir)
  const contacts = contactRecords(people).map((contact, index) =>
    index === 6 ? { ...contact, telegram_username: '' } : contact
  )
  await folder.writeContacts(contacts)
  await folder.writeCampaigns([
    campaignRecord(1, {
      name: OFFER.name,
      call_script: OFFER.text,
      contacts: contacts.map(({ _id }) => _id),
      policies: { error_threshold: { errors: 0, in_a_row: 0 } }
    })
  ])
  const timeouts_s = perChannel(() => timeoutS)
  await folder.writeSettings(settingsFor(gateway, { limits: limitsOf(1), timeouts_s }))
}

/** The request on a channel of so-and-so many of those people. */
const isTo = (request: RecordedRequest, path: string, person: number): boolean =>
  request.path === path &&
  addressIn(request) ===
    (path === '/telegram/send' ? `https://web.telegram.org/k/#@contact_${person}` : phoneOf(person))

/** A gateway that is too busy once, refuses, breaks, hangs up and goes silent, each towards somebody else. */
export function misbehave(gateway: RecordingGateway): void {
  let isFirst = true
  const troubles: readonly (readonly [string, number, GatewayAnswer])[] = [
    ['/telegram/send', 3, status(200, { success: false, message: 'this user blocks bots' })],
    ['/whatsapp/send', 4, status(500, { error: 'out of credit' })],
    ['/whatsapp/send', 5, resetAfterReading],
    ['/telegram/send', 8, resetAfterReading],
    ['/call', 6, silence]
  ]
  const troubled = chosenBy((request) => {
    if (isFirst && isTo(request, '/whatsapp/send', 2)) {
      isFirst = false
      return status(429, { error: 'slow down' }, { 'retry-after': '1' })
    }
    return troubles.find(([path, person]) => isTo(request, path, person))?.[2] ?? accept
  })
  gateway.answer = () => troubled
}
