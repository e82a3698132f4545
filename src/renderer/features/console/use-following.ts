import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { LineView } from './line-search'

interface Following {
  readonly isFollowing: boolean
  /** Lines that came while the view was paused. */
  readonly newLines: number
  readonly pause: () => void
  readonly resume: () => void
}

/** Where the list ended when following stopped; another list begins to follow again. */
interface Pause {
  readonly list: number
  readonly end: number
}

/**
 * Keeps the end of the log in sight until somebody scrolls up, and again once they are back at the end.
 * While paused the lines under the reader's eyes stay there, even when the oldest ones fall out of memory above.
 *
 * @param heldPlace the place of a line that is looked at: it stays in sight, also when another filter puts other lines
 *   around it
 */
export function useFollowing(
  element: HTMLDivElement | null,
  { list, first, end }: Pick<LineView, 'list' | 'first' | 'end'>,
  rowHeight: number,
  heldPlace: number | null
): Following {
  const [pause, setPause] = useState<Pause | null>(null)
  const drawn = useRef({ list, first, end })
  const isFollowing = heldPlace === null && pause?.list !== list

  useLayoutEffect(() => {
    const before = drawn.current
    drawn.current = { list, first, end }
    if (element === null) return
    if (isFollowing) element.scrollTo({ top: element.scrollHeight })
    else if (before.list === list && first > before.first)
      element.scrollBy({ top: -(first - before.first) * rowHeight })
    else if (before.list !== list && heldPlace !== null)
      element.scrollTo({ top: (heldPlace - first) * rowHeight - element.clientHeight / 2 })
  }, [element, list, first, end, isFollowing, rowHeight, heldPlace])

  useEffect(() => {
    if (element === null) return
    const scrolled = () => {
      const isAtEnd = element.scrollHeight - element.scrollTop - element.clientHeight < rowHeight
      setPause((current) => {
        if (isAtEnd) return null
        return current?.list === list ? current : { list, end: drawn.current.end }
      })
    }
    const resized = new ResizeObserver(() => {
      if (isFollowing) element.scrollTo({ top: element.scrollHeight })
    })
    resized.observe(element)
    element.addEventListener('scroll', scrolled, { passive: true })
    return () => {
      resized.disconnect()
      element.removeEventListener('scroll', scrolled)
    }
  }, [element, list, isFollowing, rowHeight])

  return {
    isFollowing,
    newLines: pause?.list === list ? end - pause.end : 0,
    pause: useCallback(
      () => setPause((current) => (current?.list === list ? current : { list, end: drawn.current.end })),
      [list]
    ),
    resume: useCallback(() => setPause(null), [])
  }
}
