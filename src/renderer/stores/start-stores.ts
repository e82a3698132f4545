import { startBackupStore } from './backup-store'
import { loadCampaigns, startCampaignsStore } from './campaigns-store'
import { loadContacts, startContactsStore } from './contacts-store'
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
  await Promise.all([loadShown(), loadContacts()])
}

/** What there is to see of the window at first; all of it is known before the list of contacts is. */
async function loadShown(): Promise<void> {
  await Promise.all([
    loadSettings(),
    loadState(),
    loadCampaigns(),
    loadEditorDrafts(),
    loadRuns(),
    loadLog(),
    loadPractice()
  ])
}

/**
 * Listens first and loads second, so no change falls between the two; listens for as long as the page lives. Resolves
 * when there is something to show.
 */
export function startStores(): Promise<void> {
  startSettingsStore()
  startSecretsStore()
  startStateStore()
  startContactsStore()
  startCampaignsStore()
  startRunsStore()
  startLogStore()
  startPracticeStore()
  startRehearsalStore()
  startBackupStore()
  startQuitStore()
  const isShowable = loadShown()
  void loadContacts()
  return isShowable
}
