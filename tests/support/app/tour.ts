import { expect, type Locator, type Page } from '@playwright/test'
import { join } from 'node:path'
import type { Language, Namespace } from '../../../src/shared/i18n/catalogue'
import { type Page as PageName, PAGES } from '../../../src/shared/ipc/pages'
import { pseudoWords } from '../../../src/shared/i18n/pseudo'
import './sample'
import { wordsOf } from './words'

/** What the window says in the language that it was started in. */
export type Words = <Name extends Namespace>(namespace: Name) => ReturnType<typeof wordsOf<Name>>

export const plainWords =
  (language: Language): Words =>
  (namespace) =>
    wordsOf(language, namespace)

export const pseudo: Words = (namespace) => pseudoWords(wordsOf('en', namespace))

/** What the import wizard is shown with. */
export const SAMPLE_FILE = join(process.cwd(), 'tests', 'fixtures', 'contacts', 'excel-utf8.csv')

/** Whose pages are looked at, by a part of the name. */
export interface Sights {
  readonly campaign: string
  readonly person: string
}

/** Those of the pictures' sample data that have most to show. */
export const SAMPLE_SIGHTS: Sights = { campaign: 'Nhắc lịch học cuối tuần', person: 'Lê Minh' }

interface Place {
  readonly name: string
  readonly open: (page: Page, words: Words) => Promise<void>
  /** Leaves nothing behind that would stand in the way of the next place. */
  readonly leave?: (page: Page, words: Words) => Promise<void>
}

async function openPage(page: Page, words: Words, name: PageName): Promise<void> {
  await page
    .getByRole('navigation', { name: words('navigation').label, exact: true })
    .getByRole('button', { name: words('navigation')[name], exact: true })
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words(name).title)
}

async function openEditor(page: Page, words: Words, campaign: string): Promise<void> {
  await openPage(page, words, 'campaigns')
  await page
    .getByRole('button', { name: new RegExp(campaign) })
    .first()
    .click()
  await expect(page.getByRole('navigation', { name: words('campaigns').editor.steps_label })).toBeVisible()
}

async function openRun(page: Page, words: Words, campaign: string): Promise<void> {
  await openPage(page, words, 'runs')
  await page
    .getByRole('button', { name: new RegExp(campaign) })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(campaign)
}

async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused()
}

/** Types a name into the palette, and gives those whom it finds. */
async function findInPalette(page: Page, name: string): Promise<Locator> {
  await openPalette(page)
  await page.keyboard.type(name)
  const found = page.getByRole('dialog').getByRole('button', { name: new RegExp(name) })
  await expect(found.first()).toBeVisible()
  return found
}

/** Writes a backup into the downloads folder, which is to be the test's own. Gives its path. */
export async function backUp(page: Page): Promise<string> {
  const saved = await page.evaluate(() => window.loa.backUpNow('downloads'))
  if (!saved.ok || saved.value === null) throw new Error('no backup')
  return saved.value.path
}

/** From the settings page. */
export async function openRestorePreview(page: Page, words: Words, file: string): Promise<void> {
  await page.locator('input[type="file"][accept=".loa"]').setInputFiles(file)
  await expect(page.getByRole('dialog')).toContainText(words('backup').restore.then)
}

const escape = (page: Page) => page.keyboard.press('Escape')

const EDITOR_STEPS = ['message', 'audience', 'channels', 'schedule', 'limits', 'review'] as const

/** Every place that can be reached: pages, steps, tabs and dialogs. */
const placesOf = ({ campaign, person }: Sights): readonly Place[] => [
  ...PAGES.map((name): Place => ({ name, open: (page, words) => openPage(page, words, name) })),
  ...EDITOR_STEPS.map((step, index): Place => ({
    name: `editor ${step}`,
    open: async (page, words) => {
      await openEditor(page, words, campaign)
      await page.keyboard.press(`Alt+${index + 1}`)
      const { editor } = words('campaigns')
      await expect(
        page.getByRole('heading', { level: 2, name: editor.steps[step], exact: true })
      ).toBeVisible()
    }
  })),
  {
    name: 'run now',
    open: async (page, words) => {
      await openPage(page, words, 'campaigns')
      await page
        .getByRole('row', { name: new RegExp(campaign) })
        .getByRole('button', { name: words('campaigns').actions.run_now, exact: true })
        .click()
      await page.getByRole('dialog').getByText(words('common').send.left_out).click()
    },
    leave: escape
  },
  {
    name: 'new campaign',
    open: async (page, words) => {
      await openPage(page, words, 'campaigns')
      await page
        .getByRole('button', { name: words('campaigns').new, exact: true })
        .first()
        .click()
      await expect(
        page.getByRole('navigation', { name: words('campaigns').editor.steps_label })
      ).toBeVisible()
    }
  },
  {
    name: 'calendar agenda',
    open: async (page, words) => {
      await openPage(page, words, 'calendar')
      const agenda = page.getByText(words('calendar').looks.agenda, { exact: true })
      if (await agenda.isVisible()) await agenda.click()
    }
  },
  {
    name: 'person',
    open: async (page, words) => {
      // A list holds no more rows than a window has room for: the palette finds everybody.
      await openPage(page, words, 'contacts')
      await (await findInPalette(page, person)).first().click()
      await expect(page.getByText(words('person').why.last).first()).toBeVisible()
    }
  },
  {
    name: 'erase person',
    open: async (page, words) => {
      await page.getByRole('button', { name: words('backup').erase.button }).click()
      await expect(page.getByRole('dialog')).toContainText(words('backup').erase.never)
    },
    leave: escape
  },
  {
    name: 'add contact',
    open: async (page, words) => {
      await openPage(page, words, 'contacts')
      await page
        .getByRole('button', { name: words('contacts').add, exact: true })
        .first()
        .click()
      await expect(page.getByRole('dialog')).toBeVisible()
    },
    leave: escape
  },
  {
    name: 'import file',
    open: async (page, words) => {
      await openPage(page, words, 'contacts')
      await page.getByRole('button', { name: words('contacts').import, exact: true }).click()
      await expect(page.getByLabel(words('import').file.choose)).toBeAttached()
    }
  },
  {
    name: 'import columns',
    open: async (page, words) => {
      await page.getByLabel(words('import').file.choose).setInputFiles(SAMPLE_FILE)
      await expect(page.getByText(words('import').mapping.title)).toBeVisible()
    }
  },
  {
    name: 'import check',
    open: async (page, words) => {
      await page.getByRole('button', { name: words('import').check.go }).click()
      await expect(page.getByText(words('import').check.reach)).toBeVisible()
    }
  },
  {
    name: 'run',
    open: async (page, words) => {
      await openRun(page, words, campaign)
      await expect(page.getByRole('tab', { name: words('runs').tabs.deliveries })).toBeVisible()
    }
  },
  {
    name: 'run compared',
    open: async (page, words) => {
      await page.getByRole('tab', { name: words('runs').tabs.compared }).click()
    }
  },
  {
    name: 'run message',
    open: async (page, words) => {
      await page.getByRole('tab', { name: words('runs').tabs.message }).click()
    }
  },
  {
    name: 'delivery',
    open: async (page, words) => {
      await openRun(page, words, campaign)
      await page.getByRole('main').getByRole('table').getByRole('button').first().click()
      await expect(page.getByRole('dialog')).toBeVisible()
    },
    leave: escape
  },
  {
    name: 'restore preview',
    open: async (page, words) => {
      await openPage(page, words, 'settings')
      await openRestorePreview(page, words, await backUp(page))
    },
    leave: escape
  },
  {
    name: 'palette',
    open: openPalette,
    leave: escape
  },
  {
    name: 'palette with people',
    open: async (page) => {
      await findInPalette(page, person)
    },
    leave: escape
  },
  {
    name: 'shortcuts',
    open: async (page, words) => {
      await page.keyboard.press('Control+/')
      await expect(page.getByRole('dialog', { name: words('shortcuts').title })).toBeVisible()
    },
    leave: escape
  }
]

/** Opens every place, one after the other, and hands each on as soon as it has settled. Needs downloads of the test's own. */
export async function walk(
  page: Page,
  words: Words,
  look: (place: string) => Promise<void>,
  sights = SAMPLE_SIGHTS
): Promise<void> {
  for (const { name, open, leave } of placesOf(sights)) {
    await open(page, words)
    await expect(page.locator('.mantine-Skeleton-root')).toHaveCount(0)
    await look(name)
    await leave?.(page, words)
    await expect(page.getByRole('dialog').filter({ visible: true })).toHaveCount(0)
  }
}
