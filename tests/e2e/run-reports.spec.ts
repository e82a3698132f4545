import { expect, type Page } from '@playwright/test'
import { chmod, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { RunReport } from '../../src/shared/domain/report'
import { ownDownloads } from '../support/app/import-wizard'
import { test } from '../support/app/loa-test'
import { openPage } from '../support/app/pages'
import '../support/app/sample'
import { TestFolder } from '../support/engine/data-folder'
import { canMountDisks, mountDisk, setReadOnly, unmountDisk } from '../support/engine/disk-mount'
import { pagesOfPdf } from '../support/reports/pdf-text'
import { FAILED, ledgerOf, type ReportRunOptions, RUN_ID, SENT, UNKNOWN } from '../support/reports/report-run'

/** A data folder with one run that is over, and the settings to read it in. */
async function fillFolder(dataDir: string, run: ReportRunOptions, settings = {}): Promise<void> {
  const folder = new TestFolder(dataDir)
  await folder.writeLedger(RUN_ID, ledgerOf(run))
  await folder.write('settings.json', JSON.stringify({ schema_version: 1, settings }))
}

const exportRun = (page: Page, kind: RunReport, runId = RUN_ID) =>
  page.evaluate(([id, as]) => window.loa.exportRun(id, as), [runId, kind] as const)

/** Exports a run and gives the path of the file. */
async function exported(page: Page, kind: RunReport): Promise<string> {
  const saved = await exportRun(page, kind)
  if (!saved.ok) throw new Error(JSON.stringify(saved.error))
  return saved.value.path
}

const verified = (page: Page, path: string) => page.evaluate((file) => window.loa.verifyReport(file), path)

const HANOI = { TZ: 'Asia/Ho_Chi_Minh' }

test('a run is exported for people, for spreadsheets and for programs', async ({ start, dataDir }) => {
  await fillFolder(dataDir, {})
  const folder = await ownDownloads(dataDir)
  const { page, app } = await start({ env: HANOI })
  const saved = await exportRun(page, 'pdf')
  expect(saved).toMatchObject({
    ok: true,
    value: { name: 'loa-Spring sale-2026-11-25-0900.pdf', folder: 'Downloads', count: 6 }
  })
  const json = await exported(page, 'json')
  const csv = await exported(page, 'csv')
  expect(basename(await exported(page, 'failures'))).toBe('loa-Spring sale-2026-11-25-0900-not-sent.csv')
  expect((await readdir(folder)).sort()).toEqual([
    'loa-Spring sale-2026-11-25-0900-not-sent.csv',
    'loa-Spring sale-2026-11-25-0900.csv',
    'loa-Spring sale-2026-11-25-0900.json',
    'loa-Spring sale-2026-11-25-0900.pdf'
  ])
  expect(await verified(page, csv)).toMatchObject({ ok: true, value: { outcome: 'intact' } })
  const verdict = await verified(page, json)
  if (!verdict.ok || verdict.value.outcome !== 'intact') throw new Error(JSON.stringify(verdict))

  const pdf = await readFile(saved.ok ? saved.value.path : '')
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  const pages = pagesOfPdf(pdf)
  expect(pages.length).toBeGreaterThan(0)
  for (const [index, text] of pages.entries()) {
    expect(text).toContain(`Page${index + 1}/${pages.length}`)
    expect(text.startsWith('Springsale')).toBe(true)
  }
  const text = pages.join('')
  const parts = [
    '25November2026,09:00(Asia/Ho_Chi_Minh,UTC+07:00)·Scheduled',
    '3of6deliveriesacceptedbythegateway',
    'FailedGatewayerror1',
    'Hello{{first_name}},allis20%off.',
    'TrầnThịBình',
    verdict.value.seal
  ]
  expect(parts.filter((part) => !text.includes(part))).toEqual([])
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('a PDF in Vietnamese holds names as letters, loads nothing, and lists a thousand at most', async ({
  start,
  dataDir,
  gateway
}) => {
  const evil = `<img src="${gateway.url}/x.png"><script src="${gateway.url}/x.js"></script>`
  const people = Array.from({ length: 1_050 }, (_, index) => ({
    name: index === 0 ? evil : `Người ${index}`,
    outcomes: { whatsapp: index % 2 === 0 ? FAILED : UNKNOWN }
  }))
  await fillFolder(dataDir, { people, head: { campaign_name: evil, text: evil } }, { language: 'vi' })
  await ownDownloads(dataDir)
  const { page } = await start({ env: HANOI })
  const text = pagesOfPdf(await readFile(await exported(page, 'pdf'))).join('')
  const parts = ['BÁOCÁOLẦNCHẠY', '0trên1.050lượtgửiđượccổnggửitiếpnhận', 'Người999', 'Còn50lượtgửinữa']
  expect(parts.filter((part) => !text.includes(part))).toEqual([])
  expect(text.includes('Người1000')).toBe(false)
  // The heading, the message, a name, and the head of each page.
  expect(text.split(evil.replaceAll(' ', '')).length).toBeGreaterThan(4)
  expect(gateway.requests).toEqual([])
})

test('no report is ever overwritten, also when two are asked for at once', async ({ start, dataDir }) => {
  await fillFolder(dataDir, { people: [{ name: 'An', outcomes: { whatsapp: SENT } }] })
  const folder = await ownDownloads(dataDir)
  const { page } = await start({ env: HANOI })
  const kinds = ['csv', 'csv', 'pdf', 'pdf', 'csv'] as const
  const names = await Promise.all(kinds.map(async (kind) => basename(await exported(page, kind))))
  expect(names).toEqual([
    'loa-Spring sale-2026-11-25-0900.csv',
    'loa-Spring sale-2026-11-25-0900 (2).csv',
    'loa-Spring sale-2026-11-25-0900.pdf',
    'loa-Spring sale-2026-11-25-0900 (2).pdf',
    'loa-Spring sale-2026-11-25-0900 (3).csv'
  ])
  expect((await readdir(folder)).sort()).toEqual([...names].sort())
})

test('what cannot be exported or checked is told, and the app goes on', async ({ start, dataDir }) => {
  await fillFolder(dataDir, {})
  const folder = await ownDownloads(dataDir)
  const { page } = await start({ env: HANOI })
  const unknown = `${'0'.repeat(24)}_m-1`
  expect(await exportRun(page, 'pdf', unknown)).toEqual({ ok: false, error: { code: 'not_found' } })
  expect(await verified(page, `${folder}/nothing.csv`)).toMatchObject({ error: { code: 'file_missing' } })
  expect(await verified(page, folder)).toMatchObject({ error: { code: 'file_is_folder' } })

  await rm(folder, { recursive: true })
  await writeFile(folder, 'a file where the folder was')
  for (const kind of ['pdf', 'csv', 'json', 'failures'] as const) {
    expect(await exportRun(page, kind)).toMatchObject({
      ok: false,
      error: { code: 'storage_failed', params: { detail: `${folder}: ENOTDIR` } }
    })
  }
  await rm(folder)
  // The folder is made again.
  expect(await exportRun(page, 'pdf')).toMatchObject({ ok: true })
})

const isRoot = process.getuid?.() === 0

/** Makes a folder one that cannot be written to, also for root; gives what takes that back. */
async function makeReadOnly(folder: string): Promise<() => Promise<void>> {
  if (!canMountDisks) {
    await chmod(folder, 0o555)
    return () => chmod(folder, 0o755)
  }
  mountDisk(folder, 4)
  await writeFile(`${folder}/before.txt`, '')
  setReadOnly(folder, true)
  return () => Promise.resolve(unmountDisk(folder))
}

for (const { kind, item } of [
  { kind: 'pdf', item: 'PDF' },
  { kind: 'csv', item: 'CSV' },
  { kind: 'json', item: 'JSON' },
  { kind: 'failures', item: 'Only what was not sent (CSV)' }
] as const) {
  test(`a read-only folder is said in plain words, and nothing half-written is left: ${kind}`, async ({
    start,
    dataDir
  }) => {
    test.skip(isRoot && !canMountDisks, 'root may write everywhere, and no disk can be mounted here')
    await fillFolder(dataDir, {})
    const folder = await ownDownloads(dataDir)
    await writeFile(`${folder}/before.txt`, '')
    const makeWritable = await makeReadOnly(folder)
    try {
      const { page } = await start({ env: HANOI })
      await openPage(page, 'Runs')
      await page.getByRole('button', { name: 'Spring sale' }).first().click()
      const write = async () => {
        await page.getByRole('button', { name: 'Report', exact: true }).click()
        await page.getByRole('menuitem', { name: item, exact: true }).click()
      }
      await write()
      await expect(page.getByRole('alert')).toContainText(
        `No report was written to the downloads folder. The folder ${folder} is read-only. Allow writing to it, then try again.`
      )
      expect(await readdir(folder)).toEqual(['before.txt'])

      if (canMountDisks) setReadOnly(folder, false)
      else await makeWritable()
      await write()
      await expect(page.getByRole('status').filter({ hasText: 'is in the folder' })).toBeVisible()
      expect(await readdir(folder)).toHaveLength(2)
    } finally {
      await makeWritable()
    }
  })
}
