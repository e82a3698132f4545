import type { Campaign } from '../shared/domain/campaign'
import { isKnownZone } from '../shared/domain/primitives'
import type { AppState } from '../shared/ipc/views'
import { openAnswers } from './answers'
import { applyRestore } from './backup/apply-restore'
import { appState } from './app-state'
import { Audiences } from './campaigns/audience'
import { campaignViews } from './campaigns/campaign-views'
import { CampaignService } from './campaigns/campaign-service'
import { deleteWithDraft, EditorDrafts } from './campaigns/editor-drafts'
import { HeldCalls } from './campaigns/held-calls'
import { slotFloorMs } from './campaigns/slot-floor'
import { MissedSlots } from './campaigns/missed-slots'
import { RetryRuns } from './campaigns/retry-runs'
import { createGatewayClient } from './channels/gateway/gateway-client'
import { isSameGateway } from './channels/gateway/same-gateway'
import { openChannels } from './channels/open-channels'
import { openPracticeGateway } from './channels/practice/practice-gateway'
import { clockConsequences } from './clock-consequences'
import { peopleInWorker } from './contacts/import/people-in-worker'
import { readPeople } from './contacts/import/read-people'
import { openContacts } from './contacts/open-contacts'
import type { EngineConfig } from './engine-config'
import { engineHealth } from './health/engine-health'
import { VitalSigns } from './health/vital-signs'
import { Holds } from './holds'
import { knowFolder } from './know-folder'
import { ledgerFolder } from './ledger/ledger-folder'
import { openLogFile } from './log/log-file'
import { MessageTexts } from './messages/message-texts'
import { onTick } from './on-tick'
import { operatorControls } from './operator-controls'
import type { FrozenGateway } from './ports'
import { openPresence } from './presence/presence'
import { Retention } from './retention/retention'
import { openSecrets } from './secrets/open-secrets'
import { openSafekeeping } from './safekeeping'
import { armTimerOn } from './scheduler/arm-timer'
import { type ClockWatch, watchClock } from './scheduler/clock-watch'
import { createSending } from './sending'
import { settingsConsequences } from './settings/settings-consequences'
import { settingsOrders } from './settings/settings-orders'
import { chosenGateway, SettingsService } from './settings/settings-service'
import { everyFile, openDataFolder, operatorsFiles } from './store/data-folder'
import { watchFiles } from './store/watch-files'
import type { FolderIdentity } from './store/folder-identity'
import { runIndexOn } from './store/run-index'
import { isoOf, systemClock, systemTimers } from './system-clock'
import { openTelling } from './telling'
import { upcomingSlots } from './warnings/upcoming-slots'
import { openWarnings } from './warnings/open-warnings'

export type Engine = Awaited<ReturnType<typeof createEngine>>

/**
 * The engine's composition root: everything that sends campaigns, without a window. Nothing is sent before `start()`.
 * Throws when the data folder cannot be made or read at all.
 */
export async function createEngine({
  folder,
  clock = systemClock,
  timers = systemTimers,
  machine,
  importScript,
  secrets: secretsConfig,
  appVersion = '',
  readsContactsLater = false
}: EngineConfig) {
  const telling = openTelling(clock)
  const { publish, alert, stateChanged, redaction, book, log, reports, say } = telling
  const restored = await applyRestore(folder, clock.nowMs())
  const data = await openDataFolder(folder)
  if (!readsContactsLater) await data.contactsRead
  const presence = await openPresence(folder, clock)
  const closeLogFile = openLogFile(book, data, clock)
  const practice = await openPracticeGateway(clock, () => publish({ kind: 'practice' }))
  const { secrets, credentials, ...secretly } = await openSecrets({
    ...secretsConfig,
    folder,
    clock,
    timers,
    log,
    redaction,
    onChange: () => {
      publish({ kind: 'secrets' })
      lanes.pump()
    }
  })
  const client = createGatewayClient(clock, credentials)

  const problems = () => operatorsFiles(data).flatMap((file) => file.problem ?? [])
  const settings = new SettingsService(data.settings, clock)
  const holds = new Holds(
    () => settings.value,
    () => problems().length > 0
  )
  const index = runIndexOn(data.runs, (runs) => {
    for (const run of runs) publish({ kind: 'run', run: coordinator.current(run) })
  })
  const ledgers = ledgerFolder(data.ledgers)
  const everybody = openContacts({
    clock,
    data,
    ledgers,
    index,
    defaultCountry: () => settings.value.default_country,
    readPeople: importScript === undefined ? readPeople : peopleInWorker(importScript),
    onHistoryRead: () => publish({ kind: 'contacts' }),
    onImportProgress: (progress) => publish({ kind: 'import', progress })
  })
  const { contacts, doNotContact, ...people } = everybody
  const gateway = () => chosenGateway(settings.value, practice.gateway)
  const signs = new VitalSigns(clock)
  const channels = signs.watched(openChannels(client))
  const texts = new MessageTexts()

  let watch: ClockWatch | null = null
  const audiences = new Audiences({
    list: () => contacts.list(),
    findContact: (id) => contacts.find(id),
    findFilter: (id) => people.filters.find(id),
    lastContacted: people.lastContacted
  })
  const floorMs = (campaign: Campaign) => slotFloorMs(campaign, settings.value)
  const gatewayNow = (frozen: FrozenGateway) => (frozen.id === 'practice' ? practice.gateway : frozen)
  const isChosen = (frozen: FrozenGateway) => isSameGateway(frozen, gateway())
  const mayBeJudged = () => !settings.value.paused_all && !holds.isClockHeld && problems().length === 0
  const sending = createSending({
    clock,
    timers,
    armTimer: armTimerOn(clock, timers),
    log,
    index,
    ledgers,
    channels,
    texts,
    settings: () => settings.value,
    gateway,
    isChosen,
    practiceGateway: () => practice.gateway,
    gatewayNow,
    holds,
    look: () => watch?.check(),
    secretWait: () => secrets.waitOf(settings.value.gateway),
    audiences,
    findContact: (id) => contacts.find(id),
    isBlocked: (channel, address) => doNotContact.isBlocked(channel, address),
    campaigns: () => {
      // After a sleep a slot may be looked at before the watch has noticed: what follows from the jump comes first.
      watch?.check()
      return mayBeJudged() ? campaigns.list().filter(mayRun) : []
    },
    findCampaign: (id) => campaigns.find(id),
    floorMs,
    onHold: (channel, hold) => {
      reports.hold(channel, hold)
      stateChanged()
    },
    // Whoever waits is woken by the watch over the clock, which notices jumps.
    onQuiet: () => undefined,
    onChange: (run) => publish({ kind: 'run', run }),
    onLeave: (delivery) => people.lastContacted.noteLeft(delivery),
    onNotReached: (delivery) => people.lastContacted.noteNotReached(delivery),
    onOpen: (state) => answers.runViews.opened(state),
    // A zone that only another runtime knows has no slots here; that is no end.
    onExhausted: async ({ _id, schedule_settings: { timezone } }) =>
      isKnownZone(timezone) ? campaigns.setStatus(_id, 'completed') : undefined,
    alert
  })
  const { lanes, rules, coordinator, freezer, campaignRuns, scheduler } = sending
  const campaigns: CampaignService = new CampaignService({
    clock,
    collection: data.campaigns,
    hasOpenRun: (id) => coordinator.hasOpenRun(id),
    runsLeft: sending.runsLeft
  })
  const editorDrafts = new EditorDrafts(data.drafts, clock)
  const shared = {
    clock,
    log,
    index,
    coordinator,
    freezer,
    texts,
    alert,
    gateway,
    findCampaign: (id: string) => campaigns.find(id),
    findContact: (id: string) => contacts.find(id),
    settings: () => settings.value
  }
  const missed = new MissedSlots(shared)
  const retries = new RetryRuns({ ...shared, practiceGateway: () => practice.gateway })
  const nextOf = (campaign: Campaign) => (mayRun(campaign) ? scheduler.next(campaign) : null)
  const answers = openAnswers({
    clock,
    log,
    data,
    ledgers,
    index,
    channels,
    texts,
    holds,
    problems,
    settings: () => settings.value,
    gateway,
    practiceGateway: () => practice.gateway,
    gatewayNow,
    people: everybody,
    audiences,
    campaigns,
    sending,
    missed,
    mayRun,
    nextOf,
    floorMs,
    publish
  })
  const safekeeping = openSafekeeping({
    ...shared,
    ...{ book, data, ledgers, people: everybody, practice, appVersion, publish },
    onRewritten: (runId) => answers.runViews.rewritten(runId)
  })
  const warnings = openWarnings({
    clock,
    data,
    presence,
    upcoming: () => (holds.isHeld ? [] : upcomingSlots(campaigns.list(), nextOf)),
    isPractice: () => settings.value.gateway === 'practice',
    answers: async (channel) => (await secretly.testGateway(channel, gateway())).outcome !== 'failed',
    onDown: reports.gatewayDown,
    alert,
    onChange: stateChanged
  })
  const { releaseClock, ...operator } = operatorControls({
    log,
    settings,
    holds,
    coordinator,
    campaignRuns,
    lanes,
    clockEvents: () => clockEvents
  })
  const { clockEvents, cutFuture } = clockConsequences({
    clock,
    holds,
    settings,
    campaigns,
    missed,
    sending,
    presence,
    forgetConnections: () => client.forgetConnections(),
    releaseClock: () => void releaseClock(),
    alert,
    say
  })

  const state = (): AppState =>
    appState(settings.value, campaigns.list(), nextOf, coordinator, {
      channels: lanes.views(settings.value.gateway),
      warnings: [...warnings.list(), ...safekeeping.daily.warnings],
      storage_problems: problems()
    })

  const followSettings = settingsConsequences(gateway, sending, [warnings, signs])
  const retention = new Retention({
    clock,
    timers,
    log,
    index,
    settings,
    campaigns,
    coordinator,
    presence,
    holds,
    onForgotten: () => publish({ kind: 'forgotten' })
  })

  const tick = onTick({ client, lanes, coordinator, warnings, safekeeping })
  const owned: (() => void)[] = []
  let knowing: Promise<FolderIdentity> | null = null
  let starting: Promise<void> | null = null
  let stopping: Promise<void> | null = null

  function know(): Promise<FolderIdentity> {
    say('Started')
    secrets.start()
    reports.restore(restored)
    return knowFolder({ data, machine, settings, restored, alert })
  }

  /** Recovers, then judges slots: a recovered run counts for overlap, and no slot is judged before it is known. */
  async function startAll(): Promise<void> {
    const identity = await (knowing ??= know())
    // Whoever is written to, and whoever must not be, is known before anything is recovered, judged or sent.
    await data.contactsRead
    if (stopping !== null) return
    problems().forEach(reports.problem)
    owned.push(
      ...watchFiles(data, {
        publish,
        alert,
        onCampaigns: () => {
          scheduler.look()
          warnings.look()
        },
        onSettings: followSettings
      })
    )
    await safekeeping.erasures.resume()
    await contacts.bringToNormalForm()
    await contacts.forgetDeleted()
    await campaigns.fillEffectiveFrom()
    await cutFuture()
    await coordinator.recover({
      lastAliveMs: presence.lastAliveMs(),
      isDistrusted: identity.doubt !== null
    })
    if (holds.isEmergency) await campaignRuns.missBuffered(() => true, 'emergency_stop')
    await campaignRuns.missBuffered((id) => campaigns.find(id) === undefined, 'overlap')
    await rules.remember(ledgers, index, lanes)
    await identity.adopt()
    const onGap = signs.noting((gap) => clockEvents.handle(gap))
    watch = watchClock(clock, timers, onGap, tick)
    holds.ready()
    safekeeping.erasures.ready()
    presence.start()
    lanes.pump()
    scheduler.start()
    retention.start()
    publish({ kind: 'campaigns' })
    stateChanged()
  }

  /** Stops in the order that loses nothing: no new slot, no new delivery, then what they wrote to. */
  async function stopAll(): Promise<void> {
    for (const release of owned) release()
    watch?.stop()
    await retention.stop()
    await scheduler.stop()
    answers.messages.stop()
    await safekeeping.stop()
    await coordinator.stop()
    lanes.stop()
    secrets.stop()
    await Promise.all([...everyFile(data), secretly].map((file) => file.settled()))
    client.close()
    await practice.close()
    await presence.stop()
    say('Stopped')
    await closeLogFile()
  }

  return {
    start: () => (starting ??= startAll()),
    /** The first step of `start`: from then on settings, campaigns and the list of runs can be shown. */
    knowFolder: async (): Promise<void> => {
      await (knowing ??= know())
    },
    stop: () => (stopping ??= stopAll()),
    log: book,
    logFile: data.logFile,
    settings,
    secrets,
    contacts,
    doNotContact,
    ...people,
    campaigns,
    deleteCampaign: (id: string) => deleteWithDraft(id, campaigns, editorDrafts),
    editorDrafts,
    safekeeping,
    heldCalls: new HeldCalls({ clock, coordinator, campaigns, isChosen }),
    missed,
    retries,
    runs: coordinator,
    practice,
    state,
    health: () => engineHealth({ clock, data, scheduler, signs, state }),
    ...operator,
    /** A hint from the system; the clock has the last word. */
    notePower: (_event: 'suspend' | 'resume') => clockEvents.notePower(),
    campaignViews: () => campaignViews(campaigns.list(), coordinator.list(), nextOf),
    ...settingsOrders({
      clock,
      data,
      coordinator,
      scheduler,
      state,
      settings,
      campaigns,
      contacts,
      rules,
      ledgers,
      index,
      signs,
      practiceGateway: () => practice.gateway,
      testGateway: secretly.testGateway
    }),
    audiences,
    ...answers,
    now: () => isoOf(clock.nowMs()),
    nowMs: () => clock.nowMs(),
    subscribe: telling.subscribe
  }
}

const mayRun = (campaign: Campaign): boolean => campaign.type === 'scheduled' && campaign.status === 'active'
