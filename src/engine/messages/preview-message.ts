import { textOf } from '../../shared/domain/campaign'
import type { ChannelId } from '../../shared/domain/channel'
import type { Contact } from '../../shared/domain/contact'
import type { RenderedText, TextProblem, TypedMessage } from '../../shared/domain/message'
import { textSizeOf } from '../../shared/text/text-size'
import type { TextClock } from './date-filter'
import { valuesIn } from './field-names'
import type { MessageTexts } from './message-texts'
import { isFatal, problemsIn } from './text-problems'

export interface PreviewContext {
  readonly texts: MessageTexts
  readonly clock: TextClock
  /** The own fields that anybody in the list has. */
  readonly customNames: ReadonlySet<string>
}

/** The text of a channel as a contact would get it; for nobody, as it is written. */
export function previewText(
  message: TypedMessage,
  channel: ChannelId,
  contact: Contact | null,
  { texts, clock, customNames }: PreviewContext
): RenderedText {
  const written = textOf(message, channel)
  const problems = problemsIn(written, message, texts, customNames)
  const [problem = null] = problems
  const shown = (
    text: string | null,
    missing: readonly string[],
    found: TextProblem | null
  ): RenderedText => ({
    channel,
    text,
    missing,
    problem: found,
    size: textSizeOf(channel, text ?? written)
  })
  if (contact === null) return shown(written, [], problem)
  if (problem !== null && isFatal(problem)) return shown(null, [], problem)
  const values = valuesIn(contact, texts.fieldsOf(message, [channel]))
  const filled = texts.fill(message, channel, values, clock)
  if (!filled.ok) return shown(null, [], filled.error.problem)
  const { text, missing } = filled.value
  const unknown = new Set(problems.map(({ detail }) => detail))
  const lacking = missing.filter((name) => !unknown.has(name))
  return text === '' ? shown(null, lacking, { code: 'blank', detail: '' }) : shown(text, lacking, problem)
}
