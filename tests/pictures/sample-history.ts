import { type ChannelId, perChannel } from '../../src/shared/domain/channel'
import type { ReasonCode } from '../../src/shared/domain/delivery'
import { slotRunId } from '../../src/engine/scheduler/slot-run-id'
import type { LedgerLine, TestFolder } from '../support/engine/data-folder'
import type { CampaignRecord, ContactRecord } from '../support/engine/records'
import { MORNING, NEWSLETTER, WEEKEND } from './sample-campaigns'
import { samplePeople } from './sample-people'
import { sampleTime, VIETNAM, wallTimeThere } from './sample-time'

/** From one delivery to the next. */
const STEP_MS = 40
const FLOW: readonly ChannelId[] = ['whatsapp', 'telegram', 'ai_call']

/** What a request came to, when it was not simply accepted. */
interface Trouble {
  readonly state: 'failed' | 'unknown'
  readonly code: ReasonCode
  readonly status_code?: number
  readonly answer?: string
  readonly duration_ms: number
}

const REFUSED: Trouble = {
  state: 'failed',
  code: 'refused_by_gateway',
  status_code: 200,
  answer: '{"success":false,"message":"this user has blocked the sender"}',
  duration_ms: 212
}
const TOO_LATE: Trouble = { state: 'unknown', code: 'timeout', duration_ms: 30_000 }

interface PastRun {
  readonly campaign: CampaignRecord
  readonly daysAgo: number
  readonly clock: string
  /** Each so-manieth person is refused on Telegram; nobody is when it is left out. */
  readonly refusedEvery?: number
  /** The calls to people at these places were never answered. */
  readonly unanswered?: readonly number[]
  /** The gateway was too busy for the first request to the person at this place on WhatsApp. */
  readonly busyAt?: number
}

/** The place of the person whose message took two requests. */
export const BUSY_AT = 2

const mornings = Array.from({ length: 30 }, (_, daysAgo): PastRun => ({
  campaign: MORNING,
  daysAgo,
  clock: '08:00',
  ...(daysAgo === 8 && { refusedEvery: 11 })
}))

/** Thursdays and Fridays before that Tuesday; on one of them Telegram had a bad evening. */
const weekends = [4, 5, 11, 12, 18, 19, 25, 26].map((daysAgo): PastRun => ({
  campaign: WEEKEND,
  daysAgo,
  clock: '17:30',
  ...(daysAgo === 12 && { refusedEvery: 4 }),
  ...(daysAgo === 18 && { refusedEvery: 90 }),
  ...(daysAgo === 4 && { refusedEvery: 38, unanswered: [7, 30, 101], busyAt: BUSY_AT })
}))

const PAST_RUNS: readonly PastRun[] = [
  ...mornings,
  ...weekends,
  { campaign: NEWSLETTER, daysAgo: 26, clock: '17:00' }
]

const addressOf = (person: ContactRecord, channel: ChannelId): string =>
  (channel === 'telegram' ? person.telegram_username : person.phone) ?? ''

/** Where somebody is reached, or why not. */
function frozen(person: ContactRecord, channel: ChannelId): { to: string; skip?: ReasonCode } {
  const to = addressOf(person, channel)
  if (to === '') return { to, skip: 'no_address' }
  return channel !== 'telegram' && !to.startsWith('+') ? { to, skip: 'invalid_number' } : { to }
}

function ledgerOf(run: PastRun): [string, LedgerLine[]] {
  const { campaign, daysAgo, clock, refusedEvery = Infinity, unanswered = [], busyAt } = run
  const atMs = sampleTime(daysAgo, clock)
  const slot = { nominal: wallTimeThere(atMs), zone: VIETNAM, at: new Date(atMs).toISOString() }
  const run_id = slotRunId(campaign._id, slot)
  const flow = campaign.flow ?? FLOW
  const wanted = new Set(campaign.contacts)
  const people = samplePeople.filter(({ _id }) => wanted.has(_id))
  let clockMs = atMs + 120
  const at = (afterMs = 0) => new Date((clockMs += afterMs)).toISOString()

  const troubleOf = (place: number, channel: ChannelId): Trouble | undefined => {
    if (channel === 'telegram' && place % refusedEvery === refusedEvery - 1) return REFUSED
    return channel === 'ai_call' && unanswered.includes(place) ? TOO_LATE : undefined
  }
  const deliver = (person: ContactRecord, place: number, channel: ChannelId): LedgerLine[] => {
    const delivery = { contact_id: person._id, channel }
    const { skip } = frozen(person, channel)
    if (skip !== undefined) {
      return [{ type: 'outcome', ...delivery, at: at(), state: 'skipped', reason: { code: skip } }]
    }
    const sending: LedgerLine = { type: 'sending', ...delivery, at: at(STEP_MS) }
    const trouble = troubleOf(place, channel)
    if (trouble !== undefined) {
      const { state, code, ...answer } = trouble
      return [sending, { type: 'outcome', ...delivery, at: at(), state, reason: { code }, ...answer }]
    }
    const sent = (): LedgerLine => ({
      type: 'outcome',
      ...delivery,
      at: at(STEP_MS),
      state: 'sent',
      status_code: 200,
      duration_ms: 90 + (place % 7) * 18,
      answer: '{"success":true,"message":"queued"}'
    })
    if (channel !== 'whatsapp' || place !== busyAt) return [sending, sent()]
    return [
      sending,
      {
        type: 'requeued',
        ...delivery,
        at: at(85),
        reason: 'busy',
        until: new Date(clockMs + 5_000).toISOString(),
        outcome_reason: { code: 'busy' },
        status_code: 429,
        duration_ms: 85,
        answer: '{"error":"too many requests, wait 5 seconds"}'
      },
      { type: 'sending', ...delivery, at: at(5_000) },
      sent()
    ]
  }

  return [
    run_id,
    [
      {
        type: 'head',
        schema_version: 3,
        run_id,
        campaign_id: campaign._id,
        campaign_name: campaign.name,
        trigger: 'schedule',
        slot,
        text: campaign.call_script,
        texts: campaign.texts ?? {},
        placeholders: campaign.placeholders ?? false,
        flow: [...flow],
        gateway: { id: 'practice', base_url: '', ai_call_url: '', user_id: '' },
        timeouts_s: perChannel(() => 30),
        timezone: campaign.schedule_settings.timezone,
        started_at: at()
      },
      ...people.map((person): LedgerLine => ({
        type: 'contact',
        contact_id: person._id,
        name: `${person.first_name} ${person.last_name}`,
        addresses: Object.fromEntries(flow.map((channel) => [channel, frozen(person, channel)])),
        values: { first_name: person.first_name ?? '' }
      })),
      { type: 'ready', contacts: people.length },
      ...people.flatMap((person, place) => flow.flatMap((channel) => deliver(person, place, channel))),
      { type: 'finished', at: at(STEP_MS) }
    ]
  ]
}

/** The ledgers of a month. The index of runs is made from them when the app starts. */
export async function writeSampleHistory(folder: TestFolder): Promise<void> {
  for (const run of PAST_RUNS) await folder.writeLedger(...ledgerOf(run))
}
