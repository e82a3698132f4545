import i18next from 'i18next'
import { type RefObject, useRef, useState } from 'react'
import { CHANNEL_IDS, type ChannelId } from '../../../../shared/domain/channel'
import { useUnchanged } from '../../../stores/unchanged'
import { showToast } from '../../../ui/toast'
import type { CampaignForm } from '../campaign-form'
import type { TextRange } from './message-place'
import {
  fieldOfTab,
  isSameMessage,
  type MessageValues,
  messageOf,
  type TextTab,
  withTextOfTab
} from './message-texts'
import { typeInto } from './message-typing'

/** The message of a form, and everything that is done to it. */
export interface MessageEditing {
  readonly message: MessageValues
  /** The text that is being written. */
  readonly tab: TextTab
  readonly openTab: (tab: TextTab) => void
  /** The channels that have a tab; none while all say the same. */
  readonly tabs: readonly ChannelId[]
  readonly setPerChannel: (on: boolean) => void
  readonly isWrong: (tab: TextTab) => boolean
  readonly field: RefObject<HTMLTextAreaElement | null>
  /** The part of the text that is to be shown, until it is. */
  readonly selection: TextRange | null
  readonly onShown: () => void
  /** A placeholder is being typed: what is wrong with the text now says nothing about it. */
  readonly isCompleting: boolean
  readonly setCompleting: (isCompleting: boolean) => void
  readonly show: (tab: TextTab, range: TextRange) => void
  readonly write: (tab: TextTab, text: string) => void
  /** Gives a channel a text of its own; undefined takes it away, with a way back. */
  readonly setOwn: (channel: ChannelId, text: string | undefined) => void
  /** Types a placeholder where the caret is. */
  readonly insert: (placeholder: string) => void
  /** Other texts at once, with a way back that is said in `words`. */
  readonly replace: (next: Partial<MessageValues>, words: () => string) => void
  readonly set: (next: Partial<MessageValues>) => void
}

/** Holds which text is open and where its caret is; the words themselves are the form's. */
export function useMessageEditing(form: CampaignForm): MessageEditing {
  const message = useUnchanged(messageOf(form.values), isSameMessage)
  const { flow } = form.values
  const isWrong = (tab: TextTab): boolean => form.errors[fieldOfTab(tab)] !== undefined
  const [chosenTab, setTab] = useState<TextTab>(() => CHANNEL_IDS.find(isWrong) ?? 'all')
  const [isSplit, setSplit] = useState(false)
  const [selection, setSelection] = useState<TextRange | null>(null)
  const [isCompleting, setCompleting] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)

  const owns = CHANNEL_IDS.some((channel) => message.texts[channel] !== undefined)
  // A channel that is off is shown too while its text keeps the campaign from being saved.
  const tabs =
    isSplit || owns ? CHANNEL_IDS.filter((channel) => flow.includes(channel) || isWrong(channel)) : []
  const tab = chosenTab === 'all' || tabs.includes(chosenTab) ? chosenTab : 'all'
  const [seenErrors, setSeenErrors] = useState(form.errors)
  if (seenErrors !== form.errors) {
    setSeenErrors(form.errors)
    // A text that keeps the campaign from being saved is opened, or nobody would see why.
    const wrongTab = tabs.find(isWrong)
    if (wrongTab !== undefined && !isWrong('all') && !isWrong(tab)) setTab(wrongTab)
  }

  const set = ({ call_script, texts, placeholders, missing_values }: Partial<MessageValues>) => {
    if (call_script !== undefined) form.setFieldValue('call_script', call_script)
    if (texts !== undefined) form.setFieldValue('texts', texts)
    if (placeholders !== undefined) form.setFieldValue('placeholders', placeholders)
    if (missing_values !== undefined) form.setFieldValue('missing_values', missing_values)
  }
  const replace = (next: Partial<MessageValues>, words: () => string) => {
    const before = messageOf(form.values)
    set(next)
    showToast({
      message: words,
      action: { label: () => i18next.t('actions.undo'), onClick: () => set(before) }
    })
  }
  return {
    message,
    tab,
    openTab: setTab,
    tabs,
    setPerChannel: (on) => {
      setSplit(on)
      setTab('all')
      if (!on && owns) replace({ texts: {} }, () => i18next.t('own.all_removed', { ns: 'message' }))
    },
    isWrong,
    field,
    selection,
    onShown: () => setSelection(null),
    isCompleting,
    setCompleting,
    show: (where, range) => {
      setTab(where)
      setSelection({ ...range })
    },
    write: (where, text) => form.setFieldValue(fieldOfTab(where), text),
    setOwn: (channel, text) => {
      const { texts } = withTextOfTab(message, channel, text)
      setSplit(true)
      if (text === undefined) {
        const name = () => i18next.t(`channels.${channel}`)
        replace({ texts }, () => i18next.t('own.removed', { ns: 'message', channel: name() }))
      } else {
        set({ texts })
        setSelection({ start: text.length, end: text.length })
      }
    },
    insert: (placeholder) => {
      const text = field.current
      if (text === null) return
      typeInto(text, { start: text.selectionStart, end: text.selectionEnd, insert: placeholder })
      if (!message.placeholders) set({ placeholders: true })
    },
    replace,
    set
  }
}
