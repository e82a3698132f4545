import { CHANNEL_IDS } from '../../../../shared/domain/channel'
import type { TypedMessage } from '../../../../shared/domain/message'
import { withFallback } from './placeholder-fallback'

/** A piece of a filled-in text: words, or the place of a value that is not there. */
export type TextPart =
  { readonly kind: 'words'; readonly text: string } | { readonly kind: 'gap'; readonly field: string }

/** Characters that Unicode keeps for private use: no text has them, and no filter changes the digits between. */
const BEFORE = '\uE000'
const AFTER = '\uE001'
const MARK = /\uE000(\d+)\uE001/

/** The same message with a mark for each value that is missing, so that its place in the filled-in text is known. */
export function withGapMarks(message: TypedMessage, missing: readonly string[]): TypedMessage {
  const marked = (text: string): string =>
    missing.reduce(
      (all, field, index) => withFallback(all, field, `${BEFORE}${index}${AFTER}`)?.text ?? all,
      text
    )
  const texts: TypedMessage['texts'] = { ...message.texts }
  for (const channel of CHANNEL_IDS) {
    const own = texts[channel]
    if (own !== undefined) texts[channel] = marked(own)
  }
  return { ...message, call_script: marked(message.call_script), texts }
}

/** A text that was filled in with marks, in its pieces. */
export const partsOf = (text: string, missing: readonly string[]): TextPart[] =>
  text.split(MARK).flatMap((piece, index): TextPart[] => {
    if (index % 2 === 1) {
      const field = missing[Number(piece)]
      return field === undefined ? [] : [{ kind: 'gap', field }]
    }
    return piece === '' ? [] : [{ kind: 'words', text: piece }]
  })
