import type { Page } from '../../shared/ipc/pages'
import type { Destination } from '../../shared/ipc/desktop'
import { loa } from '../api'
import { openPage, useNavigationStore } from './navigation-store'
import { askToRunNow } from './run-now-store'

/** Goes where a click on the tray or on a notification leads. */
async function goTo({ page, run_now, ...target }: Destination<Page>): Promise<void> {
  if (run_now === undefined) return openPage(page, target)
  // The page that is shown may hold unsaved input, and the question needs no other.
  askToRunNow(run_now)
}

const noteShown = ({ page, run_id }: { readonly page: Page; readonly run_id: string | null }): void =>
  void loa.noteShown({ page, run_id })

/**
 * Follows the tray and the notifications, and tells the main process what is shown, until the returned function is
 * called. The first word of it means that the window listens: every other store must listen by then, and what the
 * operator left must be put back, or it would take the place of where they want to go now.
 */
export function startDesktopEvents(): () => void {
  const stopOpening = loa.onOpenPage((destination) => void goTo(destination))
  const stopTelling = useNavigationStore.subscribe((state, before) => {
    if (state.page !== before.page || state.run_id !== before.run_id) noteShown(state)
  })
  noteShown(useNavigationStore.getState())
  return () => {
    stopOpening()
    stopTelling()
  }
}
