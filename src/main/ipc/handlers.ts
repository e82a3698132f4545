import { clipboard, shell } from 'electron'
import type { Engine } from '../../engine/engine'
import { checkSchedule } from '../../engine/scheduler/occurrences/schedule-check'
import { previewSchedule } from '../../engine/scheduler/occurrences/schedule-preview'
import { invalidInput } from '../../shared/app-error'
import type { AppInfo, CampaignView } from '../../shared/ipc/views'
import { fail, ok, type Result } from '../../shared/result'
import type { Updates } from '../updates/open-updates'
import type { Words } from '../words'
import { backupHandlers } from './backup-handlers'
import { calendarHandlers } from './calendar-handlers'
import { contactHandlers } from './contact-handlers'
import { desktopHandlers, type DesktopParts } from './desktop-handlers'
import { editorDraftHandlers } from './editor-draft-handlers'
import { fileHandlers } from './file-handlers'
import { healthHandlers } from './health-handlers'
import type { LogFeed } from './log-feed'
import { logHandlers } from './log-handlers'
import { messageHandlers } from './message-handlers'
import type { Handlers } from './answer-calls'
import { rehearsalHandlers } from './rehearsal-handlers'
import { runHandlers } from './run-handlers'
import { statsHandlers } from './stats-handlers'
import { reportHandlers } from './report-handlers'
import { savedFiles } from './saved-files'
import { secretHandlers } from './secret-handlers'
import { runViewHandlers } from './run-view-handlers'

export interface HandlerParts {
  readonly info: AppInfo
  /** In the operator's language of this moment. */
  readonly words: () => Words
  readonly desktop: DesktopParts
  readonly logFeed: LogFeed
  readonly updates: Pick<Updates, 'standing' | 'lookNow'>
}

/** What the window may ask, answered by the engine. */
export function createHandlers(
  engine: Engine,
  { info, words, desktop, logFeed, updates }: HandlerParts
): Handlers {
  const viewOf = (campaignId: string): Result<CampaignView> => {
    const view = engine.campaignViews().find(({ campaign }) => campaign._id === campaignId)
    return view === undefined ? fail({ code: 'not_found' }) : ok(view)
  }
  const files = savedFiles((path) => void engine.safekeeping.exported.note(path))
  return {
    getAppInfo: () => ok(info),
    getState: () => ok(engine.state()),
    setPausedAll: async (paused) => {
      const saved = await engine.settings.setPausedAll(paused)
      return saved.ok ? ok(engine.state()) : saved
    },
    recoverFile: (file, from) => engine.recoverFile(file, from),
    copyText: async (text) => {
      await clipboard.writeText(text)
      return ok(null)
    },

    getSettings: () => ok(engine.settings.value),
    saveSettings: (patch) => engine.saveSettings(patch),
    testConnection: async (channel, patch) => ok(await engine.testConnection(channel, patch)),

    ...secretHandlers(engine),
    openDataFolder: async () => {
      const failure = await shell.openPath(info.data_dir)
      return failure === '' ? ok(null) : fail({ code: 'not_found' })
    },

    ...contactHandlers(engine),
    ...messageHandlers(engine),
    ...fileHandlers(engine, words, files),
    ...reportHandlers(engine, info, words, files),
    ...backupHandlers(engine, info, words, files),

    listCampaigns: () => ok(engine.campaignViews()),
    saveCampaign: async (draft, approval) => {
      const saved = await engine.approvals.save(draft, approval)
      return saved.ok ? viewOf(saved.value._id) : saved
    },
    setCampaignStatus: async (id, status) => {
      const moved =
        status === 'active'
          ? await engine.approvals.activate(id)
          : await engine.campaigns.setStatus(id, status)
      return moved.ok ? viewOf(id) : moved
    },
    activateCampaign: async (id, approval) => {
      const activated = await engine.approvals.activate(id, approval)
      return activated.ok ? viewOf(id) : activated
    },
    deleteCampaign: (id) => engine.deleteCampaign(id),
    ...editorDraftHandlers(engine),
    previewSchedule: (schedule, count) => {
      const issues = checkSchedule(schedule)
      if (issues.length > 0) return fail(invalidInput(issues))
      return ok(previewSchedule(schedule, engine.nowMs(), count))
    },
    prepareManualRun: (campaignId) => engine.runsByHand.planManual(campaignId),
    runNow: (campaignId, runId, approval) => engine.runsByHand.startManual(campaignId, runId, approval),

    ...rehearsalHandlers(engine),
    ...calendarHandlers(engine, viewOf),
    ...runHandlers(engine),
    ...statsHandlers(engine),
    ...healthHandlers(engine, info, async () => {
      const [last] = (await engine.safekeeping.copies()).copies
      return last === undefined ? null : { at: last.at, bytes: last.size_bytes }
    }),
    getUpdate: () => ok(updates.standing()),
    lookForUpdate: () => {
      updates.lookNow()
      return ok(null)
    },
    ...runViewHandlers(engine),
    ...desktopHandlers(desktop),

    listRuns: () => ok(engine.runs.list()),

    ...logHandlers(engine, logFeed, files),

    getPracticeInbox: () => ok(engine.practice.inbox()),
    setPracticeModes: (modes) => {
      engine.practice.setModes(modes)
      return ok(engine.practice.inbox())
    },
    clearPracticeInbox: () => {
      engine.practice.clear()
      return ok(engine.practice.inbox())
    }
  }
}
