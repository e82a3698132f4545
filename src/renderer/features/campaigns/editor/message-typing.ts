/** What browsers keep for one purpose, although it is marked as old: nothing else types so that the field's own undo knows. */
interface Typing {
  readonly execCommand: (command: 'insertText', withDialog: false, text: string) => boolean
}

/** Where text takes the place of other text. */
interface TypedText {
  readonly start: number
  readonly end: number
  readonly insert: string
}

/** Types into a field as if the operator had: the form hears of it, and Ctrl+Z takes it back. */
export function typeInto(field: HTMLTextAreaElement, { start, end, insert }: TypedText): void {
  field.focus()
  field.setSelectionRange(start, end)
  const typing: Typing = document
  if (typing.execCommand('insertText', false, insert)) return
  field.setRangeText(insert, start, end, 'end')
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

/** Where a letter stands on the screen, found in the layer that shows the same text behind the field. */
export function placeOnScreen(layer: HTMLElement, offset: number): DOMRect {
  const texts = document.createTreeWalker(layer, NodeFilter.SHOW_TEXT)
  let left = offset
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    const { length } = node.nodeValue ?? ''
    if (left <= length) {
      const range = document.createRange()
      range.setStart(node, left)
      range.collapse(true)
      const [place] = range.getClientRects()
      if (place !== undefined) return place
    }
    left -= length
  }
  return layer.getBoundingClientRect()
}
