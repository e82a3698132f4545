import i18next from 'i18next'
import { saveSettings, useSettingsStore } from '../../stores/settings-store'
import { reportFailure } from '../../ui/report-failure'
import { showToast } from '../../ui/toast'
import { changedLike, checkDraft, type DraftChange, draftOf } from './settings-draft'

let hideLast: (() => void) | null = null

/** Says that a save is done and offers a way back, in place of the one before: only the newest save is undone. */
export function saySaved(change: DraftChange, message: () => string): void {
  hideLast?.()
  // The gateway is changed by nothing but a decision: real people hang on it.
  const isSameGateway = change.from.gateway === change.to.gateway
  const action = { label: () => i18next.t('actions.undo'), onClick: () => void undo(change) }
  hideLast = showToast({ message, ...(isSameGateway && { action }) })
}

/** Puts back the fields that a save has changed; what has changed elsewhere since stays. */
async function undo({ from, to }: DraftChange): Promise<void> {
  const { settings } = useSettingsStore.getState()
  if (settings === null) return
  const checked = checkDraft(settings, changedLike(draftOf(settings), { from: to, to: from }))
  if (!checked.ok) return
  const saved = reportFailure(await saveSettings(checked.patch))
  if (saved.ok) showToast({ message: () => i18next.t('settings:undone') })
}
