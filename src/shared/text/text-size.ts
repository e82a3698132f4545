import type { ChannelId } from '../domain/channel'
import type { TextSize } from '../domain/message'
import { lettersIn } from './letters'

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
    characters: text.length > COUNTED_AS_LETTERS ? text.length : lettersIn(text),
    segments: isSpoken ? 1 : Math.max(1, Math.ceil(text.length / SEGMENT_LENGTH)),
    spoken_s: isSpoken ? Math.ceil(wordsIn(text) / WORDS_A_SECOND) : 0
  }
}

const wordsIn = (text: string): number =>
  text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
