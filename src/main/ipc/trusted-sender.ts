/** Of the event of a call: the page that sent it, and the frame within. */
export interface Sender<Contents extends { readonly mainFrame: Frame }> {
  readonly sender: Contents
  /** Null when the frame is gone by now. */
  readonly senderFrame: Frame | null
}

interface Frame {
  readonly url: string
}

/**
 * Is it the app's own page, in its own window and no frame within, that calls? Whatever cannot be told is not trusted:
 * Electron throws when a frame is asked that has gone away meanwhile.
 */
export function isTrustedSender<Contents extends { readonly mainFrame: Frame }>(
  event: Sender<Contents>,
  { owns, origin }: { readonly owns: (contents: Contents) => boolean; readonly origin: string }
): boolean {
  try {
    const { sender, senderFrame } = event
    if (senderFrame === null || !owns(sender) || senderFrame !== sender.mainFrame) return false
    return originOf(senderFrame.url) === origin
  } catch {
    return false
  }
}

/** Custom schemes have no origin of their own in Node's URL, so scheme and host are compared. */
export function originOf(url: string): string {
  const { protocol, host } = new URL(url)
  return `${protocol}//${host}`
}
