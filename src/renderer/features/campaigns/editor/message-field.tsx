import { VisuallyHidden } from '@mantine/core'
import { type RefObject, useEffect, useEffectEvent, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './message-field.module.css'
import { MessageHighlight } from './message-highlight'
import { MARKED_UP_TO } from './message-limits'
import type { TextRange } from './message-place'
import { placeOnScreen } from './message-typing'
import { useCaretSuggestions } from './placeholder-caret'
import type { PlaceholderItem } from './placeholder-items'
import { optionId } from './placeholder-list'
import { PlaceholderSuggestions } from './placeholder-suggestions'

/** As the stylesheet has it. */
const LINE_HEIGHT = 22

interface MessageFieldProps {
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly id: string
  /** Names the field where its label alone does not: beside it stand fields of other channels. */
  readonly label: string | undefined
  /** Where the form keeps the text. */
  readonly path: string
  readonly text: string
  readonly onText: (text: string) => void
  readonly onBlur: () => void
  /** The sentence that says what is wrong is `<id>-error`. */
  readonly isInvalid: boolean
  readonly isReadOnly: boolean
  readonly placeholders: boolean
  readonly items: readonly PlaceholderItem[]
  readonly wrong: TextRange | null
  /** A part to be shown to the operator. */
  readonly selection: TextRange | null
  /** It is shown: the caret is the operator's again. */
  readonly onShown: () => void
  /** A placeholder is being typed, so the text is not what it is meant to be yet; or that is over. */
  readonly onCompleting: (isCompleting: boolean) => void
  /** A placeholder was chosen while typing. */
  readonly onPlaceholder: () => void
}

/** The text as it is written, with its placeholders marked and offered at the caret. */
export function MessageField({
  field,
  id,
  label,
  path,
  text,
  onText,
  onBlur,
  isInvalid,
  isReadOnly,
  placeholders,
  items,
  wrong,
  selection,
  onShown,
  onCompleting,
  onPlaceholder
}: MessageFieldProps) {
  const { t } = useTranslation('message')
  const listId = useId()
  const layer = useRef<HTMLDivElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const isPlain = text.length > MARKED_UP_TO
  const caret = useCaretSuggestions({ field, layer, frame, items, onInsert: onPlaceholder })
  const { opened } = caret

  // What is inserted before the operator has put the caret anywhere goes to the end.
  useEffect(() => {
    const { length } = field.current?.value ?? ''
    field.current?.setSelectionRange(length, length)
  }, [field])

  const isCompleting = opened !== null
  useEffect(() => {
    onCompleting(isCompleting)
  }, [onCompleting, isCompleting])

  const show = useEffectEvent((range: TextRange) => {
    field.current?.focus()
    field.current?.setSelectionRange(range.start, range.end)
    onShown()
    if (layer.current === null || frame.current === null) return
    const { top } = placeOnScreen(layer.current, range.start)
    const seen = frame.current.getBoundingClientRect()
    if (top < seen.top || top > seen.bottom - LINE_HEIGHT)
      frame.current.scrollBy(0, top - seen.top - seen.height / 2)
  })
  useEffect(() => {
    if (selection !== null) show(selection)
  }, [selection])

  return (
    <div className={classes['around']}>
      <div
        ref={frame}
        className={classes['frame']}
        data-wrong={isInvalid || undefined}
        data-read-only={isReadOnly || undefined}
      >
        {/* As high as the whole text, so that what scrolls is both of them together. */}
        <div className={classes['text']}>
          {!isPlain && <MessageHighlight ref={layer} text={text} isOn={placeholders} wrong={wrong} />}
          <textarea
            ref={field}
            id={id}
            className={classes['field']}
            aria-label={label}
            data-path={path}
            data-plain={isPlain || undefined}
            value={text}
            readOnly={isReadOnly}
            placeholder={isReadOnly ? '' : t('typing_hint', { braces: '{{' })}
            dir="auto"
            spellCheck={false}
            aria-invalid={isInvalid || undefined}
            aria-describedby={isInvalid ? `${id}-error` : undefined}
            aria-autocomplete={opened === null ? undefined : 'list'}
            aria-controls={opened === null ? undefined : listId}
            aria-activedescendant={opened === null ? undefined : optionId(listId, caret.active)}
            onChange={(event) => {
              onText(event.currentTarget.value)
              caret.look()
            }}
            onSelect={caret.follow}
            onKeyDown={caret.onKeyDown}
            onBlur={() => {
              caret.close()
              onBlur()
            }}
          />
        </div>
      </div>
      {opened !== null && (
        <PlaceholderSuggestions
          id={listId}
          items={opened.items}
          active={caret.active}
          at={opened.at}
          onChoose={caret.choose}
          onActive={caret.setActive}
        />
      )}
      <VisuallyHidden role="status">
        {opened === null ? '' : t('placeholders.offered', { count: opened.items.length })}
      </VisuallyHidden>
    </div>
  )
}
