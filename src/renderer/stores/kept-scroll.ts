const WAIT_MS = 30
/** A list whose rows have not come by then has other rows now. */
const LONGEST_MS = 3_000
/** Parts of a pixel are rounded, and differently at each zoom. */
const CLOSE_PX = 2
const OPERATOR = ['wheel', 'keydown', 'pointerdown'] as const

/** How far something is scrolled: the way to it from the body, a child's place at each step; `null` is its end. */
export interface ScrolledPlace {
  readonly path: readonly number[]
  readonly top: number | null
}

let left: readonly ScrolledPlace[] = []

/** Where everything is that is scrolled. */
export const scrolledPlaces = (): ScrolledPlace[] =>
  [...document.querySelectorAll('#root *')]
    .filter(({ scrollTop }) => scrollTop > 0)
    .map((element) => ({ path: pathOf(element), top: isAtEnd(element) ? null : element.scrollTop }))

/** Keeps it until `returnToScroll`. */
export function keepScroll(places: readonly ScrolledPlace[]): void {
  left = places
}

/** Scrolls back to where everything was, as soon as it is drawn that far; not when the operator scrolls first. */
export function returnToScroll(): void {
  if (left.length === 0) return
  let places = left
  left = []
  const endMs = performance.now() + LONGEST_MS
  const giveUp = () => (places = [])
  for (const event of OPERATOR) addEventListener(event, giveUp, { once: true, capture: true })
  const tryAgain = () => {
    places = places.filter((place) => !isScrolledTo(place))
    if (places.length > 0 && performance.now() < endMs) return void setTimeout(tryAgain, WAIT_MS)
    for (const event of OPERATOR) removeEventListener(event, giveUp, { capture: true })
  }
  tryAgain()
}

function isScrolledTo({ path, top }: ScrolledPlace): boolean {
  const element = path.reduce<Element | undefined>((parent, place) => parent?.children[place], document.body)
  if (element === undefined) return false
  const wanted = top ?? element.scrollHeight - element.clientHeight
  if (wanted <= 0) return false
  element.scrollTop = wanted
  return Math.abs(element.scrollTop - wanted) < CLOSE_PX
}

const isAtEnd = ({ scrollTop, clientHeight, scrollHeight }: Element): boolean =>
  scrollTop + clientHeight >= scrollHeight - CLOSE_PX

function pathOf(element: Element): number[] {
  const path: number[] = []
  for (let each = element; each !== document.body && each.parentElement !== null; each = each.parentElement)
    path.unshift([...each.parentElement.children].indexOf(each))
  return path
}
