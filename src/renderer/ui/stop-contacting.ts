import i18next from 'i18next'
import { CHANNEL_IDS, type ChannelId } from '../../shared/domain/channel'
import { type Contact, displayName } from '../../shared/domain/contact'
import { loa } from '../api'
import { loadContacts } from '../stores/contacts-store'
import { askToConfirm } from './confirm-dialog'
import { reportFailure } from './report-failure'
import { showToast } from './toast'

interface StopOrder {
  readonly ids: readonly string[]
  /** All of them unless it is said otherwise. */
  readonly channels?: readonly ChannelId[]
  /** "Asked to stop" unless it is said otherwise. */
  readonly reason?: string
}

/** Marks at once, with everybody who shares an address, and says how many. True when it is done. */
export async function stopContacting({ ids, channels = CHANNEL_IDS, reason }: StopOrder): Promise<boolean> {
  const t = i18next.getFixedT(null, 'contacts')
  const why = reason ?? t('stop.reason_default')
  const stopped = reportFailure(await loa.stopContacting([...ids], [...channels], why))
  if (!stopped.ok) return false
  await loadContacts()
  showToast({
    message: () => (stopped.value === 0 ? t('stop.already') : t('stop.done', { count: stopped.value }))
  })
  return true
}

/** Takes the mark back, once the operator has said that the person agreed. True when it is gone. */
export async function askToAllow(contact: Contact, channels: readonly ChannelId[]): Promise<boolean> {
  const t = i18next.getFixedT(null, 'contacts')
  const name = displayName(contact)
  const sure = await askToConfirm({
    title: t('allow.title', { name }),
    body: t('allow.text', {
      channels: channels.map((channel) => i18next.t(`channels.${channel}`)).join(', ')
    }),
    confirm: t('allow.confirm')
  })
  if (!sure) return false
  const allowed = reportFailure(await loa.allowContacting(contact._id, [...channels]))
  if (!allowed.ok) return false
  await loadContacts()
  showToast({ message: () => t('allow.done', { name }) })
  return true
}
