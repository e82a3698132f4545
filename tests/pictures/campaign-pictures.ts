import { expect, type Page } from '@playwright/test'
import { wordsOf } from '../support/app/words'
import { NEW_YEAR, WEEKEND } from './sample-campaigns'
import { type Look, turnTo } from './taking'

/** Goes to what a picture shows. */
export type Scene = (page: Page, look: Look) => Promise<void>

async function openStep(
  page: Page,
  look: Look,
  name: string,
  step: 'message' | 'schedule' | 'review'
): Promise<void> {
  const { row, editor } = wordsOf(look.language, 'campaigns')
  await turnTo(page, look, 'campaigns')
  await page.getByRole('button', { name: row.edit_label.replace('{{name}}', name), exact: true }).click()
  await page
    .getByRole('navigation', { name: editor.steps_label })
    .getByRole('button', { name: editor.steps[step] })
    .click()
  await expect(page.getByRole('heading', { level: 2, name: editor.steps[step] })).toBeVisible()
}

/** The review with everything that it asks for: the sentence, the message, the tick. */
async function openReview(page: Page, look: Look, name: string): Promise<void> {
  await openStep(page, look, name, 'review')
  await expect(page.getByText(new RegExp(`“${name}”`)).last()).toBeVisible()
  await expect(page.getByText(/An Nguyễn Văn|John/).first()).toBeVisible()
  await expect(page.getByRole('checkbox').first()).toBeVisible()
}

/** The pictures of the editor and of what comes before a run. */
export const campaignScenes: Readonly<Record<string, Scene>> = {
  'campaign-editor': async (page, look) => {
    await openStep(page, look, WEEKEND.name, 'schedule')
    await expect(page.getByText(wordsOf(look.language, 'campaigns').schedule.preview_title)).toBeVisible()
  },
  'excluded-dates': async (page, look) => {
    await openStep(page, look, WEEKEND.name, 'schedule')
    const dates = page.getByRole('group', { name: wordsOf(look.language, 'campaigns').schedule.exclude })
    await dates.evaluate((element) => element.scrollIntoView({ block: 'center' }))
    await expect(page.locator('del').first()).toBeVisible()
  },
  message: async (page, look) => {
    await openStep(page, look, WEEKEND.name, 'message')
    const words = wordsOf(look.language, 'message')
    const preview = page.getByRole('region', { name: words.preview.title })
    await expect(preview.getByText(/Chào John/)).toBeVisible()
    const check = page.getByRole('region', { name: words.check.title })
    await expect(check.getByText(words.check.good_other)).toBeVisible()
  },
  review: (page, look) => openReview(page, look, WEEKEND.name),
  'review-draft': (page, look) => openReview(page, look, NEW_YEAR.name),
  rehearsal: async (page, look) => {
    await openReview(page, look, WEEKEND.name)
    const words = wordsOf(look.language, 'rehearsal')
    const section = page.getByRole('region', { name: words.title })
    await section.getByRole('button', { name: words.start, exact: true }).click()
    await expect(section.getByRole('table', { name: words.runs.label })).toBeVisible()
    await section.evaluate((element) => element.scrollIntoView())
  },
  agenda: async (page, look) => {
    const { looks } = wordsOf(look.language, 'calendar')
    await turnTo(page, look, 'calendar')
    await page.getByText(looks.agenda, { exact: true }).click()
    await expect(page.getByRole('radio', { name: looks.agenda })).toBeChecked()
  }
}

/** Puts the calendar back to how it was found. */
export async function leaveAgenda(page: Page, look: Look): Promise<void> {
  await page.getByText(wordsOf(look.language, 'calendar').looks.month, { exact: true }).click()
}
