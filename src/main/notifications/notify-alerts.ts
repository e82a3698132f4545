import { Notification } from 'electron'
import type { Engine } from '../../engine/engine'
import type { Alert } from '../../shared/domain/alert'
import type { Page } from '../../shared/ipc/contract'
import type { Words } from '../words'
import { alertText } from './alert-text'
import { tellInBursts } from './bursts'

const INTERVAL_MS = 30_000

export interface NotifyContext {
  readonly engine: Engine
  readonly icon: string
  /** In the operator's language of this moment. */
  readonly words: () => Words
  readonly openPage: (page: Page) => void
}

/**
 * Shows what the operator should hear of as notifications of the system; a click opens the window where something can
 * be done about it.
 *
 * @returns stops showing more
 */
export function notifyAlerts({ engine, icon, words, openPage }: NotifyContext): () => void {
  /** A notification that nobody holds is collected, and its click goes nowhere. */
  const shown = new Set<Notification>()

  function show(alerts: readonly [Alert, ...Alert[]]): void {
    if (!Notification.isSupported()) return
    const { title, body, page } = alertText(alerts, words())
    const notification = new Notification({ title, body: asBody(body), icon })
    const forget = () => void shown.delete(notification)
    shown.add(notification)
    notification.on('click', () => {
      forget()
      openPage(page)
    })
    notification.on('close', forget)
    notification.on('failed', forget)
    notification.show()
  }

  const bursts = tellInBursts<Alert>(INTERVAL_MS, ({ type }) => type, show)
  const stopWatching = engine.subscribe((change) => {
    if (change.kind === 'alert') bursts.add(change.alert)
  })
  return () => {
    stopWatching()
    bursts.cancel()
  }
}

/** Linux desktops read a notification's body as markup; a campaign's name is none. */
const asBody = (text: string): string =>
  process.platform === 'linux'
    ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    : text
