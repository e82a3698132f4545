import { expect, type Page } from '@playwright/test'

/** The pages by their names, in the order of the navigation. */
export const PAGE_NAMES = [
  'Overview',
  'Campaigns',
  'Calendar',
  'To decide',
  'Contacts',
  'Runs',
  'Console',
  'Practice inbox',
  'Settings',
  'Health'
] as const

export type PageName = (typeof PAGE_NAMES)[number]

/** Opens a page by its name in the navigation. */
export async function openPage(page: Page, name: PageName): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

/** Sends everything to a gateway of the test's own. */
export async function chooseCustomGateway(page: Page, baseUrl: string, callUrl: string): Promise<void> {
  await openPage(page, 'Settings')
  await page.getByRole('radio', { name: 'Custom gateway' }).check()
  await page.getByRole('textbox', { name: 'Base address' }).fill(baseUrl)
  await page.getByRole('textbox', { name: 'AI call address' }).fill(callUrl)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeDisabled()
}

export interface TypedContact {
  readonly 'First name'?: string
  readonly 'Last name'?: string
  readonly Phone?: string
  readonly 'WhatsApp number'?: string
  readonly 'Telegram username'?: string
  readonly Email?: string
}

/** Adds a contact through its form. */
export async function addContact(page: Page, contact: TypedContact): Promise<void> {
  await openPage(page, 'Contacts')
  await page.getByRole('button', { name: 'Add contact' }).first().click()
  const form = page.getByRole('dialog')
  for (const [field, text] of Object.entries({ ...contact })) {
    await form.getByRole('textbox', { name: field }).fill(text)
  }
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form).toBeHidden()
}
