import { useTranslation } from 'react-i18next'
import { textOf } from '../../../../shared/domain/campaign'
import type { ChannelId } from '../../../../shared/domain/channel'
import type { TextProblem } from '../../../../shared/domain/message'
import type { MessageEditing } from './message-editing'
import { placeOf } from './message-place'
import type { ProblemActions } from './message-problems'
import { tabOfChannel, textOfTab, type TextTab } from './message-texts'
import { withFallback } from './placeholder-fallback'
import { usualFallback } from './placeholder-items'
import { placeholderText } from './placeholder-syntax'

/** What each problem can be put right with, in the texts that are being written. */
export function useProblemActions(
  editing: MessageEditing,
  flow: readonly ChannelId[],
  nearOf: (problem: TextProblem) => string | null
): ProblemActions {
  const { t } = useTranslation('message')
  const { message, tab } = editing
  /** The texts that somebody gets, that which is open first. */
  const tabs = [...new Set<TextTab>(flow.map((channel) => tabOfChannel(message, channel)))].toSorted(
    (one, other) => Number(other === tab) - Number(one === tab)
  )
  const rewrite = (where: TextTab, field: string, word: string) =>
    withFallback(textOfTab(message, where) ?? '', field, word)
  return {
    nearOf,
    onShow: (channel, problem) => {
      const where = tabOfChannel(message, channel)
      const place = placeOf(textOf(message, channel), problem)
      if (place !== null) editing.show(where, place)
    },
    onReplace: (channel, problem, near) => {
      const where = tabOfChannel(message, channel)
      const text = textOf(message, channel)
      const place = placeOf(text, problem)
      if (place === null) return
      const written = text.slice(place.start, place.end)
      const isNamed = written.includes(problem.detail)
      if (!isNamed && !written.startsWith('{{')) return editing.show(where, place)
      const mended = isNamed ? written.replace(problem.detail, near) : placeholderText(near)
      editing.write(where, text.slice(0, place.start) + mended + text.slice(place.end))
      editing.show(where, { start: place.start, end: place.start + mended.length })
    },
    mayFallBack: (field) => tabs.some((where) => rewrite(where, field, '') !== null),
    onFallback: (field) => {
      const word = usualFallback(field, t)
      const rewritten = tabs.flatMap((where) => {
        const text = rewrite(where, field, word)
        return text === null ? [] : [{ where, ...text }]
      })
      for (const { where, text } of rewritten) editing.write(where, text)
      const [first] = rewritten
      if (first !== undefined) editing.show(first.where, first)
    },
    onMissingValues: (choice) => editing.set({ missing_values: choice })
  }
}
