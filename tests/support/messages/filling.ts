import type { TextClock } from '../../../src/engine/messages/date-filter'
import type { FieldValues } from '../../../src/engine/messages/field-names'
import { MessageTexts } from '../../../src/engine/messages/message-texts'
import { sendable } from '../../../src/engine/messages/sendable-text'
import type { TypedMessage } from '../../../src/shared/domain/message'

export const AT: TextClock = { nowMs: Date.parse('2026-11-26T20:00:00.000Z'), zone: 'Asia/Ho_Chi_Minh' }

/** A message whose placeholders are filled in, with one text for all channels. */
export const messageWith = (call_script: string, changes: Partial<TypedMessage> = {}): TypedMessage => ({
  call_script,
  texts: {},
  placeholders: true,
  missing_values: 'skip',
  ...changes
})

const fill = (text: string, values: FieldValues, clock: TextClock) =>
  new MessageTexts().fill(messageWith(text), 'whatsapp', values, clock)

/** A text for one person and what it lacks, or why it cannot be filled in. */
export function filled(text: string, values: FieldValues = {}, clock: TextClock = AT) {
  const result = fill(text, values, clock)
  return result.ok ? result.value : { failure: result.error }
}

/** What is sent to somebody of whom nothing is known. */
export const sentToNobody = (text: string) => sendable(fill(text, {}, AT), 'skip')

/** The text for one person; fails when it cannot be filled in. */
export function textFor(text: string, values: FieldValues = {}, clock: TextClock = AT): string {
  const result = filled(text, values, clock)
  if (!('text' in result)) throw new Error(`Not filled in: ${JSON.stringify(result.failure)}`)
  return result.text
}

/** What the text lacks for one person. */
export function missingIn(text: string, values: FieldValues = {}): readonly string[] {
  const result = filled(text, values)
  if (!('missing' in result)) throw new Error(`Not filled in: ${JSON.stringify(result.failure)}`)
  return result.missing
}
