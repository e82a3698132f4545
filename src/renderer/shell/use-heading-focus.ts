import { useEffect, useRef } from 'react'

/**
 * Takes the focus to the title of a page that was opened while what had the focus went with the page before: keyboard and
 * screen reader go on from there, instead of from nowhere.
 */
export function useHeadingFocus(visit: number): void {
  const first = useRef(visit)

  useEffect(() => {
    if (visit === first.current || document.activeElement !== document.body) return
    const heading = document.querySelector<HTMLElement>('main h1')
    if (heading === null) return
    heading.tabIndex = -1
    heading.focus({ preventScroll: true })
  }, [visit])
}
