import { startBackupStore } from './backup-store'
import { loadCampaigns, startCampaignsStore } from './campaigns-store'
import { loadContacts, startContactsStore } from './contacts-store'
import { startDesktopEvents } from './desktop-events'
import { loadEditorDrafts } from './editor-drafts-store'
import { loadLog, startLogStore } from './log-store'
import { loadPractice, startPracticeStore } from './practice-store'
import { startQuitStore } from './quit-store'
import { startRehearsalStore } from './rehearsal-store'
import { loadRuns, startRunsStore } from './runs-store'
import { startSecretsStore } from './secrets-store'
import { loadSettings, startSettingsStore } from './settings-store'
import { loadState, startStateStore } from './state-store'

/** Reads everything anew, for example after a data file was replaced. */
export async function loadStores(): Promise<void> {
  await Promise.all([
    loadSettings(),
    loadState(),
    loadCampaigns(),
    loadEditorDrafts(),
    loadContacts(),
    loadRuns(),
    loadLog(),
    loadPractice()
  ])
}

/** Listens first and loads second, so no change falls between the two. Returns the function that stops it all. */
export function startStores(): () => void {
  const stops = [
    startSettingsStore(),
    startSecretsStore(),
    startStateStore(),
    startContactsStore(),
    startCampaignsStore(),
    startRunsStore(),
    startLogStore(),
    startPracticeStore(),
    startRehearsalStore(),
    startBackupStore(),
    startQuitStore(),
    startDesktopEvents()
  ]
  void loadStores()
  return () => stops.forEach((stop) => stop())
}
