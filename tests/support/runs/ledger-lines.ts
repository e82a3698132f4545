import type { DeliveryRecord, FrozenContact, LedgerHead } from '../../../src/engine/ledger/ledger-record'
import { policiesSchema } from '../../../src/shared/domain/campaign'
import { CHANNEL_IDS, type ChannelId } from '../../../src/shared/domain/channel'
import { idOf, phoneOf } from '../engine/records'

export const START_MS = Date.parse('2026-03-10T09:00:00.000Z')

/** So many milliseconds after the start of the run. */
export const after = (ms: number): string => new Date(START_MS + ms).toISOString()

export const RUN_ID = `${idOf(0xca_0001)}_20260310T090000_UTC`

export const headOf = (changes: Partial<LedgerHead> = {}): LedgerHead => ({
  type: 'head',
  schema_version: 4,
  run_id: RUN_ID,
  campaign_id: idOf(0xca_0001),
  campaign_name: 'Campaign 1',
  trigger: 'schedule',
  slot: null,
  text: 'Hello',
  texts: {},
  placeholders: false,
  missing_values: 'skip',
  flow: [...CHANNEL_IDS],
  gateway: {
    id: 'custom',
    base_url: 'http://127.0.0.1:1',
    ai_call_url: 'http://127.0.0.1:1/call',
    user_id: ''
  },
  timeouts_s: { whatsapp: 30, telegram: 30, ai_call: 30 },
  policies: policiesSchema.parse({}),
  timezone: 'UTC',
  started_at: after(0),
  ...changes
})

/** "Contact 7" for 7, on every channel unless others are named. */
export const frozenContact = (
  number: number,
  channels: readonly ChannelId[] = CHANNEL_IDS
): FrozenContact => ({
  type: 'contact',
  contact_id: idOf(number),
  name: `Contact ${number}`,
  addresses: Object.fromEntries(
    channels.map((channel) => [
      channel,
      { to: channel === 'telegram' ? `contact_${number}` : phoneOf(number) }
    ])
  )
})

/** A line about the first contact's WhatsApp message, `ms` after the start. */
export const line = <Type extends DeliveryRecord['type']>(
  type: Type,
  ms: number,
  rest: Omit<Extract<DeliveryRecord, { type: Type }>, 'type' | 'at' | 'contact_id' | 'channel'>,
  of: { readonly contact_id?: string; readonly channel?: ChannelId } = {}
): DeliveryRecord =>
  ({
    type,
    contact_id: of.contact_id ?? idOf(1),
    channel: of.channel ?? 'whatsapp',
    at: after(ms),
    ...rest
  }) as DeliveryRecord
