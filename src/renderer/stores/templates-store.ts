import { create } from 'zustand'
import type { MessageTemplate } from '../../shared/domain/message'
import type { CallInput } from '../../shared/ipc/contract'
import type { Result } from '../../shared/result'
import { loa } from '../api'
import { coalesced } from './coalesced'
import { loaded, loadFailed, type Loadable, notLoaded } from './loadable'

/** A template as it is saved: one of the same name is replaced. */
export type TemplateDraft = CallInput<'saveTemplate'>[0]

interface TemplatesState extends Loadable {
  readonly templates: readonly MessageTemplate[]
}

export const useTemplatesStore = create<TemplatesState>(() => ({ ...notLoaded, templates: [] }))

/** Reads all saved templates; the last answer wins. */
export const loadTemplates = coalesced(async () => {
  const result = await loa.listTemplates()
  useTemplatesStore.setState(result.ok ? { ...loaded, templates: result.value } : loadFailed(result.error))
})

const thenReload = async <Value>(result: Result<Value>): Promise<Result<Value>> => {
  if (result.ok) await loadTemplates()
  return result
}

/** Adds a template, or replaces the one of the same name. */
export const saveTemplate = async (draft: TemplateDraft): Promise<Result<MessageTemplate>> =>
  thenReload(await loa.saveTemplate(draft))

/** Deletes a template; saving it again brings it back. */
export const deleteTemplate = async (id: string): Promise<Result<null>> =>
  thenReload(await loa.deleteTemplate(id))
