import { isCallPending } from '../pending-calls'

const holds = new Set<() => boolean>()

/**
 * While the given function says so, something would be lost with the page: the window is not taken away in the tray.
 * @returns the function that ends it
 */
export function holdPage(isHeld: () => boolean): () => void {
  holds.add(isHeld)
  return () => void holds.delete(isHeld)
}

/** A dialog, a drawer, a card that is open: what was asked there must still be asked when the operator comes back. */
const isDialogOpen = (): boolean =>
  // One that was open before may stay in the page, unseen.
  [...document.querySelectorAll('[role="dialog"], [role="alertdialog"]')].some((dialog) =>
    dialog.checkVisibility()
  )

/** Would anything be lost with the page: something typed or chosen, a question, the answer to a call? */
export const isPageHeld = (): boolean =>
  isCallPending() || [...holds].some((isHeld) => isHeld()) || isDialogOpen()
