import { useEffect, useLayoutEffect, useRef } from 'react'
import { type AgendaLayout, dayAtLine, lineOf } from './agenda-layout'

/**
 * Keeps the day that is at the top where it is when lines come in above it (earlier days, new entries), and goes to
 * another one when that is asked for.
 */
export function useKeptPlace(
  element: HTMLElement | null,
  layout: AgendaLayout,
  lineHeight: number,
  date: string
): void {
  const kept = useRef({ asked: '', date, below: 0 })

  useLayoutEffect(() => {
    if (element === null) return
    if (kept.current.asked !== date) kept.current = { asked: date, date, below: 0 }
    element.scrollTo({ top: lineOf(layout, kept.current.date) * lineHeight + kept.current.below })
  }, [element, layout, lineHeight, date])

  useEffect(() => {
    if (element === null) return
    const note = () => {
      const place = dayAtLine(layout, Math.floor(element.scrollTop / lineHeight))
      if (place === undefined) return
      const { asked } = kept.current
      kept.current = { asked, date: place.day.date, below: element.scrollTop - place.line * lineHeight }
    }
    element.addEventListener('scroll', note, { passive: true })
    return () => element.removeEventListener('scroll', note)
  }, [element, layout, lineHeight])
}
