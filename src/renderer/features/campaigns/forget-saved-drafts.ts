import { loa } from '../../api'

/**
 * Forgets what was typed and saved: the app may have died before it could. Otherwise it would be offered as unfinished, and
 * a new campaign saved once more would be a second one. Asked before any editor is open.
 *
 * @returns was there any?
 */
export async function forgetSavedDrafts(): Promise<boolean> {
  const notes = await loa.listEditorDrafts()
  if (!notes.ok || notes.value.length === 0) return false
  const listed = await loa.listCampaigns()
  if (!listed.ok) return false
  // Most starts find no draft, and the window waits for this.
  const { isSaved } = await import('./editor/saved-draft')
  const campaigns = listed.value.map(({ campaign }) => campaign)
  let isAnyForgotten = false
  for (const { key } of notes.value) {
    const draft = await loa.getEditorDraft(key)
    if (!draft.ok || draft.value === null || !isSaved(key, draft.value, campaigns)) continue
    await loa.dropEditorDraft(key)
    isAnyForgotten = true
  }
  return isAnyForgotten
}
