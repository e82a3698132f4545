import type { Campaign } from '../shared/domain/campaign'
import type { Settings } from '../shared/domain/settings'
import type { Occurrence } from '../shared/domain/schedule'
import type { StorageProblem } from '../shared/ipc/views'
import { calendarAnswers } from './calendar/calendar-answers'
import type { Audiences } from './campaigns/audience'
import type { CampaignService } from './campaigns/campaign-service'
import type { MissedSlots } from './campaigns/missed-slots'
import type { Channels } from './channels/open-channels'
import type { openContacts } from './contacts/open-contacts'
import { personAnswers } from './contacts/person-answers'
import type { EngineChange } from './engine-config'
import type { Holds } from './holds'
import { openMessages } from './messages/open-messages'
import type { MessageTexts } from './messages/message-texts'
import type { Clock, FrozenGateway, Ledgers, Log, RunIndex } from './ports'
import { openForesight } from './rehearsal/open-foresight'
import { RunViews } from './runs/run-views'
import type { createSending } from './sending'
import { DailyMessages } from './stats/daily-messages'
import type { DataFolder } from './store/data-folder'

export interface AnswersConfig {
  readonly clock: Clock
  readonly log: Log
  readonly data: DataFolder
  readonly ledgers: Ledgers
  readonly index: RunIndex
  readonly channels: Channels
  readonly texts: MessageTexts
  readonly holds: Holds
  readonly problems: () => readonly StorageProblem[]
  readonly settings: () => Settings
  readonly gateway: () => FrozenGateway
  readonly practiceGateway: () => FrozenGateway
  readonly gatewayNow: (frozen: FrozenGateway) => FrozenGateway
  readonly people: ReturnType<typeof openContacts>
  readonly audiences: Audiences
  readonly campaigns: CampaignService
  readonly sending: ReturnType<typeof createSending>
  readonly missed: MissedSlots
  /** May the slots of a campaign run at all? */
  readonly mayRun: (campaign: Campaign) => boolean
  readonly nextOf: (campaign: Campaign) => Occurrence | null
  readonly floorMs: (campaign: Campaign) => number
  readonly publish: (change: EngineChange) => void
}

/** What the window asks beyond lists and orders: it looks at what is there, and puts nothing into the world. */
export function openAnswers(config: AnswersConfig) {
  const { clock, ledgers, index, channels, texts, settings, gateway, audiences, campaigns, sending } = config
  const { contacts, doNotContact, people } = config.people
  const { lanes, rules, coordinator } = sending
  const findContact = (id: string) => contacts.find(id)

  const messages = openMessages({
    ...config,
    lanes,
    doNotContact,
    templates: config.data.templates,
    list: () => contacts.list(),
    findContact,
    findAudience: (...reaching) => audiences.find(...reaching)
  })
  return {
    messages,
    runViews: new RunViews({
      ...config,
      coordinator,
      contactExists: (id) => findContact(id) !== undefined
    }),
    ...calendarAnswers({
      ...config,
      runsLeft: sending.runsLeft,
      current: (run) => coordinator.current(run),
      judged: () => sending.scheduler.judged()
    }),
    dailyMessages: new DailyMessages({
      clock,
      ledgers,
      runs: coordinator,
      isPractice: () => settings().gateway === 'practice'
    }),
    ...personAnswers({
      ...config,
      people,
      doNotContact,
      lanes: () => lanes.views(settings().gateway),
      isCapped: (delivery) => rules.obstacle(delivery) === 'frequency_cap'
    }),
    ...openForesight({
      clock,
      world: {
        ledgers,
        index,
        channels,
        audiences,
        texts,
        settings,
        gateway,
        practiceGateway: config.practiceGateway,
        findContact,
        isBlocked: (channel, address) => doNotContact.isBlocked(channel, address),
        activeCampaigns: () => campaigns.list().filter(config.mayRun),
        floorMs: config.floorMs,
        averageMs: () => lanes.averagesMs(settings().gateway)
      },
      campaigns,
      messages,
      obstacle: rules.obstacle,
      campaignRuns: sending.campaignRuns,
      missed: config.missed,
      onProgress: (share) => config.publish({ kind: 'rehearsal', share })
    })
  }
}
