import type { Liquid } from 'liquidjs'
import { type CampaignMessage, textOf } from '../../shared/domain/campaign'
import type { ChannelId } from '../../shared/domain/channel'
import type { TextProblem } from '../../shared/domain/message'
import { ok, type Result } from '../../shared/result'
import type { TextClock } from './date-filter'
import type { FieldKey, FieldValues } from './field-names'
import { openLiquid } from './liquid-sandbox'
import { type FilledText, type FillFailure, parseText, type ParsedText } from './parsed-text'

/** While somebody types, every key makes another text: only the latest are worth keeping. */
const KEPT_TEXTS = 50
const KEPT_CHARACTERS = 500_000

/** What of a message says what a channel sends. */
export type Wording = Pick<CampaignMessage, 'call_script' | 'texts' | 'placeholders'>

/** Texts as people get them. A text is read once, and remembered while it is in use. */
export class MessageTexts {
  #liquid: Liquid | null = null
  readonly #parsed = new Map<string, Result<ParsedText, TextProblem>>()
  #characters = 0

  /** Reads a text with placeholders. */
  parse(text: string): Result<ParsedText, TextProblem> {
    const known = this.#parsed.get(text)
    if (known !== undefined) {
      // Put behind all others, so that the one in front is the one that was not asked for the longest.
      this.#parsed.delete(text)
      this.#parsed.set(text, known)
      return known
    }
    this.#liquid ??= openLiquid()
    const parsed = parseText(text, this.#liquid)
    this.#keep(text, parsed)
    return parsed
  }

  /** The fields that a message names on these channels: what must be known of a person to fill it in. */
  fieldsOf(message: Wording, channels: readonly ChannelId[]): readonly FieldKey[] {
    if (!message.placeholders) return []
    const texts = new Set(channels.map((channel) => textOf(message, channel)))
    const fields = [...texts].flatMap((text) => {
      const parsed = this.parse(text)
      return parsed.ok ? parsed.value.fields : []
    })
    return [...new Set(fields)]
  }

  /** The text of a channel for one person; without placeholders it is the text as it is written. */
  fill(
    message: Wording,
    channel: ChannelId,
    values: FieldValues,
    clock: TextClock
  ): Result<FilledText, FillFailure> {
    const text = textOf(message, channel)
    if (!message.placeholders) return ok({ text: text.trim() === '' ? '' : text, missing: [] })
    const parsed = this.parse(text)
    return parsed.ok
      ? parsed.value.fill(values, clock)
      : { ok: false, error: { problem: parsed.error, isExhausted: false } }
  }

  #keep(text: string, parsed: Result<ParsedText, TextProblem>): void {
    this.#parsed.set(text, parsed)
    this.#characters += text.length
    for (const oldest of this.#parsed.keys()) {
      const isFull = this.#parsed.size > KEPT_TEXTS || this.#characters > KEPT_CHARACTERS
      if (!isFull || oldest === text) return
      this.#parsed.delete(oldest)
      this.#characters -= oldest.length
    }
  }
}
