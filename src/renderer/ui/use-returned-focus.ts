import { useLayoutEffect } from 'react'

/** Gives the focus back to what had it before: for drawers that are on the page only while they are open. */
export function useReturnedFocus(): void {
  useLayoutEffect(() => {
    const before = document.activeElement
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    }
  }, [])
}
