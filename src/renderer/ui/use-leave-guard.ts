import { useCallback, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { guardLeaving } from '../stores/navigation-store'
import { noteUnsaved, type UnsavedInput } from '../stores/unsaved-input'
import { askToConfirm } from './confirm-dialog'
import { usePageHold } from './use-page-hold'

/**
 * Keeps unsaved input from being lost, whichever way the operator leaves: another page, quitting, and with the window in the
 * tray. The function that it gives resolves to whether they may go: nothing is unsaved, or they say so.
 * @param what named in the question before quitting
 * @param isDirty asked at the moment of leaving, which may come before a save is rendered
 */
export function useLeaveGuard(what: UnsavedInput, isDirty: () => boolean): () => Promise<boolean> {
  const { t } = useTranslation()
  const latest = useRef(isDirty)
  useEffect(() => {
    latest.current = isDirty
  })
  const mayLeave = useCallback(
    async () =>
      !latest.current() ||
      askToConfirm({
        title: t('unsaved.title'),
        body: t('unsaved.body'),
        confirm: t('actions.discard'),
        cancel: t('actions.keep_editing'),
        danger: true
      }),
    [t]
  )
  useEffect(() => guardLeaving(mayLeave), [mayLeave])
  useEffect(() => noteUnsaved(what, () => latest.current()), [what])
  usePageHold(isDirty)
  return mayLeave
}
