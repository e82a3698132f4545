import type { Alert } from '../shared/domain/alert'
import type { Campaign } from '../shared/domain/campaign'
import type { ChannelId } from '../shared/domain/channel'
import type { Contact } from '../shared/domain/contact'
import type { RunSummary } from '../shared/domain/run'
import type { Settings } from '../shared/domain/settings'
import type { Audiences } from './campaigns/audience'
import { CampaignRuns } from './campaigns/campaign-runs'
import { createFreezer } from './campaigns/run-freezer'
import { runsLeftOf } from './campaigns/runs-left'
import type { RunState } from './ledger/run-state'
import type { LaneHold } from './limits/lane'
import { Lanes, type LanesContext } from './limits/lanes'
import { sendingRules } from './limits/sending-rules'
import type { MessageTexts } from './messages/message-texts'
import type { ArmTimer, Channel, Clock, FrozenGateway, Ledgers, Log, RunIndex, Timers } from './ports'
import type { Sendable } from './runner/run-context'
import { RunCoordinator } from './runner/run-coordinator'
import { Scheduler } from './scheduler/scheduler'

/** What sending needs of the world: the real one, or one that is played through on a clock of its own. */
export interface SendingPorts {
  readonly clock: Clock
  readonly timers: Timers
  readonly armTimer: ArmTimer
  readonly log: Log
  readonly index: RunIndex
  readonly ledgers: Ledgers
  readonly channels: Readonly<Record<ChannelId, Channel>>
  readonly texts: MessageTexts
  readonly settings: () => Settings
  /** The chosen gateway. */
  readonly gateway: () => FrozenGateway
  /** Is that the gateway that is chosen now? */
  readonly isChosen: (frozen: FrozenGateway) => boolean
  readonly practiceGateway: () => FrozenGateway
  /** Where a frozen gateway is now. */
  readonly gatewayNow: (frozen: FrozenGateway) => FrozenGateway
  /** Nothing at all may be sent now. `look` is called first where time may have jumped. */
  readonly holds: { readonly isHeld: boolean; readonly isEmergency: boolean }
  readonly look: () => void
  /** Why the secrets of the chosen gateway cannot be used, or null. */
  readonly secretWait: LanesContext['secretWait']
  readonly audiences: Pick<Audiences, 'preparation' | 'peopleOf'>
  readonly findContact: (id: string) => Contact | undefined
  readonly isBlocked: (channel: ChannelId, address: string) => boolean
  /** The campaigns whose slots count now. */
  readonly campaigns: () => readonly Campaign[]
  readonly findCampaign: (id: string) => Campaign | undefined
  /** Slots at or before it never run (epoch milliseconds). */
  readonly floorMs: (campaign: Campaign) => number
  readonly onHold: (channel: ChannelId, hold: LaneHold | null) => void
  /** A delivery waits until then (epoch milliseconds) because it is night where the person is. */
  readonly onQuiet: (untilMs: number) => void
  readonly onChange: (run: RunSummary) => void
  /** A run was opened, to go on or for a word about it. */
  readonly onOpen: (state: RunState) => void
  readonly onLeave: (delivery: Sendable) => void
  readonly onNotReached: (delivery: Sendable) => void
  /** No slot of the campaign is left and no run of it is open. */
  readonly onExhausted: (campaign: Campaign) => Promise<unknown>
  readonly alert: (alert: Alert) => void
  /** Draws the random gaps between messages, 0 to 1. */
  readonly random?: () => number
}

/**
 * Everything between a slot that is due and a request that leaves: scheduler, runs, lanes, the rules at the moment of
 * sending. The engine puts it into the world; a rehearsal plays the very same through without one request.
 */
export function createSending(ports: SendingPorts) {
  const { clock, timers, log, index, ledgers, settings, gateway, isChosen, holds, audiences, alert } = ports
  const { texts, findContact, findCampaign } = ports

  const lanes = new Lanes({
    clock,
    timers,
    limits: () => settings().limits,
    isHeld: () => {
      ports.look()
      return holds.isHeld
    },
    secretWait: ports.secretWait,
    onHold: ports.onHold,
    random: ports.random
  })
  const rules = sendingRules({ clock, settings, findContact, isBlocked: ports.isBlocked })
  const coordinator = new RunCoordinator({
    clock,
    timers,
    log,
    index,
    ledgers,
    lanes,
    channels: ports.channels,
    texts,
    limits: () => settings().limits,
    gatewayNow: ports.gatewayNow,
    isCurrentGateway: isChosen,
    isEmergency: () => holds.isEmergency,
    isHeld: () => holds.isHeld,
    obstacle: rules.obstacle,
    quietUntilMs: (delivery) => {
      const untilMs = rules.quietUntilMs(delivery)
      if (untilMs !== null) ports.onQuiet(untilMs)
      return untilMs
    },
    onLeave: (delivery) => {
      rules.onLeave(delivery)
      ports.onLeave(delivery)
    },
    onNotReached: (delivery) => {
      rules.onNotReached(delivery)
      ports.onNotReached(delivery)
    },
    alert,
    onChange: ports.onChange,
    onOpen: ports.onOpen,
    onEnd: () => scheduler.look()
  })
  const freezer = createFreezer({ clock, log, findContact, audiences, texts, settings, gateway })
  const runsLeft = (campaign: Campaign) => runsLeftOf(campaign, index)
  const campaignRuns = new CampaignRuns({
    clock,
    log,
    index,
    coordinator,
    freezer,
    alert,
    findCampaign,
    settings,
    practiceGateway: ports.practiceGateway
  })
  const scheduler = new Scheduler({
    clock,
    armTimer: ports.armTimer,
    campaigns: ports.campaigns,
    floorMs: ports.floorMs,
    isSettled: (runId) => index.find(runId) !== undefined,
    isOpen: (id) => coordinator.isOpen(id),
    hasBuffered: (id) => campaignRuns.hasBuffered(id),
    isEmergency: () => holds.isEmergency,
    runsLeft,
    prepare: (campaign) => audiences.preparation(campaign),
    carryOut: (campaign, verdicts) => campaignRuns.carryOut(campaign, verdicts),
    startBuffered: (campaign) => campaignRuns.startBuffered(campaign),
    onExhausted: ports.onExhausted,
    onError: (error) => log({ type: 'app', level: 'error', text: `Scheduler: ${String(error)}` })
  })
  return { lanes, rules, coordinator, freezer, campaignRuns, scheduler, runsLeft }
}
