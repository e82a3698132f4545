import { changeSettings } from '../support/app/change-settings'
import { expect, type Page } from '@playwright/test'
import { contactDraftSchema } from '../../src/shared/domain/contact'
import { axeFaults } from '../support/app/axe-faults'
import { test } from '../support/app/loa-test'
import { openPage } from '../support/app/pages'
import '../support/app/sample'
import { wordsOf } from '../support/app/words'

const words = wordsOf('en', 'message')
const NAME = 'Class reminder'

const person = (first_name: string, number: number) =>
  contactDraftSchema.parse({
    first_name,
    last_name: 'Nguyễn',
    phone: `+84 90 123 45${number}`,
    whatsapp_number: `+84 90 123 45${number}`,
    telegram_username: `learner${number}`
  })

/** A draft for An, Bình and somebody without a first name, opened where its message is written. */
async function openMessageStep(page: Page, text: string): Promise<void> {
  const people = [person('An', 10), person('Bình', 11), person('', 12)]
  await page.evaluate(
    async ({ people, name, text }) => {
      const contacts: string[] = []
      for (const one of people) {
        const saved = await window.loa.saveContact(one)
        if (!saved.ok) throw new Error(saved.error.code)
        contacts.push(saved.value._id)
      }
      const saved = await window.loa.saveCampaign({
        name,
        call_script: text,
        placeholders: true,
        contacts,
        schedule_settings: { frequency: 'daily', start_time: '2031-01-01T09:00:00', timezone: 'UTC' }
      })
      if (!saved.ok) throw new Error(saved.error.code)
    },
    { people, name: NAME, text }
  )
  await openPage(page, 'Campaigns')
  await page.getByRole('row', { name: new RegExp(NAME) }).click()
  await expect(message(page)).toHaveValue(text)
}

const message = (page: Page) => page.getByRole('textbox', { name: words.label, exact: true })
const preview = (page: Page) => page.getByRole('region', { name: words.preview.title })
const check = (page: Page) => page.getByRole('region', { name: words.check.title })
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

const selectedText = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const field = document.activeElement
    if (!(field instanceof HTMLTextAreaElement)) return ''
    return field.value.slice(field.selectionStart, field.selectionEnd)
  })

test('placeholders come from the menu and from what is typed, by keyboard alone', async ({ start }) => {
  const { page } = await start()
  await openMessageStep(page, 'Hello ')
  await button(page, words.placeholders.insert).press('Enter')
  await expect(page.getByRole('combobox', { name: words.placeholders.search })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('textbox', { name: words.placeholders.fallback })).toBeFocused()
  await page.keyboard.type('my "friend"')
  await page.keyboard.press('Enter')
  const greeting = 'Hello {{ first_name | default: "my \\"friend\\"" }}'
  await expect(message(page)).toHaveValue(greeting)
  await expect(message(page)).toBeFocused()

  await page.keyboard.type(', {{ la')
  const offered = page.getByRole('listbox', { name: words.placeholders.suggestions })
  await expect(offered.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(offered).toBeHidden()
  await expect(message(page)).toHaveValue(`${greeting}, {{ la`)
  for (let back = 0; back < 5; back += 1) await page.keyboard.press('Backspace')
  await page.keyboard.type('{{ name')
  await expect(offered.getByRole('option', { selected: true })).toContainText('First name')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(message(page)).toHaveValue(`${greeting}, {{ last_name }}`)

  await expect(preview(page)).toContainText('Hello An, Nguyễn')
  await button(page, words.preview.person_before).press('Enter')
  await expect(preview(page)).toContainText('Hello my "friend", Nguyễn')
})

test('the preview shows anybody, and a missing value gets a fallback by one click', async ({ start }) => {
  const { page } = await start()
  await openMessageStep(page, 'Hello {{ first_name }}!')
  await expect(preview(page)).toContainText('Hello An!')
  await button(page, words.preview.person_next).click()
  await expect(preview(page)).toContainText('Hello Bình!')
  await preview(page).getByRole('combobox', { name: words.preview.person }).fill('nguyen')
  await page.getByRole('option', { name: 'Nguyễn', exact: true }).click()
  await expect(preview(page)).toContainText('Hello first name is missing!')
  await expect(preview(page)).toContainText('gets nothing on this channel')

  await expect(check(page)).toContainText('1 of 3 people has no first name. This person is skipped.')
  await check(page).getByRole('button', { name: words.check.allow_blanks }).click()
  await expect(check(page)).toContainText('This person gets it with a blank.')
  await check(page).getByRole('button', { name: 'Add a fallback for first name' }).click()
  await expect(message(page)).toHaveValue('Hello {{ first_name | default: "there" }}!')
  expect(await selectedText(page)).toBe('there')
  await page.keyboard.type('you')
  await expect(preview(page)).toContainText('Hello you!')
  await expect(check(page)).toContainText('Nothing stands against this message')
})

test('what is wrong with a text is placed, shown and put right', async ({ start }) => {
  const { page } = await start()
  await openMessageStep(page, 'Hello\n{{ frist_name }}!')
  await expect(check(page)).toContainText('Did you mean first_name?')
  await expect(check(page)).toContainText('Line 2, column 4')
  await check(page)
    .getByRole('button', { name: /^Show line 2/ })
    .click()
  await expect.poll(() => selectedText(page)).toBe('{{ frist_name }}')
  await button(page, 'Use first_name').click()
  await expect(message(page)).toHaveValue('Hello\n{{ first_name }}!')
  await expect(preview(page)).toContainText('An!')

  await message(page).fill('Hello {% if first_name %}you')
  await expect(check(page)).toContainText('Write {% endif %} where it ends.')
  await expect(preview(page)).toContainText(words.preview.cannot)
  await message(page).fill('Hello {{ first_name')
  await message(page).press('Escape')
  await expect(check(page)).toContainText('is not closed. Write }} behind it.')
})

test('how long a text is stands below it: letters as people count them, messages, and the time of a call', async ({
  start
}) => {
  const { page } = await start()
  await openMessageStep(page, 'Hello')
  const counts = page.getByText(/^[\d,]+ characters?( ·|$)/)
  await expect(counts).toHaveText('5 characters · about 1 s spoken')
  await message(page).fill('Chào ế 👩‍👧')
  await expect(counts).toHaveText('8 characters · about 1 s spoken')
  await message(page).fill('x'.repeat(4_096))
  await expect(counts).toHaveText('4,096 characters · about 1 s spoken')
  await message(page).press('Control+End')
  await page.keyboard.type('y')
  await expect(counts).toHaveText('4,097 characters · 2 messages on WhatsApp and Telegram · about 1 s spoken')
  await message(page).fill(`${'word '.repeat(449)}word`)
  await expect(counts).toHaveText('2,249 characters · about 3 min spoken')
})

for (const [what, text] of [
  ['loops for ever', 'Hello\nyou {% for i in (1..1000000000) %}x{% endfor %}'],
  ['would become ten megabytes', `Hello\nyou {% for i in (1..1000) %}${'x'.repeat(10_000)}{% endfor %}`],
  ['loops for ever for each person', 'Hello\nyou {% for i in (1..1000000000) %}{{ last_name }}{% endfor %}']
] as const) {
  test(`a text that ${what} is said with its place, holds nothing up and is never activated`, async ({
    start
  }) => {
    const { page } = await start()
    await openMessageStep(page, 'Hello')
    await message(page).fill(text)
    // Typing goes on while it is checked.
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Another name')
    await expect(page.getByRole('heading', { level: 1, name: 'Another name' })).toBeVisible()
    await expect(check(page)).toContainText(
      'This text cannot be filled in: it takes too much work to fill in.'
    )
    await expect(check(page)).toContainText('Line 2, column 5')
    await expect(preview(page)).toContainText(words.preview.cannot)
    await check(page)
      .getByRole('button', { name: /^Show line 2/ })
      .click()
    await expect.poll(() => selectedText(page)).toMatch(/^\{% for i in \(1\.\.\d+\) %\}$/)

    await page.keyboard.press('Alt+6')
    await expect(page.getByRole('heading', { level: 2, name: 'Review' })).toBeVisible()
    await expect(page.getByRole('main')).toContainText('it takes too much work to fill in')
    await page.getByRole('checkbox', { name: /called by the AI/ }).check()
    await button(page, 'Activate').click()
    await expect(page.getByText(wordsOf('en', 'errors').message_wrong)).toBeVisible()
    await expect
      .poll(() => page.evaluate(() => window.loa.listCampaigns()))
      .toMatchObject({ value: [{ campaign: { name: 'Another name', status: 'draft' } }] })

    await page.keyboard.press('Alt+1')
    await message(page).fill('Hello {{ last_name }}')
    await expect(preview(page)).toContainText('Hello Nguyễn')
    await expect(check(page)).toContainText('Nothing stands against this message')
  })
}

test('a channel can say something else, and say the same again', async ({ start }) => {
  const { page } = await start()
  await openMessageStep(page, 'Hello {{ first_name }}')
  await page.getByRole('switch', { name: words.own.switch }).press('Space')
  await page.getByRole('tab', { name: 'Telegram' }).click()
  const telegram = page.getByRole('textbox', { name: 'Message on Telegram' })
  await expect(telegram).not.toBeEditable()
  await button(page, words.own.write).click()
  await expect(telegram).toBeFocused()
  await page.keyboard.type(', on Telegram')
  await expect(preview(page)).toContainText('Hello An, on Telegram')
  await page.getByRole('tab', { name: words.tabs.all, exact: true }).click()
  await expect(message(page)).toHaveValue('Hello {{ first_name }}')

  await page.getByRole('tab', { name: 'Telegram' }).click()
  await button(page, words.own.remove).click()
  await expect(telegram).toHaveValue('Hello {{ first_name }}')
  await button(page, 'Undo').last().click()
  await expect(telegram).toHaveValue('Hello {{ first_name }}, on Telegram')
  await telegram.fill('  ')
  await page.getByRole('tab', { name: words.tabs.all, exact: true }).click()
  await button(page, 'Save').click()
  await expect(telegram).toHaveAttribute('aria-invalid', 'true')
  await telegram.fill('Hi {{ first_name }}')
  await button(page, 'Save').click()
  await expect
    .poll(() => page.evaluate(() => window.loa.listCampaigns()))
    .toMatchObject({ value: [{ campaign: { texts: { telegram: 'Hi {{ first_name }}' } } }] })
})

test('a message is kept as a template, comes back and can be deleted', async ({ start }) => {
  const { page } = await start()
  await openMessageStep(page, 'Hello {{ first_name }}')
  const menu = page.getByRole('dialog', { name: words.templates.title })
  const insert = (name: string) => menu.getByRole('button', { name: new RegExp(`^${name}`) })
  await button(page, words.templates.title).click()
  await expect(menu).toContainText(words.templates.empty)
  await menu.getByRole('button', { name: words.templates.save_this }).click()
  await page.getByRole('textbox', { name: words.templates.name, exact: true }).last().fill('My greeting')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Template “My greeting” saved')).toBeVisible()

  await button(page, words.templates.title).click()
  await insert(words.examples.payment.name).click()
  await button(page, words.templates.replace).click()
  await expect(message(page)).toHaveValue(words.examples.payment.text)
  await button(page, 'Undo').last().click()
  await expect(message(page)).toHaveValue('Hello {{ first_name }}')

  await message(page).fill('')
  await button(page, words.templates.title).click()
  await insert('My greeting').click()
  await expect(message(page)).toHaveValue('Hello {{ first_name }}')
  await button(page, words.templates.title).click()
  await menu.getByRole('button', { name: 'Rename the template “My greeting”' }).click()
  await page.getByRole('textbox', { name: words.templates.name, exact: true }).last().fill('Short hello')
  await page.keyboard.press('Enter')
  await expect(page.getByText('The template is now called “Short hello”')).toBeVisible()

  await button(page, words.templates.title).click()
  await expect(insert('Short hello')).toBeVisible()
  await expect(insert('My greeting')).toBeHidden()
  await menu.getByRole('button', { name: 'Delete the template “Short hello”' }).click()
  await expect(insert('Short hello')).toBeHidden()
  const deleted = page.getByRole('status').filter({ hasText: /Template “Short hello” deleted/ })
  await deleted.getByRole('button', { name: 'Undo' }).click()
  await button(page, words.templates.title).click()
  await expect(insert('Short hello')).toBeVisible()
})

test('a test arrives in the practice inbox, filled in, and says why it cannot be sent', async ({ start }) => {
  const { page } = await start()
  await openMessageStep(page, 'Hello {{ first_name }}')
  await expect(preview(page)).toContainText('Hello An')
  await button(page, words.test.open).click()
  const dialog = page.getByRole('dialog', { name: words.test.title })
  await dialog.getByRole('button', { name: words.test.send }).click()
  await expect(dialog).toContainText(words.test.nothing_ticked)
  await dialog.getByRole('textbox', { name: words.test.address.whatsapp }).fill('+84 912 345 678')
  await dialog.getByRole('textbox', { name: words.test.address.telegram }).fill('no name')
  await dialog.getByRole('button', { name: words.test.send }).click()
  await expect(dialog).toContainText(words.test.address_name)
  await dialog.getByRole('textbox', { name: words.test.address.telegram }).fill('')
  await expect.poll(() => axeFaults(page)).toEqual([])
  await dialog.getByRole('button', { name: words.test.send }).click()
  await expect(dialog).toContainText(words.test.result.sent_practice)
  const inbox = await page.evaluate(() => window.loa.getPracticeInbox())
  expect(inbox.ok && inbox.value.messages.map(({ channel, to, text }) => ({ channel, to, text }))).toEqual([
    { channel: 'whatsapp', to: '+84 912 345 678', text: 'Hello An' }
  ])
  const settings = await page.evaluate(() => window.loa.getSettings())
  expect(settings).toMatchObject({ value: { test_addresses: { whatsapp: '+84 912 345 678', telegram: '' } } })

  await page.evaluate(() => window.loa.setEmergencyStop(true))
  await dialog.getByRole('button', { name: words.test.send_again }).click()
  await expect(dialog.getByRole('alert')).toContainText(wordsOf('en', 'errors').emergency_stop)
})

test('a text that was sent as it is stays so until placeholders are turned on', async ({ start }) => {
  const { page } = await start()
  await openMessageStep(page, 'Hello {{ first_name }}')
  await page.getByRole('switch', { name: words.fill_in.switch }).press('Space')
  await expect(page.getByText(words.fill_in.off)).toBeVisible()
  await expect(preview(page)).toContainText('Hello {{ first_name }}')
  await button(page, words.fill_in.turn_on).click()
  await expect(preview(page)).toContainText('Hello An')
})

test('the marks stay under their words, however long the text is', async ({ start }) => {
  const { page } = await start()
  await openMessageStep(page, 'Hello')
  await message(page).fill(`${'Some words of a long text. '.repeat(80)}{{ first_name }}\n`.repeat(3))
  await message(page).press('Control+End')
  await page.keyboard.type('{{ ')
  const list = page.getByRole('listbox', { name: words.placeholders.suggestions })
  await expect(list).toBeInViewport()
  const places = await message(page).evaluate((field: HTMLTextAreaElement) => {
    const layer = field.parentElement?.querySelector('[aria-hidden]')
    const box = ({ left, top, width, height }: DOMRect) => [left, top, width, height]
    return {
      field: box(field.getBoundingClientRect()),
      layer: layer == null ? null : box(layer.getBoundingClientRect()),
      hidden: field.scrollHeight - field.clientHeight,
      scrolled: (field.closest('[class*="frame"]')?.scrollTop ?? 0) > 100,
      marks: layer?.querySelectorAll('mark').length
    }
  })
  expect(places).toEqual({ field: places.layer, layer: places.field, hidden: 0, scrolled: true, marks: 3 })
})

test('a megabyte of text is counted and refused in words, and typing goes on', async ({ start }) => {
  const { page } = await start()
  await openMessageStep(page, 'Hello {{ first_name }}')
  await message(page).fill('ế {{ first_name }} '.repeat(52_000))
  await expect(page.getByText('At most 100,000 characters can be sent.').first()).toBeVisible()
  await expect(button(page, words.test.open)).toBeDisabled()
  await message(page).fill(`{{${' '.repeat(9_990)}`.repeat(2))
  await expect(check(page)).toContainText('not closed')
  await message(page).fill('Hello \u202E{{ first_name }}\u200B')
  await expect(preview(page)).toContainText('An')
})

test('the message is open to everybody', async ({ start }) => {
  const { page } = await start()
  await openMessageStep(page, 'Hello {{ first_name }}, {{ frist_name }}')
  await expect(check(page)).toContainText('Did you mean')
  await page.getByRole('switch', { name: words.own.switch }).press('Space')
  for (const theme of ['light', 'dark'] as const) {
    await changeSettings(page, { theme })
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme)
    for (const channel of ['WhatsApp', 'Telegram', 'AI call']) {
      await preview(page).getByText(channel, { exact: true }).click()
      await expect(preview(page)).toContainText('“frist_name” is missing')
      await expect.poll(() => axeFaults(page)).toEqual([])
    }
  }
  await button(page, words.placeholders.insert).click()
  await expect(page.getByRole('option').first()).toBeVisible()
  await expect.poll(() => axeFaults(page)).toEqual([])
  await page.keyboard.press('Escape')
  await message(page).focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' {{ f')
  await expect(page.getByRole('option').first()).toBeVisible()
  await expect.poll(() => axeFaults(page)).toEqual([])
  await page.keyboard.press('Enter')
  await button(page, words.templates.title).click()
  await expect(page.getByRole('dialog', { name: words.templates.title })).toBeVisible()
  // While the menu fades in its contrast is not what it will be.
  await expect.poll(() => axeFaults(page)).toEqual([])
})
