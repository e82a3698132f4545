/** The second stroke of a double Enter follows this soon. */
const DOUBLE_MS = 500

/**
 * Keeps a held Enter, or the second of a double one, from what the first has opened or given the focus to: it would
 * answer a question that nobody has read. Any other key ends it.
 */
export function swallowRepeatedEnter(): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const onDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return stop()
    event.preventDefault()
    event.stopPropagation()
  }
  const onUp = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    clearTimeout(timer)
    timer = setTimeout(stop, DOUBLE_MS)
  }
  const stop = () => {
    clearTimeout(timer)
    window.removeEventListener('keydown', onDown, true)
    window.removeEventListener('keyup', onUp, true)
  }
  window.addEventListener('keydown', onDown, true)
  window.addEventListener('keyup', onUp, true)
}
