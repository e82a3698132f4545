import { CHANNEL_IDS, type ChannelId } from '../../shared/domain/channel'
import { REASON_CODES, type ReasonCode } from '../../shared/domain/delivery'
import { areTexts, isObject, isPlainId, isPlainInstant, type Json } from '../plain-json'
import { type FrozenAddress, type LedgerRecord, ledgerRecordSchema } from './ledger-record'

type Outcome = Extract<LedgerRecord, { type: 'outcome' }>

/** The record that a line holds, or null when it holds none. */
export function parseRecord(line: string): LedgerRecord | null {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return null
  }
  const known = commonRecord(value)
  if (known !== null) return known
  const parsed = ledgerRecordSchema.safeParse(value)
  return parsed.success ? parsed.data : null
}

/**
 * The three kinds of lines that a long ledger consists of, checked by hand: a start waits for each of them. What it makes of
 * them is what the schema makes, to the order of the keys; null leaves the line to the schema, which alone says no.
 */
function commonRecord(value: unknown): LedgerRecord | null {
  if (!isObject(value)) return null
  switch (value['type']) {
    case 'contact':
      return contactIn(value)
    case 'sending':
      return sendingIn(value)
    case 'outcome':
      return outcomeIn(value)
    default:
      return null
  }
}

function contactIn({ contact_id, name, addresses, values }: Json): LedgerRecord | null {
  if (!isPlainId(contact_id) || typeof name !== 'string' || !isObject(addresses)) return null
  const known: Partial<Record<ChannelId, FrozenAddress>> = {}
  for (const channel in addresses) {
    const address = isChannel(channel) ? addressIn(addresses[channel]) : null
    if (address === null) return null
    known[channel as ChannelId] = address
  }
  const contact = { type: 'contact' as const, contact_id, name, addresses: known }
  if (values === undefined) return contact
  return areTexts(values) ? { ...contact, values } : null
}

function addressIn(value: unknown): FrozenAddress | null {
  if (!isObject(value)) return null
  const { to, skip } = value
  if (typeof to !== 'string') return null
  if (skip === undefined) return { to }
  return isReasonCode(skip) ? { to, skip } : null
}

function sendingIn({ contact_id, channel, at }: Json): LedgerRecord | null {
  return isPlainId(contact_id) && isChannel(channel) && isPlainInstant(at)
    ? { type: 'sending', contact_id, channel, at }
    : null
}

function outcomeIn(value: Json): LedgerRecord | null {
  const { contact_id, channel, at, state, reason, status_code, duration_ms, answer } = value
  if (!isPlainId(contact_id) || !isChannel(channel) || !isPlainInstant(at) || !isFinalState(state))
    return null
  const outcome: Outcome = { type: 'outcome', contact_id, channel, at, state }
  if (reason !== undefined) {
    if (!isObject(reason) || !isReasonCode(reason['code'])) return null
    const { code, detail } = reason
    if (detail !== undefined && typeof detail !== 'string') return null
    outcome.reason = detail === undefined ? { code } : { code, detail }
  }
  if (status_code !== undefined) {
    if (!isFiniteNumber(status_code)) return null
    outcome.status_code = status_code
  }
  if (duration_ms !== undefined) {
    if (!isFiniteNumber(duration_ms)) return null
    outcome.duration_ms = duration_ms
  }
  if (answer !== undefined) {
    if (typeof answer !== 'string') return null
    outcome.answer = answer
  }
  return outcome
}

const isChannel = (value: unknown): value is ChannelId =>
  value === CHANNEL_IDS[0] || value === CHANNEL_IDS[1] || value === CHANNEL_IDS[2]

const isFinalState = (value: unknown): value is Outcome['state'] =>
  value === 'sent' || value === 'failed' || value === 'unknown' || value === 'skipped'

const REASONS: ReadonlySet<unknown> = new Set(REASON_CODES)

const isReasonCode = (value: unknown): value is ReasonCode => REASONS.has(value)

const isFiniteNumber = (value: unknown): value is number => Number.isFinite(value)
