import { loa } from '../../api'
import { isSaved } from './editor/saved-draft'

/**
 * Forgets what was typed and saved: the app may have died before it could. Otherwise it would be offered as unfinished, and
 * a new campaign saved once more would be a second one. Asked before any editor is open.
 */
export async function forgetSavedDrafts(): Promise<void> {
  const notes = await loa.listEditorDrafts()
  if (!notes.ok || notes.value.length === 0) return
  const listed = await loa.listCampaigns()
  if (!listed.ok) return
  const campaigns = listed.value.map(({ campaign }) => campaign)
  for (const { key } of notes.value) {
    const draft = await loa.getEditorDraft(key)
    if (draft.ok && draft.value !== null && isSaved(key, draft.value, campaigns))
      await loa.dropEditorDraft(key)
  }
}
