import { expect, type Page } from '@playwright/test'
import axe from 'axe-core'

/**
 * The same in the light and in the dark theme, one after the other: for a page that follows the system's theme, as it does
 * until one is chosen.
 */
export async function axeFaultsInBothThemes(page: Page): Promise<string[]> {
  const faults: string[] = []
  for (const theme of ['light', 'dark'] as const) {
    // Without motion the colours of a theme are all there at once.
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme)
    faults.push(...(await axeFaults(page)).map((fault) => `${theme}: ${fault}`))
  }
  return faults
}

/** What axe calls serious or critical on the page as it is now. */
export async function axeFaults(page: Page): Promise<string[]> {
  // Half a megabyte of script, once a page is enough.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const run = (window as unknown as { axe: typeof axe }).axe.run
    const { violations } = await run(document, { resultTypes: ['violations'] })
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)
  })
}
