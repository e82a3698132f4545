import { type KeyboardEvent, type RefObject, useState } from 'react'
import { MARKED_UP_TO } from './message-limits'
import { placeOnScreen, typeInto } from './message-typing'
import type { PlaceholderItem } from './placeholder-items'
import { completion, suggestionsFor, type TypedPlaceholder, typedPlaceholder } from './placeholder-typing'

interface CaretInput {
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly layer: RefObject<HTMLElement | null>
  readonly frame: RefObject<HTMLElement | null>
  readonly items: readonly PlaceholderItem[]
  readonly onInsert: () => void
}

interface Opened extends TypedPlaceholder {
  readonly at: { readonly left: number; readonly top: number }
}

export interface CaretSuggestions {
  /** Null while nothing is offered. */
  readonly opened: { readonly items: readonly PlaceholderItem[]; readonly at: Opened['at'] } | null
  readonly active: number
  readonly setActive: (index: number) => void
  /** The operator has typed. */
  readonly look: () => void
  /** The caret has moved. */
  readonly follow: () => void
  readonly close: () => void
  readonly choose: (item: PlaceholderItem) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/** What is offered while a placeholder is typed, and the keys that choose from it. */
export function useCaretSuggestions({ field, layer, frame, items, onInsert }: CaretInput): CaretSuggestions {
  const [typed, setTyped] = useState<Opened | null>(null)
  const [active, setActive] = useState(0)
  /** Where Escape was pressed: this placeholder is not offered again. */
  const [dismissed, setDismissed] = useState<number | null>(null)
  const found = typed === null ? [] : suggestionsFor(items, typed.query)
  const opened = typed === null || found.length === 0 ? null : { items: found, at: typed.at }

  const look = () => {
    const text = field.current
    if (text === null || layer.current === null || frame.current === null) return setTyped(null)
    // Such a text has no layer that would say where the caret is.
    if (text.value.length > MARKED_UP_TO) return setTyped(null)
    const now =
      text.selectionStart === text.selectionEnd ? typedPlaceholder(text.value, text.selectionStart) : null
    setActive(0)
    if (now?.start !== dismissed) setDismissed(null)
    if (now === null || now.start === dismissed) return setTyped(null)
    const place = placeOnScreen(layer.current, now.start)
    const corner = frame.current.getBoundingClientRect()
    setTyped({ ...now, at: { left: place.left - corner.left, top: place.top - corner.top } })
  }

  const choose = (item: PlaceholderItem) => {
    if (field.current === null || typed === null) return
    typeInto(field.current, completion(field.current.value, typed, item.name))
    setTyped(null)
    onInsert()
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (opened === null || event.nativeEvent.isComposing) return
    const { length } = opened.items
    if (event.key === 'ArrowDown') setActive((active + 1) % length)
    else if (event.key === 'ArrowUp') setActive((active + length - 1) % length)
    else if (event.key === 'Enter' || event.key === 'Tab') {
      const item = opened.items[active]
      if (item !== undefined) choose(item)
    } else if (event.key === 'Escape') {
      setDismissed(typed?.start ?? null)
      setTyped(null)
    } else return
    event.preventDefault()
  }

  return {
    opened,
    active,
    setActive,
    look,
    follow: () => {
      if (typed !== null && field.current?.selectionStart !== typed.caret) look()
    },
    close: () => setTyped(null),
    choose,
    onKeyDown
  }
}
