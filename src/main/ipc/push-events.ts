import type { Engine } from '../../engine/engine'
import type { ImportProgress } from '../../shared/domain/contact-import'
import type { RunSummary } from '../../shared/domain/run'
import type { BackupProgress } from '../../shared/ipc/backup-views'
import type { MainWindow } from '../window/main-window'
import { coalesce } from '../coalesce'

const RUNS_INTERVAL_MS = 250
const LISTS_INTERVAL_MS = 100

/**
 * Tells the window what changed, in batches: at thousands of deliveries a second, a message a change would keep both
 * processes busy with nothing else.
 *
 * @param onState called with every new state, for the tray
 * @returns stops telling
 */
export function pushEvents(engine: Engine, window: MainWindow, onState: () => void): () => void {
  const runs = new Map<string, RunSummary>()
  const stages = new Map<string, string>()

  const sendRuns = coalesce(RUNS_INTERVAL_MS, () => {
    window.send('runsChanged', [...runs.values()])
    runs.clear()
  })
  const sendContacts = coalesce(LISTS_INTERVAL_MS, () => window.send('contactsChanged', null))
  const sendCampaigns = coalesce(LISTS_INTERVAL_MS, () => window.send('campaignsChanged', null))
  const sendPractice = coalesce(LISTS_INTERVAL_MS, () => window.send('practiceChanged', null))
  let progress: ImportProgress | null = null
  const sendProgress = coalesce(LISTS_INTERVAL_MS, () => {
    if (progress !== null) window.send('importProgress', progress)
  })
  let backup: BackupProgress = null
  const sendBackup = coalesce(LISTS_INTERVAL_MS, () => window.send('backupProgress', backup))
  const sendState = coalesce(LISTS_INTERVAL_MS, () => {
    window.send('stateChanged', engine.state())
    onState()
  })

  const stopChanges = engine.subscribe((change) => {
    switch (change.kind) {
      case 'run': {
        const { run } = change
        runs.set(run.id, run)
        sendRuns.soon()
        const stage = stageOf(run, engine.runs.working)
        if (stages.get(run.id) === stage) return
        stages.set(run.id, stage)
        sendCampaigns.soon()
        return sendState.soon()
      }
      case 'campaigns':
        sendCampaigns.soon()
        return sendState.soon()
      case 'contacts':
        return sendContacts.soon()
      case 'import':
        progress = change.progress
        return sendProgress.soon()
      case 'rehearsal':
        return window.send('rehearsalProgress', change.share)
      case 'backup':
        backup = change.progress
        return sendBackup.soon()
      case 'settings':
        window.send('settingsChanged', engine.settings.value)
        sendCampaigns.soon()
        return sendState.soon()
      case 'secrets':
        window.send('secretsChanged', engine.secrets.view())
        return sendState.soon()
      case 'forgotten':
        return window.send('runsForgotten', null)
      case 'log_rewritten':
        return window.send('logRewritten', null)
      case 'practice':
        return sendPractice.soon()
      case 'state':
        return sendState.soon()
      case 'alert':
        return
    }
  })
  return () => {
    stopChanges()
    for (const each of [
      sendRuns,
      sendContacts,
      sendCampaigns,
      sendPractice,
      sendState,
      sendProgress,
      sendBackup
    ])
      each.cancel()
  }
}

/** What campaigns, tray and footer show of a run, besides its growing counts. */
const stageOf = ({ status, dismissed_at, paused_channels, counts }: RunSummary, working: number): string =>
  JSON.stringify([status, dismissed_at, paused_channels.length > 0, counts.unknown > 0, working])
