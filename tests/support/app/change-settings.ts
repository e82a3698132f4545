import type { Page } from '@playwright/test'
import type { Settings } from '../../../src/shared/domain/settings'
import type { Result } from '../../../src/shared/result'
import './sample'

const valueOf = <Value>(result: Result<Value>): Value => {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

/** Changes settings by the app's own calls, for tests whose subject is what follows from them. Throws when they are refused. */
export async function changeSettings(
  page: Page,
  change: Partial<Settings> | ((now: Settings) => Partial<Settings>)
): Promise<void> {
  const now = valueOf(await page.evaluate(() => window.loa.getSettings()))
  const changed = { ...now, ...(typeof change === 'function' ? change(now) : change) }
  valueOf(await page.evaluate((settings) => window.loa.saveSettings(settings), changed))
}
