import { rm } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { perChannel } from '../../../src/shared/domain/channel'
import type { DeliveryState } from '../../../src/shared/domain/delivery'
import { NO_LIMITS } from '../../../src/shared/domain/settings'
import { configHome } from '../app/config-home'
import { makeTestFolder, type TestFolder } from '../engine/data-folder'
import { pollUntil } from '../engine/changes'
import { activeCampaign, contactRecords, scheduleFromNow, settingsFor } from '../engine/records'
import { acceptAfter } from '../gateway/gateway-answers'
import { openRecordingGateway, type RecordingGateway } from '../gateway/recording-gateway'
import { finishedStates, onlyRun, sentTwice, statesOf } from './ledger-states'
import { RealApp } from './real-app'
import type { Screen } from './screen'

/** Requests at the same time, over both channels. */
export const PARALLEL = 8
/** Of one round: so many people, each on two channels. */
const PEOPLE = 250
/** More contacts than this are left when a round is ended: the last life must have something to do. */
const FEW = 40
/** Every so many kills hit an app that has only begun to start. */
const EARLY_EVERY = 5
const LONGEST_START_MS = 2_500
const LONGEST_SENDING_MS = 600

/** What came of all rounds together. */
export interface KillFigures {
  readonly kills: number
  readonly rounds: number
  readonly deliveries: number
  /** Messages that reached the server. */
  readonly requests: number
  readonly sent: number
  readonly unknown: number
  /** The most deliveries that one kill left undecided. */
  readonly mostUnknownByOneKill: number
  readonly sentTwice: number
  /** Deliveries that are neither final nor unknown. */
  readonly lost: number
  /** The ledger says "sent", the server has seen nothing. */
  readonly sentUnseen: number
  /** The server has seen it, the ledger knows nothing of it. */
  readonly seenUnrecorded: number
}

/**
 * Kills the real app with kill -9, again and again, while it sends 500 deliveries with eight requests at a time, until
 * there were so many kills; a round whose deliveries are used up is finished, checked and followed by a new one.
 */
export async function killRounds(
  kills: number,
  screen: Screen,
  say: (line: string) => void
): Promise<KillFigures> {
  let total: KillFigures = { ...NOTHING }
  while (total.kills < kills) {
    total = sum(total, await round(kills - total.kills, screen))
    say(`${total.kills} kills: ${figuresText(total)}`)
  }
  return total
}

/** The figures on one line. */
export const figuresText = (figures: KillFigures): string =>
  `${figures.rounds} rounds, ${figures.deliveries} deliveries, ${figures.requests} requests, ${figures.sent} sent, ` +
  `${figures.unknown} unknown (at most ${figures.mostUnknownByOneKill} by one kill), ${figures.sentTwice} sent twice, ` +
  `${figures.lost} lost, ${figures.sentUnseen} sent but unseen, ${figures.seenUnrecorded} seen but unrecorded`

const NOTHING: KillFigures = {
  kills: 0,
  rounds: 0,
  deliveries: 0,
  requests: 0,
  sent: 0,
  unknown: 0,
  mostUnknownByOneKill: 0,
  sentTwice: 0,
  lost: 0,
  sentUnseen: 0,
  seenUnrecorded: 0
}

function sum(a: KillFigures, b: KillFigures): KillFigures {
  const names = Object.keys(NOTHING) as (keyof KillFigures)[]
  const added = Object.fromEntries(names.map((name) => [name, a[name] + b[name]])) as unknown as KillFigures
  const mostUnknownByOneKill = Math.max(a.mostUnknownByOneKill, b.mostUnknownByOneKill)
  return { ...added, mostUnknownByOneKill }
}

async function round(mostKills: number, screen: Screen): Promise<KillFigures> {
  const folder = makeTestFolder()
  const gateway = await openRecordingGateway()
  try {
    gateway.answer = () => acceptAfter(50 + Math.random() * 350)
    await writeCampaign(folder, gateway)
    let kills = 0
    let mostUnknownByOneKill = 0
    while (kills < mostKills && gateway.messages.length < 2 * (PEOPLE - FEW)) {
      await life(folder, gateway, screen, kills % EARLY_EVERY === EARLY_EVERY - 1)
      kills += 1
      mostUnknownByOneKill = Math.max(mostUnknownByOneKill, await undecided(folder))
    }
    const states = await finish(folder, screen)
    return { ...compare(states, gateway), kills, rounds: 1, mostUnknownByOneKill }
  } finally {
    await gateway.close()
    await folder.remove()
    await rm(configHome(folder.path), { recursive: true, force: true, maxRetries: 5 })
  }
}

async function writeCampaign(folder: TestFolder, gateway: RecordingGateway): Promise<void> {
  const contacts = contactRecords(PEOPLE)
  const limits = { ...NO_LIMITS, concurrency: PARALLEL / 2 }
  await folder.writeContacts(contacts)
  await folder.writeCampaigns([
    activeCampaign(1, {
      contacts: contacts.map(({ _id }) => _id),
      flow: ['whatsapp', 'telegram'],
      schedule_settings: scheduleFromNow(1_000),
      // What a kill leaves unknown counts as an error; here it must not pause a channel.
      policies: { error_threshold: { errors: 0, percent: 0, in_a_row: 0 } }
    })
  ])
  await folder.writeSettings(settingsFor(gateway, { limits: perChannel(() => limits) }))
}

/** One start of the app and its end at a moment that nobody chose. */
async function life(
  folder: TestFolder,
  gateway: RecordingGateway,
  screen: Screen,
  isEarly: boolean
): Promise<void> {
  const seen = gateway.messages.length
  const app = new RealApp(folder.path, screen)
  try {
    // The moment of the kill is the subject, so here time is waited for.
    if (isEarly) await wait(Math.random() * LONGEST_START_MS)
    else {
      await gateway.until(() => gateway.messages.length > seen || app.hasEnded, 'it sends', 60_000)
      if (app.hasEnded) throw new Error('The app ended by itself')
      await wait(Math.random() * LONGEST_SENDING_MS)
    }
  } finally {
    await app.kill()
  }
}

/** How many requests were under way when the app died. */
async function undecided(folder: TestFolder): Promise<number> {
  const run = await onlyRun(folder)
  return run === null ? 0 : [...statesOf(run).values()].filter((state) => state === 'sending').length
}

async function finish(folder: TestFolder, screen: Screen): Promise<Map<string, DeliveryState>> {
  const app = new RealApp(folder.path, screen)
  try {
    await pollUntil(async () => (await finishedStates(folder)) !== null, 'the run is finished', 120_000)
  } finally {
    await app.kill()
  }
  return (await finishedStates(folder)) ?? new Map<string, DeliveryState>()
}

type Comparison = Omit<KillFigures, 'kills' | 'rounds' | 'mostUnknownByOneKill'>

function compare(states: ReadonlyMap<string, DeliveryState>, gateway: RecordingGateway): Comparison {
  const seen = new Set(gateway.messages.map(({ idempotencyKey }) => idempotencyKey))
  const entries = [...states]
  const count = (holds: (id: string, state: DeliveryState) => boolean) =>
    entries.filter(([id, state]) => holds(id, state)).length
  const isDecided = (state: DeliveryState) => state === 'sent' || state === 'unknown'
  return {
    deliveries: states.size,
    requests: gateway.messages.length,
    sent: count((_id, state) => state === 'sent'),
    unknown: count((_id, state) => state === 'unknown'),
    sentTwice: sentTwice(gateway).length,
    lost: 2 * PEOPLE - count((_id, state) => isDecided(state)),
    sentUnseen: count((id, state) => state === 'sent' && !seen.has(id)),
    seenUnrecorded:
      [...seen].filter((id) => !states.has(id)).length +
      count((id, state) => seen.has(id) && !isDecided(state))
  }
}
