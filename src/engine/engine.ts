import type { Campaign } from '../shared/domain/campaign'
import type { ChannelId } from '../shared/domain/channel'
import type { RunSummary } from '../shared/domain/run'
import type { SettingsPatch } from '../shared/domain/settings'
import type { AppState } from '../shared/ipc/views'
import { ok } from '../shared/result'
import { campaignViews } from './campaigns/campaign-views'
import { CampaignRuns } from './campaigns/campaign-runs'
import { CampaignService } from './campaigns/campaign-service'
import { createGatewayClient } from './channels/gateway/gateway-client'
import { testConnection } from './channels/gateway/test-connection'
import { openChannels } from './channels/open-channels'
import { openPracticeGateway } from './channels/practice/practice-gateway'
import { appState } from './app-state'
import { ContactService } from './contacts/contact-service'
import { obstacleTo } from './contacts/obstacle'
import { ledgerFolder } from './ledger/ledger-folder'
import { createLogBook } from './log/log-book'
import { openLogFile } from './log/log-file'
import type { Clock } from './ports'
import { RunCoordinator } from './runner/run-coordinator'
import { armTimerOn } from './scheduler/arm-timer'
import { watchClock } from './scheduler/clock-watch'
import { Scheduler } from './scheduler/scheduler'
import { chosenGateway, SettingsService } from './settings/settings-service'
import { changeSettings } from './settings/change-settings'
import { openDataFolder, operatorsFiles } from './store/data-folder'
import { recoverFile } from './settings/recover-file'
import { runIndexOn } from './store/run-index'
import { isoOf, systemClock } from './system-clock'

/** What changed, for whoever shows it. */
export type EngineChange =
  | { readonly kind: 'contacts' | 'campaigns' | 'settings' | 'practice' }
  | { readonly kind: 'run'; readonly run: RunSummary }

export interface EngineConfig {
  /** The data folder; made when it is missing. */
  readonly folder: string
  readonly clock?: Clock
  /** Contacts of one run that are served at the same time. */
  readonly parallelContacts?: number
}

const PARALLEL_CONTACTS = 8

export type Engine = Awaited<ReturnType<typeof createEngine>>

/**
 * The engine's composition root: everything that sends campaigns, without a window. Nothing is sent before `start()`.
 * Throws when the data folder cannot be made or read at all.
 */
export async function createEngine({
  folder,
  clock = systemClock,
  parallelContacts = PARALLEL_CONTACTS
}: EngineConfig) {
  const listeners = new Set<(change: EngineChange) => void>()
  const publish = (change: EngineChange) => {
    for (const listener of listeners) listener(change)
  }

  const book = createLogBook(clock)
  const { log } = book
  const data = await openDataFolder(folder)
  const closeLogFile = openLogFile(book, data.logFile)
  const practice = await openPracticeGateway(clock, () => publish({ kind: 'practice' }))
  const client = createGatewayClient(clock)

  const settings = new SettingsService(data.settings, clock)
  const contacts = new ContactService({
    clock,
    collection: data.contacts,
    defaultCountry: () => settings.value.default_country
  })
  const index = runIndexOn(data.runs)
  const coordinator = new RunCoordinator({
    clock,
    log,
    index,
    ledgers: ledgerFolder(data.ledgers),
    channels: openChannels(client.post),
    gatewayNow: (frozen) => (frozen.id === 'practice' ? practice.gateway : frozen),
    parallelContacts,
    obstacle: (contactId, channel) => obstacleTo(contacts.find(contactId), channel),
    onChange: (run) => publish({ kind: 'run', run }),
    onEnd: () => scheduler.look()
  })
  const startedRuns = (campaignId: string) =>
    index
      .all()
      .filter((run) => run.campaign_id === campaignId && run.status !== 'missed' && run.trigger !== 'manual')
      .length
  const runsLeft = ({ _id, schedule_settings: { max_runs } }: Campaign) =>
    max_runs === undefined ? Infinity : max_runs - startedRuns(_id)
  const campaigns = new CampaignService({
    clock,
    collection: data.campaigns,
    isOpen: (id) => coordinator.isOpen(id),
    runsLeft
  })
  const gateway = () => chosenGateway(settings.value, practice.gateway)
  const campaignRuns = new CampaignRuns({
    clock,
    log,
    index,
    coordinator,
    findCampaign: (id) => campaigns.find(id),
    findContact: (id) => contacts.find(id),
    settings: () => settings.value,
    gateway
  })
  const scheduler = new Scheduler({
    clock,
    armTimer: armTimerOn(clock),
    campaigns: () =>
      settings.value.paused_all || problems().length > 0 ? [] : campaigns.list().filter(mayRun),
    floorMs: ({ effective_from }) => Math.max(msOf(effective_from), msOf(settings.value.slots_from)),
    isSettled: (runId) => index.find(runId) !== undefined,
    isOpen: (id) => coordinator.isOpen(id),
    runsLeft,
    carryOut: (campaign, verdicts) => campaignRuns.carryOut(campaign, verdicts),
    onExhausted: ({ _id }) => campaigns.setStatus(_id, 'completed'),
    onError: (error) => log({ type: 'app', level: 'error', text: `Scheduler: ${String(error)}` })
  })

  const problems = () => operatorsFiles(data).flatMap((file) => file.problem ?? [])
  const nextOf = (campaign: Campaign) => (mayRun(campaign) ? scheduler.next(campaign) : null)

  const state = (): AppState =>
    appState(settings.value, campaigns.list(), nextOf, coordinator.list(), problems())

  const owned: (() => void)[] = []
  let starting: Promise<void> | null = null
  let stopping: Promise<void> | null = null

  /** Nothing is sent while everything is paused, nor while a file is unreadable: it may say who must not be sent to. */
  const isHeld = () => settings.value.paused_all || problems().length > 0

  /** Recovers, then judges slots: a recovered run counts for overlap, and no slot is judged before it is known. */
  async function startAll(): Promise<void> {
    log({ type: 'app', level: 'info', text: 'Started' })
    for (const { file, kind } of problems()) {
      log({
        type: 'app',
        level: 'error',
        text: `Data file ${file} is ${kind}; nothing is sent until you decide`
      })
    }
    if (data.runs.problem !== null) await data.runs.recover('empty')
    owned.push(
      data.contacts.subscribe(() => publish({ kind: 'contacts' })),
      data.campaigns.subscribe(() => {
        publish({ kind: 'campaigns' })
        scheduler.look()
      }),
      data.settings.subscribe(() => {
        publish({ kind: 'settings' })
        coordinator.setPaused(isHeld())
        scheduler.look()
      }),
      watchClock(clock, (byMs) => {
        const seconds = Math.round(byMs / 1000)
        log({ type: 'app', level: 'info', text: `The clock moved by ${seconds} s: looking for what is due` })
        scheduler.look()
      })
    )
    coordinator.setPaused(isHeld())
    await contacts.forgetDeleted()
    await campaigns.fillEffectiveFrom()
    await coordinator.recover()
    scheduler.start()
  }

  /** Stops in the order that loses nothing: no new slot, no new delivery, then what they wrote to. */
  async function stopAll(): Promise<void> {
    for (const release of owned) release()
    await scheduler.stop()
    await coordinator.stop()
    await Promise.all([data.contacts, data.campaigns, data.runs, data.settings].map((file) => file.settled()))
    client.close()
    await practice.close()
    log({ type: 'app', level: 'info', text: 'Stopped' })
    await closeLogFile()
  }

  return {
    start: () => (starting ??= startAll()),
    stop: () => (stopping ??= stopAll()),
    log: book,
    logFile: data.logFile,
    settings,
    contacts,
    campaigns,
    campaignRuns,
    runs: coordinator,
    practice,
    state,
    campaignViews: () => campaignViews(campaigns.list(), coordinator.list(), nextOf),
    testConnection: (channel: ChannelId, choice: Parameters<typeof chosenGateway>[0]) =>
      testConnection(channel, chosenGateway(choice, practice.gateway), clock),
    saveSettings: (patch: SettingsPatch) => changeSettings(patch, settings, campaigns),
    recoverFile: async (name: string, from: 'backup' | 'empty') => {
      const recovered = await recoverFile(data, settings, name, from)
      return recovered.ok ? ok(state()) : recovered
    },
    now: () => isoOf(clock.nowMs()),
    nowMs: () => clock.nowMs(),
    subscribe(listener: (change: EngineChange) => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    }
  }
}

const mayRun = (campaign: Campaign): boolean => campaign.type === 'scheduled' && campaign.status === 'active'

const msOf = (instant: string | null): number => (instant === null ? -Infinity : Date.parse(instant))
