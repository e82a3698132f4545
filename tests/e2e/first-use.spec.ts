import { expect, type Locator } from '@playwright/test'
import { messageField, nameField, stepInRail } from '../support/app/editor'
import { test } from '../support/app/loa-test'

/** As the user guide says it. */
const CLICKS = 8
const SCREENS = ['Overview', 'Message', 'Audience', 'Review', 'Runs', 'Practice inbox']

test('from an empty folder to a first run through the practice gateway: eight clicks on six screens', async ({
  start
}) => {
  const { page } = await start()
  let clicks = 0
  const screens: string[] = []
  const click = async (control: Locator) => {
    clicks += 1
    await control.click()
  }
  const sees = async (screen: string, sign: Locator) => {
    await expect(sign).toBeVisible()
    screens.push(screen)
  }

  await sees('Overview', page.getByRole('heading', { level: 1, name: 'Overview' }))
  await click(page.getByRole('button', { name: 'Write a campaign' }))

  await sees('Message', page.getByRole('heading', { level: 2, name: 'Message' }))
  // The name has the focus already; Tab would lead on.
  await expect(nameField(page)).toBeFocused()
  await page.keyboard.type('Morning reminder')
  await messageField(page).focus()
  await page.keyboard.type('Good morning!')
  await click(page.getByRole('button', { name: 'Next', exact: true }))

  await sees('Audience', page.getByRole('heading', { level: 2, name: 'Audience' }))
  const person = page.getByRole('form', { name: 'Add a contact' })
  await person.getByRole('textbox', { name: 'First name' }).focus()
  await page.keyboard.type('John')
  await person.getByRole('textbox', { name: 'WhatsApp number' }).focus()
  await page.keyboard.type('0339170155')
  await person.getByRole('textbox', { name: 'Phone' }).focus()
  await page.keyboard.type('0339170155')
  await click(person.getByRole('button', { name: 'Add and pick' }))
  await expect(page.getByRole('checkbox', { name: 'John' })).toBeChecked()
  await click(stepInRail(page, 'Review'))

  await sees(
    'Review',
    page.getByText(/“Morning reminder” goes to 1 person: 1 WhatsApp message and 1 AI call\./)
  )
  await click(page.getByRole('checkbox', { name: 'Yes, 1 person is called by the AI in each run' }))
  await click(page.getByRole('button', { name: 'Save and run now' }))
  await click(page.getByRole('dialog').getByRole('button', { name: 'Run now' }))

  await sees('Runs', page.getByText(/2 sent/).first())
  await click(page.getByRole('navigation').getByRole('button', { name: 'Practice inbox' }))
  await sees('Practice inbox', page.getByRole('heading', { level: 1, name: 'Practice inbox' }))
  await expect(page.getByText('Good morning!')).toHaveCount(2)

  expect(clicks).toBe(CLICKS)
  expect(screens).toEqual(SCREENS)
})
