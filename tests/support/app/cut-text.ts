import type { Page } from '@playwright/test'

/**
 * Text of the status bar, the banners and the tables that does not fit its place. What ends in an ellipsis and says
 * the whole in its title is meant to; a name that a person gave may end so without.
 */
export const cutText = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const within =
      'footer, footer *, section[role="status"], section[role="status"] *, [role="cell"], [role="cell"] *'
    return [...document.querySelectorAll<HTMLElement>(within)]
      .filter((each) => {
        const { overflowX, overflowY, textOverflow } = getComputedStyle(each)
        if (
          overflowX === 'visible' ||
          !each.checkVisibility() ||
          each.clientWidth < 2 ||
          each.textContent.trim() === ''
        )
          return false
        const hasOwnText = [...each.childNodes].some(({ nodeType }) => nodeType === Node.TEXT_NODE)
        const mayEnd =
          textOverflow === 'ellipsis' &&
          (each.title !== '' || each.querySelector('button, [dir]') !== null || hasOwnText)
        const isCutBelow = overflowY === 'hidden' && each.scrollHeight > each.clientHeight + 2
        return (each.scrollWidth > each.clientWidth + 1 && !mayEnd) || isCutBelow
      })
      .map((each) => `cut: ${each.tagName.toLowerCase()} ${each.textContent.slice(0, 60)}`)
  })
