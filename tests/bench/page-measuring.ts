// What runs in the page while it is measured: each function is carried over by itself.

declare global {
  interface Window {
    watched: { longest: number; observer: PerformanceObserver } | undefined
  }
}

/** Resolves when the page has had nothing to do for half a second. */
export async function untilQuiet(): Promise<void> {
  for (let quietFrames = 0; quietFrames < 30;) {
    const fromMs = performance.now()
    const frameMs = await new Promise<number>((resolve) =>
      requestAnimationFrame(() => resolve(performance.now() - fromMs))
    )
    quietFrames = frameMs < 30 ? quietFrames + 1 : 0
  }
}

export interface Scrolled {
  readonly longestTaskMs: number
  readonly p50: number
  readonly p99: number
  readonly worst: number
  readonly frames: number
}

export const scrolledText = ({ longestTaskMs, p50, p99, worst, frames }: Scrolled): string =>
  `scrolling: longest task ${longestTaskMs.toFixed(0)} ms, frames p50 ${p50.toFixed(0)} p99 ${p99.toFixed(0)} worst ${worst.toFixed(0)} ms, ${frames} frames`

/** Scrolls the list for six seconds, in steps of a wheel and in leaps, and measures every frame and long task. */
export async function measureScrolling(): Promise<Scrolled> {
  let longestTaskMs = 0
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) longestTaskMs = Math.max(longestTaskMs, entry.duration)
  })
  observer.observe({ entryTypes: ['longtask'] })
  // A listbox scrolls itself, a table lies in what scrolls.
  const scroller =
    document.querySelector('[role=listbox]') ?? document.querySelector('[role=table]')?.parentElement
  if (!scroller) throw new Error('There is no list')
  const frames: number[] = []
  const beginMs = performance.now()
  let lastMs = beginMs
  let step = 0
  while (lastMs - beginMs < 6_000) {
    step += 1
    scroller.scrollTop += step % 60 === 0 ? scroller.scrollHeight / 17 : 90
    if (scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 10) scroller.scrollTop = 0
    const nowMs = await new Promise<number>((resolve) =>
      requestAnimationFrame(() => resolve(performance.now()))
    )
    frames.push(nowMs - lastMs)
    lastMs = nowMs
  }
  observer.disconnect()
  frames.sort((a, b) => a - b)
  const at = (part: number) => frames[Math.min(frames.length - 1, Math.floor(frames.length * part))] ?? 0
  return { longestTaskMs, p50: at(0.5), p99: at(0.99), worst: at(1), frames: frames.length }
}

/** From now on the page's long tasks are noted. */
export function startWatching(): void {
  const watched = {
    longest: 0,
    observer: new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) watched.longest = Math.max(watched.longest, entry.duration)
    })
  }
  watched.observer.observe({ entryTypes: ['longtask'] })
  window.watched = watched
}

/** The longest task since then, in milliseconds; those under 50 ms are not told. */
export function stopWatching(): number {
  window.watched?.observer.disconnect()
  return window.watched?.longest ?? 0
}

/** Types into the search as a key would, and gives the time until the count of what was found is another one. */
export async function typeAndWait(text: string): Promise<number | null> {
  const input = document.querySelector<HTMLInputElement>('input[type=search]')
  const status = document.querySelector('[role=status]')
  if (!input || !status) throw new Error('There is no search')
  const before = status.textContent
  const startMs = performance.now()
  // React listens to the value that the prototype sets, as a key press does.
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text)
  input.dispatchEvent(new Event('input', { bubbles: true }))
  while (status.textContent === before && performance.now() - startMs < 1_000) {
    await new Promise((resolve) => requestAnimationFrame(resolve))
  }
  return status.textContent === before ? null : performance.now() - startMs
}
