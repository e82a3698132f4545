import { useCallback, useRef, useState, useSyncExternalStore } from 'react'

/** Rows drawn beyond the visible ones, so that neither a quick scroll nor an arrow key meets a gap. */
const OVERSCAN = 8

export interface RowWindow {
  /** Goes on the element that scrolls. */
  readonly scroller: (element: HTMLDivElement | null) => void
  /** The element itself, once it is on the page. */
  readonly element: HTMLDivElement | null
  readonly first: number
  /** Exclusive. */
  readonly end: number
  /** The first row that is in sight, and how many are. */
  readonly firstSeen: number
  readonly seen: number
}

/** What of a list is in sight: read when it scrolls or changes its size, at which moments it costs no layout. */
interface Sight {
  readonly scrollTop: number
  readonly height: number
}

/**
 * Which rows of one height are to be drawn, so that 100,000 of them scroll like forty.
 * Our own instead of react-virtual: with rows of one height it is this short, it re-renders only when a row comes in
 * or goes out, and it keeps the React rules that `useVirtualizer` breaks.
 */
export function useRowWindow(count: number, rowHeight: number): RowWindow {
  const [element, setElement] = useState<HTMLDivElement | null>(null)
  // Before it is known how high the list is, as many are drawn as the window could show: nothing is drawn twice then.
  const sight = useRef<Sight>({ scrollTop: 0, height: window.innerHeight })

  const subscribe = useCallback(
    (changed: () => void) => {
      if (element === null) return () => undefined
      const look = () => {
        sight.current = { scrollTop: element.scrollTop, height: element.clientHeight }
        changed()
      }
      const observer = new ResizeObserver(look)
      observer.observe(element)
      element.addEventListener('scroll', look, { passive: true })
      return () => {
        observer.disconnect()
        element.removeEventListener('scroll', look)
      }
    },
    [element]
  )

  const firstSeen = useSyncExternalStore(subscribe, () => Math.floor(sight.current.scrollTop / rowHeight))
  const seen = useSyncExternalStore(subscribe, () => Math.ceil(sight.current.height / rowHeight))
  const end = Math.min(count, firstSeen + seen + OVERSCAN)
  // A list that became shorter is still scrolled to where it was for one frame: draw its end, not nothing.
  const first = Math.max(0, Math.min(firstSeen, count - seen) - OVERSCAN)
  return { scroller: setElement, element, first, end, firstSeen, seen }
}
