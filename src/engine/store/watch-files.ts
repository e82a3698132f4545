import type { Alert } from '../../shared/domain/alert'
import type { EngineChange } from '../engine-config'
import { type DataFolder, everyFile } from './data-folder'

export interface FileListeners {
  readonly publish: (change: EngineChange) => void
  readonly alert: (alert: Alert) => void
  readonly onCampaigns: () => void
  readonly onSettings: () => void
}

/** Tells what changes in the data folder, and which file cannot be written. Gives the functions that end it. */
export function watchFiles(
  data: DataFolder,
  { publish, alert, onCampaigns, onSettings }: FileListeners
): (() => void)[] {
  const tell = (kind: 'contacts' | 'campaigns' | 'settings', then?: () => void) => () => {
    publish({ kind })
    then?.()
  }
  return [
    data.contacts.subscribe(tell('contacts')),
    data.filters.subscribe(tell('contacts')),
    data.campaigns.subscribe(tell('campaigns', onCampaigns)),
    data.settings.subscribe(tell('settings', onSettings)),
    ...everyFile(data).map((file) =>
      file.onFailure(() => {
        publish({ kind: 'state' })
        if (file.failure !== null) alert({ type: 'storage_failed', file: file.name, detail: file.failure })
      })
    )
  ]
}
