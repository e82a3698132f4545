import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { guardLeaving } from '../../../stores/navigation-store'
import { askToConfirm } from '../../../ui/confirm-dialog'

interface LeaveGuard {
  /** Resolves to whether the operator may go: nothing is unsaved, or they say so. */
  readonly askToLeave: () => Promise<boolean>
}

/** Keeps unsaved input from being lost, whichever way the operator leaves. */
export function useLeaveGuard(isDirty: () => boolean): LeaveGuard {
  const { t } = useTranslation()
  const latest = useRef(isDirty)

  useEffect(() => {
    latest.current = isDirty
  })

  const askToLeave = async (): Promise<boolean> => {
    if (!latest.current()) return true
    return askToConfirm({
      title: t('unsaved.title'),
      body: t('unsaved.body'),
      confirm: t('actions.discard'),
      cancel: t('actions.keep_editing'),
      danger: true
    })
  }
  const ask = useRef(askToLeave)

  useEffect(() => {
    ask.current = askToLeave
  })

  useEffect(() => guardLeaving(() => ask.current()), [])

  return { askToLeave }
}
