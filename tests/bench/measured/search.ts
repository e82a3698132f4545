import { expect, type Page } from '@playwright/test'
import { openPage } from '../../support/app/pages'
import { typeAndWait, untilQuiet } from '../page-measuring'
import { shareOf } from './figure'

const TYPED = ['n', 'ng', 'nguy', 'nguyen', 'nguyen v', 'nguyen van', '', 'tran', '0910000', '']

/** Somebody types into the search of the list: how long the first answer takes. */
export async function measureSearch(page: Page, people: number) {
  await openPage(page, 'Contacts')
  await expect(page.getByRole('status').filter({ hasText: 'contacts' })).toContainText(
    people.toLocaleString('en')
  )
  await page.evaluate(untilQuiet)
  const answersMs: number[] = []
  for (const text of TYPED) {
    const answerMs = await page.evaluate(typeAndWait, text)
    // An answer that finds as many as the one before cannot be told from it.
    if (answerMs !== null) answersMs.push(answerMs)
    await page.evaluate(untilQuiet)
  }
  return { '': shareOf(answersMs, 100) }
}
