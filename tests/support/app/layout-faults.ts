import type { Page } from '@playwright/test'

/** What is cut off, covered or out of reach on the page as it is now; a dialog that is open is all there is. */
export const layoutFaults = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const faults: string[] = []
    const root = document.documentElement
    if (root.scrollWidth > root.clientWidth)
      faults.push(`scrolls sideways by ${root.scrollWidth - root.clientWidth}`)
    // A part that can be scrolled sideways by keyboard, such as a wide table, may be wide.
    for (const part of document.querySelectorAll<HTMLElement>('main, main *')) {
      const { overflowX } = getComputedStyle(part)
      const isScroller = overflowX === 'auto' || overflowX === 'scroll'
      if (
        isScroller &&
        part.scrollWidth > part.clientWidth + 1 &&
        part.tabIndex < 0 &&
        !part.matches('textarea')
      ) {
        faults.push(`scrolls inside: ${part.tagName} .${part.className}`)
      }
    }
    const dialogs = [...document.querySelectorAll('[role="dialog"]')].filter((each) => each.checkVisibility())
    const within: ParentNode = dialogs.at(-1) ?? document
    const nameOf = (element: Element) =>
      `${element.tagName.toLowerCase()} ${element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 40)}`
    const controls = within.querySelectorAll<HTMLElement>(
      'button, a[href], input, textarea, select, [role="button"], [role="tab"], [role="switch"]'
    )
    for (const control of controls) {
      const isShown =
        control.checkVisibility({ checkVisibilityCSS: true }) &&
        control.closest('[inert], [aria-hidden="true"]') === null
      const labels = 'labels' in control ? [...((control as HTMLInputElement).labels ?? [])] : []
      const { width, height } = control.getBoundingClientRect()
      if (!isShown || width < 2 || height < 2) continue
      control.scrollIntoView({ block: 'center', inline: 'center' })
      const box = control.getBoundingClientRect()
      const x = box.left + box.width / 2
      const y = box.top + box.height / 2
      if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) {
        faults.push(`out of reach: ${nameOf(control)}`)
        continue
      }
      const top = document.elementFromPoint(x, y)
      const isItself = top !== null && (control.contains(top) || labels.some((label) => label.contains(top)))
      // A field of a composed control is drawn by the part around it.
      const isPart =
        top !== null &&
        top.contains(control) &&
        top.closest(
          'label, [role="radiogroup"], .mantine-Input-wrapper, .mantine-Switch-root, .mantine-Checkbox-root, .mantine-Radio-root, .mantine-SegmentedControl-root'
        ) !== null
      const isBeside =
        top !== null && control.parentElement?.contains(top) === true && control instanceof HTMLInputElement
      if (!isItself && !isPart && !isBeside) {
        faults.push(
          `covered: ${nameOf(control)} by ${top === null ? 'nothing' : nameOf(top)} .${top?.className ?? ''}`
        )
      }
    }
    for (const heading of document.querySelectorAll<HTMLElement>('h1, h2')) {
      if (heading.checkVisibility() && heading.scrollWidth > heading.clientWidth + 1)
        faults.push(`cut: ${nameOf(heading)}`)
    }
    return faults
  })
