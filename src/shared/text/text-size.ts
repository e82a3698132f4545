import type { ChannelId } from '../domain/channel'
import type { TextSize } from '../domain/message'

/** Beyond this, letters are no longer told apart: nobody counts them, and it takes a while. */
const COUNTED_AS_LETTERS = 20_000
/** WhatsApp and Telegram split a message behind so many UTF-16 units. */
const SEGMENT_LENGTH = 4_096
/** How fast a voice speaks; a Vietnamese syllable is written as a word. */
const WORDS_A_SECOND = 2.5

/** How long a text is on a channel. Fast enough to be asked at every key. */
export function textSizeOf(channel: ChannelId, text: string): TextSize {
  const isSpoken = channel === 'ai_call'
  return {
    characters: lettersIn(text),
    segments: isSpoken ? 1 : Math.max(1, Math.ceil(text.length / SEGMENT_LENGTH)),
    spoken_s: isSpoken ? Math.ceil(wordsIn(text) / WORDS_A_SECOND) : 0
  }
}

/** Signs that are a letter each, Vietnamese ones included: telling letters apart properly is thousands of times slower. */
const ONE_EACH = /^[\n\t\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u1e00-\u1eff]*$/

function lettersIn(text: string): number {
  if (text.length > COUNTED_AS_LETTERS || ONE_EACH.test(text)) return text.length
  let count = 0
  for (const _letter of new Intl.Segmenter().segment(text)) count += 1
  return count
}

const wordsIn = (text: string): number =>
  text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
