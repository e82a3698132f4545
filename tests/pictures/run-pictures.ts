import { expect, type Page } from '@playwright/test'
import { wordsOf } from '../support/app/words'
import type { Scene } from './campaign-pictures'
import { WEEKEND } from './sample-campaigns'
import { BUSY_AT } from './sample-history'
import { samplePeople } from './sample-people'
import { type Look, turnTo } from './taking'

/** The last run of the campaign with three channels. */
async function openLastRun(page: Page, look: Look): Promise<void> {
  await turnTo(page, look, 'runs')
  await page.getByRole('button', { name: WEEKEND.name }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(WEEKEND.name)
  await expect(page.getByRole('cell', { name: /John Doe/ }).first()).toBeVisible()
}

/** The pictures of a run that is over. */
export const runScenes: Readonly<Record<string, Scene>> = {
  run: openLastRun,
  comparison: async (page, look) => {
    await openLastRun(page, look)
    const words = wordsOf(look.language, 'runs')
    await page.getByRole('tab', { name: words.tabs.compared }).click()
    await expect(page.getByText(words.compared.this, { exact: true })).toBeVisible()
  },
  delivery: async (page, look) => {
    await openLastRun(page, look)
    const person = samplePeople[BUSY_AT]
    const row = page.getByRole('row', { name: new RegExp(`${person?.first_name} ${person?.last_name}`) })
    await row.getByRole('cell').nth(1).getByRole('button').click()
    const words = wordsOf(look.language, 'runs')
    await expect(page.getByRole('dialog').getByText(words.steps.title)).toBeVisible()
  }
}
