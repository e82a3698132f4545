import { cleanAddress } from './clean-text'

/** What a text says about a Telegram user; an invalid one keeps what was typed. */
export type TelegramNameReading =
  | { readonly valid: true; readonly name: string }
  | {
      readonly valid: false
      readonly name: string
      /** `invite`: a link into a group or channel, which names nobody. */
      readonly reason: 'invite' | 'invalid'
    }

/** Telegram's own rule for public usernames: a letter, then 3-31 letters, digits or underscores. */
const USERNAME = /^[A-Za-z][A-Za-z0-9_]{3,31}$/

/** The forms of https://core.telegram.org/api/links that can name a user, each with what follows the host. */
const WEB_CLIENT = /^(?:https?:\/\/)?web\.telegram\.org\/(?:[kaz]\/?)?#@?(.*)$/i
const PUBLIC_LINK = /^(?:https?:\/\/)?(?:www\.)?(?:t\.me|telegram\.(?:me|dog))\/([^?#]*)/i
const SUBDOMAIN_LINK = /^(?:https?:\/\/)?([a-z]\w{3,31})\.t\.me(?:[/?#]|$)/i
const APP_LINK = /^tg:(?:\/\/)?(.*)$/i

const INVITE_PATH = /^(?:\+(?!\d+\/?$)|joinchat(?:\/|$)|addlist\/)/i
const INVITE_ACTION = /^(?:join|addlist)\b/i

/** First words of links that are about something else than a user. */
const RESERVED =
  /^(?:add(?:emoji|list|stickers|theme)|boost|confirmphone|contact|giftcode|invoice|joinchat|login|proxy|setlanguage|share|socks)$/i

/** Takes a username out of what people paste: `@name`, `t.me/name`, a web.telegram.org address, a `tg:` link. */
export function readTelegramName(text: string): TelegramNameReading {
  const pasted = cleanAddress(text)
  const name = nameIn(pasted)
  if (USERNAME.test(name)) return { valid: true, name }
  return { valid: false, name: text.trim(), reason: isInvite(pasted) ? 'invite' : 'invalid' }
}

function nameIn(pasted: string): string {
  const path = PUBLIC_LINK.exec(pasted)?.[1]
  if (path !== undefined) {
    const name = path.replace(/^s\//i, '').replace(/^@/, '').replace(/\/$/, '')
    return RESERVED.test(name) ? '' : name
  }
  const action = APP_LINK.exec(pasted)?.[1]
  if (action !== undefined) return /^resolve\/?\?(?:.*&)?domain=@?([^&#]*)/i.exec(action)?.[1] ?? ''
  const name = WEB_CLIENT.exec(pasted)?.[1] ?? SUBDOMAIN_LINK.exec(pasted)?.[1] ?? pasted.replace(/^@/, '')
  return name.replace(/\/$/, '')
}

function isInvite(pasted: string): boolean {
  return (
    INVITE_PATH.test(PUBLIC_LINK.exec(pasted)?.[1] ?? '') ||
    INVITE_ACTION.test(APP_LINK.exec(pasted)?.[1] ?? '')
  )
}
