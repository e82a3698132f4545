import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { dropEditorDraft, keepEditorDraft } from '../../../stores/editor-drafts-store'
import type { CampaignFormValues } from '../campaign-values'
import { type KeptDraft, writeDraft } from './kept-draft'
import type { Opening } from './opening'

/** How long after the last change it is kept. */
const PAUSE_MS = 1_000

/** What the header says about what is typed. */
export type Kept =
  { readonly state: 'nothing' } | { readonly state: 'failed' } | { readonly state: 'kept'; readonly at: Date }

export interface Autosave {
  readonly kept: Kept
  /** What is typed is not wanted any more, also if the editor goes on for a moment. */
  readonly forget: () => void
}

interface AutosaveInput {
  /** The campaign's id, or `new`. */
  readonly draftKey: string
  readonly draft: KeptDraft
  readonly isUnsaved: boolean
  readonly opening: Pick<Opening, 'restored_at' | 'is_kept'>
}

/** What lies in the file. */
interface InFile {
  readonly key: string
  /** Null: something else than the form holds. */
  readonly values: CampaignFormValues | null
}

const NOTHING: Kept = { state: 'nothing' }

/**
 * Keeps what is typed and not saved, shortly after the last change and whenever the operator turns away, so that
 * nothing is lost with the window, the app or the computer. Nothing of the campaign itself changes by it.
 */
export function useAutosave({ draftKey, draft, isUnsaved, opening }: AutosaveInput): Autosave {
  const { restored_at: restoredAt, is_kept: isKept } = opening
  const [kept, setKept] = useState<Kept>(
    restoredAt === null ? NOTHING : { state: 'kept', at: new Date(restoredAt) }
  )
  const inFile = useRef<InFile | null>(
    isKept ? { key: draftKey, values: restoredAt === null ? null : draft.values } : null
  )

  const isForgotten = useRef(false)
  const forget = () => {
    isForgotten.current = true
    if (inFile.current !== null) void dropEditorDraft(inFile.current.key)
  }

  const keep = useEffectEvent(async () => {
    if (isForgotten.current) return
    const before = inFile.current
    if (!isUnsaved) {
      if (before === null) return
      inFile.current = null
      setKept(NOTHING)
      return void dropEditorDraft(before.key)
    }
    if (before?.key === draftKey && before.values === draft.values) return
    const written: InFile = { key: draftKey, values: draft.values }
    inFile.current = written
    if (before !== null && before.key !== draftKey) void dropEditorDraft(before.key)
    const result = await keepEditorDraft(draftKey, writeDraft(draft))
    setKept(result.ok ? { state: 'kept', at: new Date() } : { state: 'failed' })
    // So that the next change, or the next look elsewhere, tries again.
    if (!result.ok && inFile.current === written) inFile.current = { key: draftKey, values: null }
  })

  useEffect(() => {
    const timer = setTimeout(() => void keep(), isUnsaved ? PAUSE_MS : 0)
    return () => clearTimeout(timer)
  }, [draftKey, draft.values, isUnsaved])

  useEffect(() => {
    const keepNow = () => void keep()
    window.addEventListener('blur', keepNow)
    window.addEventListener('pagehide', keepNow)
    return () => {
      window.removeEventListener('blur', keepNow)
      window.removeEventListener('pagehide', keepNow)
      keepNow()
    }
  }, [])

  return { kept, forget }
}
