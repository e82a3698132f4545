import { type RefObject, useEffect, useEffectEvent } from 'react'
import { EDITOR_STEPS, type EditorStep } from './steps'

interface EditorKeys {
  readonly onStep: (step: EditorStep) => void
  readonly onNext: () => void
  readonly onSave: () => void
  readonly onUndo: () => void
  readonly onRedo: () => void
}

/** Does the field hold words that are no part of the campaign, such as a search? There the browser takes back. */
function hasOwnUndo(target: EventTarget | null, editor: HTMLElement | null): boolean {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return false
  if (editor?.contains(target) !== true || isInForm(target)) return true
  const isSearch = target.type === 'search' || target.classList.contains('mantine-MultiSelect-inputField')
  return isSearch && target.value !== ''
}

/** A form within the step, such as that of a new contact, is finished before the step is. */
const isInForm = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('form') !== null

const isInDialog = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role="dialog"][aria-modal="true"]') !== null

/** The keys of the editor, wherever in it the focus is. An open dialog keeps its own. */
export function useEditorKeys(editor: RefObject<HTMLElement | null>, keys: EditorKeys): void {
  const commandOf = useEffectEvent((event: KeyboardEvent): (() => void) | null => {
    if (event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      const step = EDITOR_STEPS[Number(/^Digit(\d)$/.exec(event.code)?.[1]) - 1]
      return step === undefined ? null : () => keys.onStep(step)
    }
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return null
    const key = event.key.toLowerCase()
    if (key === 'enter' && !event.shiftKey) return isInForm(event.target) ? null : keys.onNext
    if (key === 's' && !event.shiftKey) return keys.onSave
    const isUndo = key === 'z' && !event.shiftKey
    const isRedo = (key === 'z' && event.shiftKey) || (key === 'y' && !event.shiftKey)
    if (!(isUndo || isRedo) || hasOwnUndo(event.target, editor.current)) return null
    return isUndo ? keys.onUndo : keys.onRedo
  })

  useEffect(() => {
    const act = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isInDialog(event.target)) return
      const command = commandOf(event)
      if (command === null) return
      event.preventDefault()
      command()
    }
    window.addEventListener('keydown', act)
    return () => window.removeEventListener('keydown', act)
  }, [])
}
