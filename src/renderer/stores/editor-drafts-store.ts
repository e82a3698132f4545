import { create } from 'zustand'
import type { EditorDraftNote } from '../../shared/ipc/views'
import type { Result } from '../../shared/result'
import { loa } from '../api'
import { coalesced } from './coalesced'

/** The key of a campaign that has never been saved. */
export const NEW_CAMPAIGN = 'new'

interface EditorDraftsState {
  /** What was typed into editors and not saved, the latest first. */
  readonly notes: readonly EditorDraftNote[]
}

export const useEditorDraftsStore = create<EditorDraftsState>(() => ({ notes: [] }))

/** Reads which editors hold something unsaved; the last answer wins. */
export const loadEditorDrafts = coalesced(async () => {
  const result = await loa.listEditorDrafts()
  if (result.ok) useEditorDraftsStore.setState({ notes: result.value })
})

const thenReload = async <Value>(change: Promise<Result<Value>>): Promise<Result<Value>> => {
  const result = await change
  if (result.ok) await loadEditorDrafts()
  return result
}

/** Keeps what is typed into an editor; the key is the campaign's id, or `new`. */
export const keepEditorDraft = (key: string, values: string): Promise<Result<null>> =>
  thenReload(loa.saveEditorDraft(key, values))

/** Forgets what was typed into an editor. */
export const dropEditorDraft = (key: string): Promise<Result<null>> => thenReload(loa.dropEditorDraft(key))
