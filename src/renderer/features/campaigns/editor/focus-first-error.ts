/** Takes the operator to the first field that is wrong, once it is marked. */
export function focusFirstError(): void {
  requestAnimationFrame(() => {
    const field = document.querySelector<HTMLElement>('[aria-invalid="true"], [data-error] input')
    field?.focus()
    const shown = field ?? document.querySelector('.mantine-InputWrapper-error')
    shown?.scrollIntoView({ block: 'center' })
  })
}
