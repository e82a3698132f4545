import type { Engine } from '../../engine/engine'
import { ok } from '../../shared/result'
import type { Handlers } from './answer-calls'

type EditorDraftCall = 'getEditorDraft' | 'listEditorDrafts' | 'saveEditorDraft' | 'dropEditorDraft'

/** What was typed into a campaign's editor and not saved. */
export function editorDraftHandlers({ editorDrafts }: Engine): Pick<Handlers, EditorDraftCall> {
  return {
    getEditorDraft: (key) => ok(editorDrafts.find(key)),
    listEditorDrafts: () => ok(editorDrafts.notes()),
    saveEditorDraft: (key, values) => editorDrafts.save(key, values),
    dropEditorDraft: (key) => editorDrafts.drop(key)
  }
}
