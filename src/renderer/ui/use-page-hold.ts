import { useEffect, useEffectEvent } from 'react'
import { holdPage } from '../stores/page-holds'

/**
 * Keeps the window from being taken away in the tray while something would be lost with this part of the page.
 * @param isHeld asked at that moment
 */
export function usePageHold(isHeld: () => boolean): void {
  const ask = useEffectEvent(isHeld)
  useEffect(() => holdPage(() => ask()), [])
}
