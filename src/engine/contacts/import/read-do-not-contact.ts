import { CHANNEL_IDS, type ChannelId } from '../../../shared/domain/channel'
import { CONTACT_LIMITS, type DoNotContactMark } from '../../../shared/domain/contact'
import { instantSchema } from '../../../shared/domain/primitives'
import { foldText } from '../../../shared/text/fold-text'
import { cleanLine } from '../clean-text'
import type { SourceValue } from './readers/source'
import { entriesOf, isList, textOf } from './source-text'

const NO = new Set(['', '0', 'no', 'n', 'false', 'khong', 'none', '-'])
const YES = new Set(['1', 'yes', 'y', 'true', 'x', 'co', 'dung'])

const isInstant = (text: string): boolean => instantSchema.safeParse(text).success

const reasonOf = (text: string): string => cleanLine(text).slice(0, CONTACT_LIMITS.reason)

/**
 * What a "do not contact" column says. In doubt it is a yes: a text that nobody understands is kept as the reason, and
 * nothing is sent.
 */
export function readDoNotContact(value: SourceValue | undefined, now: string): DoNotContactMark {
  if (value === undefined) return []
  if (value !== null && typeof value === 'object' && isList(value)) {
    return value.flatMap((item) => {
      const mark = new Map(entriesOf(item))
      const channel = CHANNEL_IDS.find((known) => known === mark.get('channel'))
      if (channel === undefined) return []
      const at = textOf(mark.get('at'))
      return [{ channel, reason: reasonOf(textOf(mark.get('reason'))), at: isInstant(at) ? at : now }]
    })
  }
  const text = textOf(value).trim()
  const word = foldText(text)
  if (NO.has(word)) return []
  if (YES.has(word)) return true
  return CHANNEL_IDS.map((channel) => ({ channel, reason: reasonOf(text), at: now }))
}

/** One channel's own column: empty, a yes, or the date and the reason as Loa writes them. */
export function readChannelMark(
  channel: ChannelId,
  value: SourceValue | undefined,
  now: string
): Exclude<DoNotContactMark, true> {
  if (value === undefined) return []
  const text = textOf(value).trim()
  const word = foldText(text)
  if (NO.has(word)) return []
  const [first = '', ...rest] = text.split(' ')
  if (isInstant(first)) return [{ channel, reason: reasonOf(rest.join(' ')), at: first }]
  return [{ channel, reason: YES.has(word) ? '' : reasonOf(text), at: now }]
}
