import { useCallback, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { guardLeaving } from '../stores/navigation-store'
import { askToConfirm } from './confirm-dialog'

/**
 * Keeps unsaved input from being lost, whichever way the operator leaves. The function that it gives resolves to
 * whether they may go: nothing is unsaved, or they say so.
 * @param isDirty asked at the moment of leaving, which may come before a save is rendered
 */
export function useLeaveGuard(isDirty: () => boolean): () => Promise<boolean> {
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
  return mayLeave
}
