import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { LogLine } from '../../../shared/domain/log-line'

interface Following {
  readonly isFollowing: boolean
  /** Lines that came while the view was paused. */
  readonly newLines: number
  readonly pause: () => void
  readonly resume: () => void
}

const countAfter = (lines: readonly LogLine[], seq: number): number => {
  let count = 0
  while (count < lines.length && (lines[lines.length - 1 - count]?.seq ?? 0) > seq) count += 1
  return count
}

/**
 * Keeps the end of the log in sight until somebody scrolls up, and again once they are back at the end.
 * While paused the lines under the reader's eyes stay there, even when the oldest ones fall out of memory above.
 */
export function useFollowing(
  element: HTMLDivElement | null,
  lines: readonly LogLine[],
  rowHeight: number
): Following {
  /** The last line when following stopped; null while following. */
  const [pausedAt, setPausedAt] = useState<number | null>(null)
  const drawn = useRef(lines)
  const lastSeq = lines.at(-1)?.seq ?? 0

  useLayoutEffect(() => {
    const before = drawn.current
    drawn.current = lines
    if (element === null) return
    if (pausedAt === null) {
      element.scrollTo({ top: element.scrollHeight })
      return
    }
    const firstSeq = lines[0]?.seq
    const fallenOut = before.findIndex((line) => line.seq === firstSeq)
    if (fallenOut > 0) element.scrollBy({ top: -fallenOut * rowHeight })
  }, [element, lines, pausedAt, rowHeight])

  useEffect(() => {
    if (element === null) return
    const scrolled = () => {
      const isAtEnd = element.scrollHeight - element.scrollTop - element.clientHeight < rowHeight
      setPausedAt((current) => (isAtEnd ? null : (current ?? lastSeq)))
    }
    const resized = new ResizeObserver(() => {
      if (pausedAt === null) element.scrollTo({ top: element.scrollHeight })
    })
    resized.observe(element)
    element.addEventListener('scroll', scrolled, { passive: true })
    return () => {
      resized.disconnect()
      element.removeEventListener('scroll', scrolled)
    }
  }, [element, lastSeq, pausedAt, rowHeight])

  return {
    isFollowing: pausedAt === null,
    newLines: pausedAt === null ? 0 : countAfter(lines, pausedAt),
    pause: () => setPausedAt((current) => current ?? lastSeq),
    resume: () => setPausedAt(null)
  }
}
