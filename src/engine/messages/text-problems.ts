import type { TextProblem } from '../../shared/domain/message'
import { customNameOf } from './field-names'
import { LONGEST_TEXT } from './liquid-sandbox'
import type { MessageTexts, Wording } from './message-texts'
import { placeIn } from './text-place'
import type { TextVariable } from './text-variables'

/** Nobody reads more; each costs a look through the text. */
const MOST_PROBLEMS = 50

/** What is wrong with a text before anybody's values are in it, in the order of the text. */
export function problemsIn(
  text: string,
  { placeholders }: Pick<Wording, 'placeholders'>,
  texts: MessageTexts,
  customNames: ReadonlySet<string>
): readonly TextProblem[] {
  if (text.length > LONGEST_TEXT) return [{ code: 'too_long', detail: '' }]
  if (text.trim() === '') return [{ code: 'blank', detail: '' }]
  if (!placeholders) return []
  const parsed = texts.parse(text)
  if (!parsed.ok) return [parsed.error]
  const unknown = new Map<string, TextVariable>()
  for (const variable of parsed.value.variables) {
    if (isUnknown(variable, customNames) && !unknown.has(variable.name)) unknown.set(variable.name, variable)
  }
  return [...unknown].slice(0, MOST_PROBLEMS).map(([detail, { offset }]) => ({
    code: 'unknown_placeholder',
    ...placeIn(text, offset),
    detail
  }))
}

/** Nobody has such a field: neither one of those that all contacts have, nor one of the operator's own. */
function isUnknown({ field }: TextVariable, customNames: ReadonlySet<string>): boolean {
  if (field === null) return true
  const custom = customNameOf(field)
  return custom !== null && !customNames.has(custom) && !customNames.has(custom.normalize('NFC'))
}

/** Can the text still be filled in? What nobody has is a gap; the others leave nothing to send. */
export const isFatal = ({ code }: TextProblem): boolean => code !== 'unknown_placeholder'
