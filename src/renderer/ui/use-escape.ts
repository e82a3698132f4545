import { useEffect, useRef } from 'react'
import { OVERLAYS_ID } from '../theme'

/** An open list, calendar or dialog takes Escape for itself. */
const isSomethingOpen = (): boolean =>
  [
    ...document.querySelectorAll(
      `#${OVERLAYS_ID} :is([data-position], [role="dialog"]):not(.mantine-Notifications-root)`
    )
  ].some((overlay) => overlay.checkVisibility())

/** Calls back on Escape, wherever the focus is, unless something above the page is open or a field uses the key. */
export function useEscape(onEscape: () => void): void {
  const latest = useRef(onEscape)

  useEffect(() => {
    latest.current = onEscape
  })

  useEffect(() => {
    let taken = false
    // Seen on the way down, before the list that is open closes itself and leaves no trace.
    const notice = () => (taken = isSomethingOpen())
    const act = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !taken) latest.current()
    }
    window.addEventListener('keydown', notice, { capture: true })
    window.addEventListener('keydown', act)
    return () => {
      window.removeEventListener('keydown', notice, { capture: true })
      window.removeEventListener('keydown', act)
    }
  }, [])
}
