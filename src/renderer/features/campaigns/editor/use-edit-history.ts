import { useEffect, useState } from 'react'
import type { CampaignForm } from '../campaign-form'
import type { CampaignFormValues } from '../campaign-values'
import { historyFrom, recorded, redone, rested, type Restored, undone } from './edit-history'

/** A pause of the hands: what is typed after it is another step back. */
const REST_MS = 500

export interface EditHistoryControls {
  /** What the form holds, made of the same parts as before wherever nothing changed. */
  readonly values: CampaignFormValues
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly undo: () => void
  readonly redo: () => void
}

/**
 * One way back through the whole form, whichever step a change was made at.
 * @param onRestored told where the form was changed, to show it
 */
export function useEditHistory(
  form: CampaignForm,
  onRestored: (paths: readonly string[], from: CampaignFormValues) => void
): EditHistoryControls {
  const [stored, setStored] = useState(() => historyFrom(form.values))
  // Changes of one event arrive together, so that they are one step back.
  const history = recorded(stored, form.values)
  if (history !== stored) setStored(history)

  useEffect(() => {
    const timer = setTimeout(() => setStored(rested), REST_MS)
    return () => clearTimeout(timer)
  }, [history.present])

  const restore = (restored: Restored | null) => {
    if (restored === null) return
    setStored(restored.history)
    form.setValues(restored.history.present)
    onRestored(restored.paths, history.present)
  }
  return {
    values: history.present,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    undo: () => restore(undone(history)),
    redo: () => restore(redone(history))
  }
}
