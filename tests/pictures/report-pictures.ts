import type { Page } from '@playwright/test'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { WEEKEND } from './sample-campaigns'
import { FOLDER, type Look, nameOf } from './taking'

/** So many dots an inch make a page of A4 as wide as half a picture of the window at twice its size. */
const DOTS_PER_INCH = 110

/** The first page of a run's PDF; needs pdftoppm, of poppler-utils. */
export async function takeReport(page: Page, look: Look): Promise<void> {
  const pdf = await page.evaluate(async (name) => {
    const listed = await window.loa.listRuns()
    const run = listed.ok ? listed.value.find(({ campaign_name }) => campaign_name === name) : undefined
    if (run === undefined) throw new Error(`There is no run of ${name}`)
    const saved = await window.loa.exportRun(run.id, 'pdf')
    if (!saved.ok) throw new Error(saved.error.code)
    return saved.value.path
  }, WEEKEND.name)
  const to = join(FOLDER, nameOf('report', look))
  execFileSync('pdftoppm', ['-png', '-singlefile', '-f', '1', '-r', String(DOTS_PER_INCH), pdf, to])
}
