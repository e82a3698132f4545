/** Telegram's own rule for public usernames: a letter, then 3-31 letters, digits or underscores. */
const USERNAME = /^[A-Za-z][A-Za-z0-9_]{3,31}$/

const PREFIX =
  /^(?:@|(?:https?:\/\/)?(?:t\.me|telegram\.me)\/|(?:https?:\/\/)?web\.telegram\.org\/(?:k|a|z)?\/?#@?)/i

/** Takes a username out of what people paste: `@name`, `t.me/name`, a web.telegram.org address. */
export function readTelegramName(text: string): { readonly valid: boolean; readonly name: string } {
  const name = text.trim().replace(PREFIX, '').replace(/\/$/, '')
  return USERNAME.test(name) ? { valid: true, name } : { valid: false, name: text.trim() }
}
