import { expect, type Page } from '@playwright/test'
import { openPage } from './pages'

export type StepName = 'Message' | 'Audience' | 'Channels' | 'Schedule' | 'Limits' | 'Review'

/** The line of steps, with what each holds and what is missing. */
export const rail = (page: Page) => page.getByRole('navigation', { name: 'Steps of the campaign' })

/** One step of it. */
export const stepInRail = (page: Page, name: StepName) => rail(page).getByRole('button', { name })

/** The fields of the message step. */
export const nameField = (page: Page) => page.getByRole('textbox', { name: 'Name', exact: true })
export const messageField = (page: Page) => page.getByRole('textbox', { name: 'Message', exact: true })

/** Begins a new campaign from the list. */
export async function newCampaign(page: Page): Promise<void> {
  await openPage(page, 'Campaigns')
  await page.getByRole('button', { name: 'New campaign' }).first().click()
  await atStep(page, 'Message')
}

/** Opens a campaign's editor from the list. */
export async function editCampaign(page: Page, name: string): Promise<void> {
  await openPage(page, 'Campaigns')
  await page.getByRole('button', { name: `Edit ${name}`, exact: true }).click()
  await atStep(page, 'Message')
}

/** Waits until a step is shown. */
export async function atStep(page: Page, name: StepName): Promise<void> {
  await expect(page.getByRole('heading', { level: 2, name, exact: true })).toBeVisible()
}

/** Goes to a step by its place in the rail. */
export async function goToStep(page: Page, name: StepName): Promise<void> {
  await stepInRail(page, name).click()
  await atStep(page, name)
}
