import type { TFunction } from 'i18next'
import type { ChannelId } from '../../../../shared/domain/channel'
import type { TextProblem } from '../../../../shared/domain/message'
import { textFailureWords } from '../../../ui/text-failure-words'
import { LONGEST_TEXT } from './message-limits'

/** One problem and every channel that has it: channels share a text, and with it what is wrong. */
export interface SharedProblem {
  readonly problem: TextProblem
  readonly channels: readonly ChannelId[]
}

const isSame = (one: TextProblem, other: TextProblem): boolean =>
  one.code === other.code &&
  one.detail === other.detail &&
  one.line === other.line &&
  one.column === other.column

/** Each problem once, with its channels. */
export function sharedProblems(
  problems: readonly { readonly channel: ChannelId; readonly problem: TextProblem }[]
): SharedProblem[] {
  const shared: { problem: TextProblem; channels: ChannelId[] }[] = []
  for (const { channel, problem } of problems) {
    const known = shared.find((other) => isSame(other.problem, problem))
    if (known === undefined) shared.push({ problem, channels: [channel] })
    else known.channels.push(channel)
  }
  return shared
}

/** What the template language says, as far as it can be said better; the values are what a sentence names. */
const SYNTAX = [
  ['syntax_output_open', /^output "(?<what>.+)" not closed/s],
  ['syntax_tag_open', /^tag "(?<what>.+)" not closed/s],
  ['syntax_no_end', /^tag (?<what>\{%-?\s*(?<end>\w+).*) not closed/s],
  ['syntax_filter', /^undefined filter: (?<what>.+)/s],
  ['syntax_tag', /^tag "(?<what>.+)" not found/s]
] as const

function syntaxText(detail: string, t: TFunction<'message'>): string {
  for (const [key, pattern] of SYNTAX) {
    const said = pattern.exec(detail)?.groups
    if (said === undefined) continue
    const { what = '', end = '' } = said
    return t(`problem.${key}`, { what: what.trim(), output_end: '}}', tag_end: '%}', end: `{% end${end} %}` })
  }
  return t('problem.syntax', { detail: textFailureWords(detail, t) })
}

/** What is wrong with a text and what to do; `near` is the name that was probably meant. */
export function problemText(problem: TextProblem, near: string | null, t: TFunction<'message'>): string {
  const { code, detail } = problem
  if (code === 'syntax') return syntaxText(detail, t)
  if (code === 'unknown_placeholder' && near !== null)
    return t('problem.unknown_placeholder_near', { detail, near })
  const said = code === 'failed' ? textFailureWords(detail, t) : detail
  return t(`problem.${code}`, { detail: said, maximum: LONGEST_TEXT })
}
