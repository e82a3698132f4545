import { PAGES } from '../../src/shared/ipc/pages'
import { expect, type Page, test } from '@playwright/test'
import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ownDownloads } from '../support/app/import-wizard'
import { launchLoa, quitLoa, removeDataDir } from '../support/app/launch-loa'
import { movableClock } from '../support/app/movable-clock'
import { wordsOf } from '../support/app/words'
import { campaignScenes, leaveAgenda, type Scene } from './campaign-pictures'
import { takeReport } from './report-pictures'
import { runScenes } from './run-pictures'
import { MORNING } from './sample-campaigns'
import { writeSample } from './sample-folder'
import { SAMPLE_NOW, VIETNAM } from './sample-time'
import { LOOKS, nameOf, picture, prepareWindow, turnTo, wear } from './taking'

const SAMPLE_FILE = join(process.cwd(), 'tests', 'fixtures', 'contacts', 'excel-utf8.csv')

/** Always the same: the pictures show its path. */
const DATA_DIR = join(tmpdir(), 'loa-sample')

/** As they open; what waits for a decision has pictures of its own. */
const PLAIN_PAGES = PAGES.filter((page) => page !== 'attention')

const contactScenes: Readonly<Record<string, Scene>> = {
  'contact-form': async (page, look) => {
    await turnTo(page, look, 'contacts')
    await page
      .getByRole('button', { name: /Lê Minh/ })
      .first()
      .click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Lê Minh')
    await expect(page.getByText(wordsOf(look.language, 'person').why.last).first()).toBeVisible()
  },
  'contact-import': async (page, look) => {
    const words = wordsOf(look.language, 'import')
    await turnTo(page, look, 'contacts')
    await page.getByRole('button', { name: wordsOf(look.language, 'contacts').import, exact: true }).click()
    await page.getByLabel(words.file.choose).setInputFiles(SAMPLE_FILE)
    await expect(page.getByText(words.mapping.title)).toBeVisible()
  },
  'contact-check': async (page, { language }) => {
    await page.getByRole('button', { name: wordsOf(language, 'import').check.go }).click()
    await expect(page.getByText(wordsOf(language, 'import').check.reach)).toBeVisible()
  },
  palette: async (page, look) => {
    await turnTo(page, look, 'contacts')
    await page.keyboard.press('Control+k')
    const words = wordsOf(look.language, 'palette')
    await expect(page.getByRole('textbox', { name: words.placeholder })).toBeFocused()
    await page.keyboard.type('lan')
    await expect(page.getByRole('button', { name: /Hoàng Ngọc/ }).last()).toBeVisible()
  }
}

/** A run by hand whose messages the practice inbox shows. */
async function runOnce(page: Page): Promise<void> {
  await page.evaluate(async (campaignId) => {
    const plan = await window.loa.prepareManualRun(campaignId)
    if (!plan.ok) throw new Error(plan.error.code)
    const ended = new Promise<void>((resolve) => {
      window.loa.onRunsChanged((runs) => {
        if (runs.some((run) => run.id === plan.value.run_id && run.status === 'finished')) resolve()
      })
    })
    const started = await window.loa.runNow(campaignId, plan.value.run_id)
    if (!started.ok) throw new Error(started.error.code)
    await ended
  }, MORNING._id)
}

test('pictures of every page', async () => {
  await removeDataDir(DATA_DIR)
  await mkdir(DATA_DIR)
  await writeSample(DATA_DIR)
  await ownDownloads(DATA_DIR)
  const clock = movableClock(DATA_DIR, SAMPLE_NOW)
  const loa = await launchLoa({ dataDir: DATA_DIR, env: { ...clock.env, TZ: VIETNAM } })
  const { page } = loa
  await prepareWindow(loa)
  await runOnce(page)
  for (const look of LOOKS) {
    await wear(page, look)
    for (const name of PLAIN_PAGES) {
      await turnTo(page, look, name)
      await picture(page, nameOf(name, look))
    }
    for (const [name, show] of Object.entries({ ...campaignScenes, ...contactScenes, ...runScenes })) {
      await show(page, look)
      await picture(page, nameOf(name, look))
      if (name === 'agenda') await leaveAgenda(page, look)
      // The check is the next step of the import.
      else if (name !== 'contact-import') await page.keyboard.press('Escape')
    }
    if (look.theme === 'light') await takeReport(page, look)
  }
  await quitLoa(loa)
  await removeDataDir(DATA_DIR)
})
