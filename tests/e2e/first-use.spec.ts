import { expect, type Locator } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { messageField, nameField, stepInRail } from '../support/app/editor'
import { test } from '../support/app/loa-test'

/** With the mouse alone, as the user guide says it: no key leads from field to field. */
const CLICKS = 12
const SAID = [
  ['docs/user-guide.md', 'takes twelve clicks on six screens'],
  ['docs/user-guide.vi.md', 'cần mười hai lần bấm trên sáu màn hình']
] as const
const SCREENS = ['Overview', 'Message', 'Audience', 'Review', 'Runs', 'Practice inbox']

test('from an empty folder to a first run through the practice gateway: twelve clicks on six screens', async ({
  start
}) => {
  const { page } = await start()
  let clicks = 0
  const screens: string[] = []
  const click = async (control: Locator) => {
    clicks += 1
    await control.click()
  }
  const fill = async (field: Locator, text: string) => {
    await click(field)
    await expect(field).toBeFocused()
    await page.keyboard.type(text)
  }
  const sees = async (screen: string, sign: Locator) => {
    await expect(sign).toBeVisible()
    screens.push(screen)
  }

  await sees('Overview', page.getByRole('heading', { level: 1, name: 'Overview' }))
  await click(page.getByRole('button', { name: 'Write a campaign' }))

  await sees('Message', page.getByRole('heading', { level: 2, name: 'Message' }))
  // The name has the focus already.
  await expect(nameField(page)).toBeFocused()
  await page.keyboard.type('Morning reminder')
  await fill(messageField(page), 'Good morning!')
  await click(page.getByRole('button', { name: 'Next', exact: true }))

  await sees('Audience', page.getByRole('heading', { level: 2, name: 'Audience' }))
  const person = page.getByRole('form', { name: 'Add a contact' })
  await fill(person.getByRole('textbox', { name: 'First name' }), 'John')
  await fill(person.getByRole('textbox', { name: 'WhatsApp number' }), '0339170155')
  await fill(person.getByRole('textbox', { name: 'Phone' }), '0339170155')
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
  for (const [guide, sentence] of SAID) {
    expect((await readFile(guide, 'utf8')).replace(/\s+/g, ' ')).toContain(sentence)
  }
})
