import type { Campaign } from '../../shared/domain/campaign'
import { type ChannelId, perChannel } from '../../shared/domain/channel'
import type { Contact } from '../../shared/domain/contact'
import type { Rehearsal, RehearsalRules } from '../../shared/domain/rehearsal'
import type { RunSummary } from '../../shared/domain/run'
import type { Settings } from '../../shared/domain/settings'
import type { Audiences } from '../campaigns/audience'
import { runOfDelivery } from '../ledger/run-state'
import { isSameGateway } from '../channels/gateway/same-gateway'
import type { Channel, FrozenGateway, Ledgers, RunIndex } from '../ports'
import { occurrencesBetween } from '../scheduler/occurrences/occurrences'
import { manualRunId, slotRunId } from '../scheduler/slot-run-id'
import type { MessageTexts } from '../messages/message-texts'
import { createSending } from '../sending'
import { isoOf } from '../system-clock'
import { memoryIndex } from './memory-index'
import { memoryLedgers } from './memory-ledgers'
import { RehearsalRecord } from './rehearsal-record'
import { simulatedChannels } from './simulated-channels'
import { VirtualTime } from './virtual-time'

const WEEK_MS = 7 * 86_400_000
/** How long a request is taken to last while none was measured. */
const ASSUMED_REQUEST_MS = 1_000
/** How often the window hears how far it is. */
const PROGRESS_MS = 100

/** The world as it is, of which a rehearsal only reads. */
export interface RehearsalWorld {
  readonly nowMs: () => number
  readonly ledgers: Ledgers
  readonly index: RunIndex
  readonly channels: Readonly<Record<ChannelId, Channel>>
  readonly audiences: Audiences
  readonly texts: MessageTexts
  readonly settings: () => Settings
  readonly gateway: () => FrozenGateway
  readonly practiceGateway: () => FrozenGateway
  readonly findContact: (id: string) => Contact | undefined
  readonly isBlocked: (channel: ChannelId, address: string) => boolean
  /** The scheduled campaigns that are active: they share the limits. */
  readonly activeCampaigns: () => readonly Campaign[]
  readonly floorMs: (campaign: Campaign) => number
  /** The mean duration of a request on each channel; 0 where none is known. */
  readonly averageMs: () => Readonly<Record<ChannelId, number>>
}

export interface RehearsalOrder {
  /** As it would be once it is active. */
  readonly campaign: Campaign
  readonly rules: RehearsalRules
  /** When it begins, epoch milliseconds; now when nothing is said. */
  readonly fromMs?: number
  /** Ends with the campaign's first run; else with the week. */
  readonly firstRunOnly?: boolean
  readonly isCancelled: () => boolean
  /** 0 to 1. */
  readonly onProgress?: (share: number) => void
}

/**
 * Plays the next week of a campaign through: the engine's own scheduler, runs, lanes and rules, on a clock that jumps
 * from one appointment to the next. Nothing is sent and nothing is written; what is read is copied first. Other active
 * campaigns and open runs go along, because they share limits and people.
 * Random gaps count with their mean; every request is taken to be accepted. Null when it was cancelled.
 */
export async function rehearse(world: RehearsalWorld, order: RehearsalOrder): Promise<Rehearsal | null> {
  const { campaign, rules, isCancelled } = order
  const fromMs = order.fromMs ?? world.nowMs()
  const toMs = fromMs + WEEK_MS
  const time = new VirtualTime(fromMs)
  const gateway = gatewayFor(world.gateway(), rules)
  const isPractice = gateway.id === 'practice'
  const requestMs = requestDurations(world.averageMs())
  const record = new RehearsalRecord(campaign._id)
  const index = memoryIndex(world.index.all())
  const ledgers = memoryLedgers(world.ledgers)
  const held = { paused_all: false, emergency_stop: null, clock_hold: null }
  const settings: Settings = { ...world.settings(), ...held }
  // Practice has no limits that others could use up.
  const others = isPractice ? [] : world.activeCampaigns().filter(({ _id }) => _id !== campaign._id)
  let active = [campaign, ...others]

  const nights = new Set<number>()
  /** At the end of each quiet night its deliveries go on. */
  const wakeAt = (untilMs: number) => {
    if (nights.has(untilMs)) return
    nights.add(untilMs)
    time.at(untilMs, () => sending.coordinator.tick())
  }

  const sending = createSending({
    clock: time,
    timers: time,
    armTimer: (atMs, callback) => time.at(atMs, callback),
    log: () => undefined,
    index,
    ledgers,
    channels: simulatedChannels({
      timers: time,
      requestMs,
      channels: world.channels,
      onSend: (channel, { delivery_id }) => record.left(channel, runOfDelivery(delivery_id), time.nowMs())
    }),
    texts: world.texts,
    settings: () => settings,
    gateway: () => gateway,
    isChosen: (frozen) => isSameGateway(frozen, gateway),
    practiceGateway: world.practiceGateway,
    gatewayNow: (frozen) => frozen,
    holds: { isHeld: false, isEmergency: false },
    look: () => undefined,
    // Nothing is sent, so nothing is needed for it.
    secretWait: () => null,
    audiences: world.audiences.during((work) => time.whileBusy(work)),
    findContact: world.findContact,
    isBlocked: world.isBlocked,
    campaigns: () => active.filter(({ type }) => type === 'scheduled'),
    findCampaign: (id) => active.find(({ _id }) => _id === id),
    floorMs: world.floorMs,
    onHold: () => undefined,
    onQuiet: wakeAt,
    onChange: (run) => {
      if (run.status !== 'finished') return
      const state = ledgers.states.get(run.id)
      if (state === undefined) return
      record.ended(state)
      ledgers.forget(run.id)
    },
    onOpen: () => undefined,
    onLeave: () => undefined,
    onNotReached: () => undefined,
    onExhausted: ({ _id }) => {
      active = active.filter((each) => each._id !== _id)
      return Promise.resolve()
    },
    alert: () => undefined,
    random: () => 0.5
  })

  await sending.rules.remember(world.ledgers, world.index, sending.lanes)
  await sending.coordinator.recover({ lastAliveMs: fromMs, isDistrusted: false })
  const manualId = campaign.type === 'manual' ? manualRunId(campaign._id, 'rehearsal') : null
  if (manualId === null) sending.scheduler.start()
  else await sending.campaignRuns.startManual(campaign._id, manualId, Infinity)

  const own = () =>
    index.all().filter(({ campaign_id, started_at }) => campaign_id === campaign._id && started_at !== null)
  const begun = new Set(world.index.all().map(({ id }) => id))
  const isFirstOver = () => own().some(({ id, status }) => status === 'finished' && !begun.has(id))
  let saidMs = 0
  const isOver = () => {
    const nowMs = performance.now()
    if (nowMs - saidMs >= PROGRESS_MS) {
      saidMs = nowMs
      order.onProgress?.((time.nowMs() - fromMs) / WEEK_MS)
    }
    return isCancelled() || (order.firstRunOnly === true && isFirstOver())
  }
  await time.runUntil(toMs, isOver)
  if (isCancelled()) return null
  for (const state of ledgers.states.values()) record.ended(state)

  const slots = manualId === null ? slotsOf(campaign, fromMs, toMs) : []
  const runs = slots
    .map((slot) => ({ slot, entry: index.find(slotRunId(campaign._id, slot)) }))
    .filter(({ entry }) => entry !== undefined)
    .map(({ slot, entry }) => record.ofSlot(slot, entry))
  if (manualId !== null) runs.push(record.ofSlot(null, index.find(manualId)))
  return {
    from: isoOf(fromMs),
    to: isoOf(toMs),
    rules,
    gateway: world.gateway().id,
    request_ms: requestMs,
    runs,
    minutes: record.minutes(),
    skipped: record.skipped(),
    finished_at: endOf(
      runs.flatMap(({ run }) => (run === null ? [] : [run.finished_at])),
      own()
    )
  }
}

const slotsOf = (campaign: Campaign, fromMs: number, toMs: number) =>
  occurrencesBetween(
    campaign.schedule_settings,
    Math.max(fromMs, Date.parse(campaign.effective_from ?? '')) || fromMs,
    toMs
  )

/** A live gateway that is not chosen yet has every channel; its addresses are never used. */
function gatewayFor(chosen: FrozenGateway, rules: RehearsalRules): FrozenGateway {
  if (rules === 'as_set_up' || chosen.id !== 'practice') return chosen
  return { ...chosen, id: 'custom' }
}

const requestDurations = (averageMs: Readonly<Record<ChannelId, number>>): Record<ChannelId, number> =>
  perChannel((channel) => Math.round(averageMs[channel]) || ASSUMED_REQUEST_MS)

/** The last end of all; null while something is open. */
function endOf(ends: readonly (string | null)[], runs: readonly RunSummary[]): string | null {
  const isOpen = ends.includes(null) || runs.some(({ status }) => status === 'buffered')
  return isOpen
    ? null
    : (ends
        .filter((end) => end !== null)
        .sort()
        .at(-1) ?? null)
}
