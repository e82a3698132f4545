const WRONG = '[aria-invalid="true"], [data-error] input'

/** Takes the operator to the first field that is wrong, once it is marked. */
export function focusFirstError(): void {
  requestAnimationFrame(() => {
    const field = document.querySelector<HTMLElement>(WRONG)
    field?.focus()
    const shown = field ?? document.querySelector('.mantine-InputWrapper-error')
    shown?.scrollIntoView({ block: 'center' })
  })
}

/** Takes the operator to what must be decided before anything else. */
export function focusDecision(): void {
  document.querySelector<HTMLElement>('[role="alert"] button')?.focus()
}

/** How far two texts are the same, counted from their ends. */
function sameEnding(one: string, other: string): number {
  const most = Math.min(one.length, other.length)
  let count = 0
  while (count < most && one[one.length - 1 - count] === other[other.length - 1 - count]) count += 1
  return count
}

/**
 * Puts the caret where a text was changed, once the text is there. Fields without a caret are left alone.
 * @param path the form path of the field
 * @param before what stood there before the change
 */
export function showTextChange(path: string, before: unknown): void {
  requestAnimationFrame(() => {
    const field = document.querySelector(`[data-path="${path}"]`)
    const hasCaret =
      field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type === 'text')
    if (!hasCaret || typeof before !== 'string') return
    const caret = field.value.length - sameEnding(before, field.value)
    field.focus({ preventScroll: false })
    field.setSelectionRange(caret, caret)
  })
}
