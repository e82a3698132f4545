import i18next from 'i18next'
import { setEmergencyStop } from '../stores/state-store'
import { askToConfirm } from './confirm-dialog'
import { reportFailure } from './report-failure'
import { showToast } from './toast'

/** Stops all sending without a question: a moment later may be too late. */
export async function stopEverything(): Promise<void> {
  const stopped = reportFailure(await setEmergencyStop(true))
  if (stopped.ok) showToast({ message: () => i18next.t('emergency_banner.on_toast') })
}

/** Asks first, because coming runs go out again from then on. */
export async function releaseEmergencyStop(): Promise<void> {
  const agreed = await askToConfirm({
    title: i18next.t('emergency_banner.release_title'),
    body: i18next.t('emergency_banner.release_body'),
    confirm: i18next.t('emergency_banner.release')
  })
  if (!agreed) return
  const released = reportFailure(await setEmergencyStop(false))
  if (released.ok) showToast({ message: () => i18next.t('emergency_banner.off_toast') })
}
