import { Notification } from 'electron'

export interface Shown {
  /** Takes it off the screen and out of the system's list. */
  close(): void
}

export interface NotificationText {
  readonly title: string
  readonly body: string
}

export interface Notifier {
  /** @param onGone it was closed, or has run out: nobody sees it any more */
  show(text: NotificationText, onClick: () => void, onGone?: () => void): Shown | null
}

/** The notifications of the system. */
export function notifier(icon: string): Notifier {
  /** A notification that nobody holds is collected, and its click goes nowhere. */
  const held = new Set<Notification>()
  return {
    show({ title, body }, onClick, onGone = () => undefined) {
      if (!Notification.isSupported()) return null
      const notification = new Notification({ title, body: asBody(body), icon })
      const forget = () => {
        if (held.delete(notification)) onGone()
      }
      held.add(notification)
      notification.on('click', () => {
        forget()
        onClick()
      })
      notification.on('close', forget)
      notification.on('failed', forget)
      notification.show()
      return { close: () => notification.close() }
    }
  }
}

/** Linux desktops read a notification's body as markup; a campaign's name is none. */
const asBody = (text: string): string =>
  process.platform === 'linux'
    ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    : text
