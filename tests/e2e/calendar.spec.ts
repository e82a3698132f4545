import { expect, type Page } from '@playwright/test'
import { axeFaultsInBothThemes } from '../support/app/axe-faults'
import { editCampaign, goToStep } from '../support/app/editor'
import { test } from '../support/app/loa-test'
import { type MovableClock, movableClock } from '../support/app/movable-clock'
import { openPage } from '../support/app/pages'
import { runByName } from '../support/app/trouble'
import { TestFolder } from '../support/engine/data-folder'
import {
  activeCampaign,
  type CampaignRecord,
  campaignRecord,
  contactRecords,
  settingsFor
} from '../support/engine/records'
import type { RecordingGateway } from '../support/gateway/recording-gateway'

const VIETNAM = 'Asia/Ho_Chi_Minh'
/** A Tuesday, 10:40 in Vietnam. */
const NOW = Date.parse('2026-03-10T03:40:00Z')
const contacts = contactRecords(3)

const daily = (
  start_time: string,
  changes: Partial<CampaignRecord['schedule_settings']> = {}
): CampaignRecord['schedule_settings'] => ({ frequency: 'daily', start_time, timezone: VIETNAM, ...changes })

const active = (
  number: number,
  name: string,
  schedule_settings: CampaignRecord['schedule_settings'],
  changes: Partial<CampaignRecord> = {}
) =>
  activeCampaign(number, {
    name,
    contacts: contacts.map(({ _id }) => _id),
    flow: ['whatsapp'],
    schedule_settings,
    ...changes
  })

/** Lays out a folder of campaigns, and a clock that stands at a moment of the spring of 2026. */
async function layOut(
  dataDir: string,
  gateway: RecordingGateway,
  campaigns: readonly CampaignRecord[],
  atMs = NOW
): Promise<{ readonly clock: MovableClock; readonly env: Record<string, string> }> {
  const folder = new TestFolder(dataDir)
  await folder.writeContacts(contacts)
  await folder.writeCampaigns(campaigns)
  await folder.writeSettings(settingsFor(gateway))
  const clock = movableClock(dataDir, atMs)
  return { clock, env: { ...clock.env, TZ: VIETNAM } }
}

const day = (page: Page, name: RegExp) => page.getByRole('grid').getByRole('gridcell', { name })
const card = (page: Page, name: RegExp) => page.getByRole('dialog', { name })

const showAgenda = (page: Page) =>
  page.getByRole('radiogroup', { name: 'Show as' }).getByText('Agenda').click()

test('a month and an agenda show what is planned, and the keyboard walks through both', async ({
  start,
  dataDir,
  gateway
}) => {
  const { env } = await layOut(dataDir, gateway, [
    active(1, 'Morning', daily('2026-03-10T08:00:00')),
    active(2, 'Weekend class', daily('2026-03-12T17:30:00', { frequency: 'weekly', days_of_week: [3, 4] })),
    active(3, 'Fee', daily('2026-03-16T09:00:00', { frequency: 'once' })),
    active(4, 'Not this one', daily('2026-03-10T12:00:00'), { status: 'paused' }),
    active(5, 'Older', daily('2026-02-20T07:00:00', { end_time: '2026-03-09' }), {
      policies: { missed: 'skip' }
    })
  ])
  const { page } = await start({ env })
  await openPage(page, 'Calendar')
  await expect(page.getByRole('grid', { name: 'March 2026' })).toBeVisible()
  await expect(page.getByRole('columnheader').first()).toHaveAccessibleName('Monday')
  const today = day(page, /^Tuesday, 10 March/)
  await expect(today).toHaveAttribute('aria-current', 'date')
  await expect(day(page, /^Thursday, 12 March, 2 entries/).getByRole('button')).toHaveText([
    /08:00\s*Morning/,
    /17:30\s*Weekend class/
  ])
  await expect(page.getByRole('button', { name: '09:00 Fee Planned' })).toHaveCount(1)
  await expect(page.getByRole('button', { name: /Not this one/ })).toHaveCount(0)

  // One stop for Tab; from there the arrows, and Tab into the day.
  await today.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(day(page, /^Thursday, 19 March/)).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(
    page.getByRole('button', { name: '08:00 Morning Planned' }).and(page.locator(':focus'))
  ).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(card(page, /^Morning, Thu, 19 Mar, 08:00/)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(card(page, /Morning/)).toBeHidden()
  await expect(
    page.getByRole('button', { name: '08:00 Morning Planned' }).and(page.locator(':focus'))
  ).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('PageDown')
  await expect(page.getByRole('grid', { name: 'April 2026' })).toBeVisible()
  await expect(day(page, /^Sunday, 19 April/)).toBeFocused()
  await page.keyboard.press('Enter')

  const agenda = page.getByRole('region', { name: 'Agenda' })
  await expect(agenda.getByRole('heading', { name: 'Sunday, 19 April' })).toBeInViewport()
  await agenda
    .getByRole('region', { name: 'Sunday, 19 April' })
    .getByRole('button', { name: /Morning/ })
    .focus()
  await page.keyboard.press('ArrowDown')
  await expect(
    agenda.getByRole('region', { name: 'Monday, 20 April' }).getByRole('button', { name: /Morning/ })
  ).toBeFocused()
  await page.getByRole('button', { name: 'Today' }).click()
  await expect(agenda.getByRole('heading', { name: 'Tuesday, 10 March' })).toBeInViewport()
  await agenda.evaluate((element) => element.scrollTo({ top: 0 }))
  await agenda.getByRole('button', { name: 'Earlier' }).click()
  await expect(page.getByText('8 Feb – 9 Apr')).toBeVisible()
  // Two and a half weeks came in above; what was at the top stays there.
  await expect(agenda.getByRole('heading', { name: 'Tuesday, 10 March' })).toBeInViewport()
  await agenda.evaluate((element) => element.scrollTo({ top: 0 }))
  await expect(agenda.getByRole('heading', { name: 'Friday, 20 February' })).toBeInViewport()
  await expect(agenda.getByRole('heading', { name: 'Tuesday, 10 March' })).not.toBeInViewport()
  await agenda.evaluate((element) => element.scrollTo({ top: element.scrollHeight }))
  await agenda.getByRole('button', { name: 'Later' }).click()
  await expect(page.getByText('8 Feb – 9 May')).toBeVisible()
})

test('one run is skipped and put back, with undo; skipped it sends nothing, and the others do', async ({
  start,
  dataDir,
  gateway
}) => {
  const { clock, env } = await layOut(dataDir, gateway, [
    active(1, 'Skipped', daily('2026-03-10T10:50:00')),
    active(2, 'Sent', daily('2026-03-10T10:50:00'))
  ])
  const { page } = await start({ env })
  await openPage(page, 'Calendar')
  const today = day(page, /^Tuesday, 10 March/)
  const entry = (state: string) => today.getByRole('button', { name: `10:50 Skipped ${state}` })
  const effectiveFrom = () =>
    page.evaluate(async () => {
      const listed = await window.loa.listCampaigns()
      return listed.ok && listed.value.map(({ campaign }) => campaign.effective_from)
    })
  const before = await effectiveFrom()

  await entry('Planned').click()
  await page.getByRole('button', { name: 'Skip this one' }).click()
  await expect(entry('Left out')).toBeVisible()
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click()
  await expect(entry('Planned')).toBeVisible()

  await entry('Planned').click()
  await page.getByRole('button', { name: 'Skip this one' }).click()
  await entry('Left out').click()
  await expect(card(page, /^Skipped/)).toContainText('Its date is excluded')
  await page.getByRole('button', { name: 'Put back' }).click()
  await expect(entry('Planned')).toBeVisible()

  await entry('Planned').click()
  await page.getByRole('button', { name: 'Skip this one' }).click()
  await expect(entry('Left out')).toBeVisible()
  expect(await effectiveFrom()).toEqual(before)
  clock.moveTo(NOW + 10 * 60_000 + 5_000)
  await gateway.until(() => gateway.messages.length === 3, 'what was not skipped')
  await expect(today.getByRole('button', { name: '10:50 Sent All sent' })).toBeVisible()
  await expect(today.getByRole('button', { name: /Skipped/ })).toHaveCount(0)
  expect(gateway.messages.filter(({ bodyText }) => bodyText.includes('campaign 1'))).toEqual([])

  // What is over is no more to be put back, whatever an old page may ask.
  const late = await page.evaluate(async () => {
    const listed = await window.loa.listCampaigns()
    const id = listed.ok ? listed.value.find(({ campaign }) => campaign.name === 'Skipped')?.campaign._id : ''
    return window.loa.skipSlot(id ?? '', '2026-03-10', false)
  })
  expect(late).toMatchObject({ ok: false, error: { code: 'not_skippable' } })
})

test('from an entry one gets to its run, to "run now", to the campaign and to what is to be decided', async ({
  start,
  dataDir,
  gateway
}) => {
  const { env } = await layOut(dataDir, gateway, [
    active(1, 'Missed one', daily('2026-03-09T08:00:00'), { policies: { missed: 'skip' } }),
    active(2, 'Coming', daily('2026-03-10T18:00:00')),
    campaignRecord(3, { name: 'By hand', contacts: contacts.map(({ _id }) => _id), flow: ['whatsapp'] })
  ])
  const { page } = await start({ env })
  await runByName(page, 'By hand')
  await openPage(page, 'Calendar')
  await showAgenda(page)
  const today = page.getByRole('region', { name: 'Tuesday, 10 March' })

  await today.getByRole('button', { name: /By hand All sent/ }).click()
  await expect(card(page, /^By hand/)).toContainText('3 sent')
  await page.getByRole('button', { name: 'Open run' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'By hand' })).toBeVisible()

  await openPage(page, 'Calendar')
  await today.getByRole('button', { name: '18:00 Coming Planned' }).click()
  await page.getByRole('button', { name: 'Run now' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Send to real people' }).dblclick()
  await expect(page.getByRole('heading', { level: 1, name: 'Coming' })).toBeVisible()
  await gateway.until(() => gateway.messages.length === 6, 'the run by hand')
  await openPage(page, 'Calendar')
  await expect(today.getByRole('button', { name: /Coming All sent/ })).toBeVisible()
  await expect(today.getByRole('button', { name: '18:00 Coming Planned' })).toBeVisible()
  expect(gateway.messages).toHaveLength(6)

  await today.getByRole('button', { name: '18:00 Coming Planned' }).click()
  await page.getByRole('button', { name: 'Open campaign' }).click()
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Coming')

  await openPage(page, 'Calendar')
  await today.getByRole('button', { name: '08:00 Missed one Missed' }).click()
  await expect(card(page, /^Missed one/)).toContainText('Missed runs of this campaign are skipped.')
  await page.getByRole('button', { name: 'Decide', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'To decide' })).toBeVisible()
  await expect(page.getByRole('article', { name: 'Missed one' })).toHaveCount(2)
})

test('a time that the clocks skip is shown where it runs, in any zone, and its day is marked', async ({
  start,
  dataDir,
  gateway
}) => {
  const { env } = await layOut(dataDir, gateway, [
    active(
      1,
      'Night shift',
      daily('2026-03-15T02:30:00', {
        frequency: 'weekly',
        days_of_week: [6],
        timezone: 'Europe/Berlin'
      })
    ),
    active(2, 'Elsewhere', daily('2026-03-10T12:00:00', { timezone: 'Mars/Phobos' }))
  ])
  const { page } = await start({ env })
  await openPage(page, 'Calendar')
  await expect(page.getByRole('alert')).toContainText(
    '“Elsewhere” has a time zone that this computer does not know (Mars/Phobos)'
  )
  const sunday = day(page, /^Sunday, 29 March/)
  await expect(sunday).toHaveAccessibleName(/Berlin: clocks go forward 1 h/)
  await sunday.getByRole('button', { name: '08:30 Night shift Planned' }).click()
  await expect(card(page, /^Night shift/)).toContainText('03:30 in Berlin')
  await expect(card(page, /^Night shift/)).toContainText(
    'Clocks go forward: 02:30 does not exist, so it runs at 03:30'
  )
  await page.keyboard.press('Escape')

  await page.getByRole('combobox', { name: 'Time zone of the calendar' }).fill('Berlin')
  await page.getByRole('option', { name: 'Europe/Berlin' }).click()
  await expect(sunday).toHaveAccessibleName(/, Clocks go forward 1 h/)
  await expect(sunday.getByRole('button')).toHaveAccessibleName('03:30 Night shift Planned')
  await expect(day(page, /^Sunday, 22 March/).getByRole('button')).toHaveAccessibleName(
    '02:30 Night shift Planned'
  )
  await showAgenda(page)
  await page.getByRole('button', { name: 'Next month' }).click()
  await page.getByRole('button', { name: 'Previous month' }).click()
  await expect(page.getByRole('heading', { name: 'Sunday, 29 March' }).locator('..')).toContainText(
    'Clocks go forward 1 h'
  )
})

test('excluded dates are pasted and taken from the holidays; what falls away stands beside the form', async ({
  start,
  dataDir,
  gateway
}) => {
  const { env } = await layOut(
    dataDir,
    gateway,
    [active(1, 'Morning', daily('2026-02-01T08:00:00'))],
    Date.parse('2026-02-13T03:00:00Z')
  )
  const { page } = await start({ env })
  await openPage(page, 'Campaigns')
  await editCampaign(page, 'Morning')
  await goToStep(page, 'Schedule')

  await page.getByRole('button', { name: 'Paste a list' }).click()
  const paste = page.getByRole('dialog')
  await paste.getByRole('textbox').fill('15/2, 31/2\n15/02/2026 14.2.2026\nnext week')
  await expect(paste.getByRole('status')).toHaveText('2 dates found. 3 could not be read and are left out.')
  await expect(paste.getByRole('listitem')).toHaveText([
    /Line 1: “31\/2”: no calendar has this day/,
    'Line 3: “next”: not a date',
    'Line 3: “week”: not a date'
  ])
  await paste.getByRole('button', { name: 'Add 2 dates' }).click()
  const chips = page.getByRole('list', { name: 'Excluded dates in 2026' }).getByRole('listitem')
  await expect(chips).toHaveText(['Sat, 14 Feb', 'Sun, 15 Feb'])

  await page.getByRole('button', { name: 'Public holidays' }).click()
  const holidays = page.getByRole('dialog')
  await expect(holidays).toContainText('The government names the exact days off each year')
  await expect(holidays.getByRole('checkbox', { name: 'Tết' })).toHaveCount(2)
  await expect(holidays.getByRole('group', { name: '2027' })).toContainText('Fri, 5 Feb – Tue, 9 Feb')
  const ticked = holidays.getByRole('checkbox', { checked: true })
  while ((await ticked.count()) > 0) await ticked.first().uncheck()
  await holidays.getByRole('group', { name: '2026' }).getByRole('checkbox', { name: 'Tết' }).check()
  await holidays.getByRole('button', { name: 'Add 5 dates' }).click()
  await expect(chips).toHaveText([
    'Sat, 14 Feb',
    'Sun, 15 Feb',
    'Mon, 16 FebTết',
    'Tue, 17 FebTết',
    'Wed, 18 FebTết',
    'Thu, 19 FebTết',
    'Fri, 20 FebTết'
  ])

  const preview = page.getByRole('complementary', { name: 'Next runs' })
  await expect(preview).toContainText('7 runs fall away until Fri, 20 Feb')
  await page.getByRole('button', { name: 'Remove Sun, 15 Feb' }).click()
  await page.getByRole('button', { name: 'Remove Fri, 20 Feb' }).click()
  await page.getByRole('button', { name: 'Remove Thu, 19 Feb' }).click()
  await expect(preview).toContainText('4 runs fall away until Wed, 18 Feb')
  await expect(preview.getByRole('listitem')).toHaveText([
    /Sat, 14 Feb\s*Left out$/,
    /^Sun, 15 Feb\s*08:00/,
    /Mon, 16 Feb\s*Left out: Tết/,
    /Tue, 17 Feb\s*Left out: Tết/,
    /Wed, 18 Feb\s*Left out: Tết/,
    /^Thu, 19 Feb/,
    /^Fri, 20 Feb/,
    /^Sat, 21 Feb/,
    /^Sun, 22 Feb/
  ])
  await expect(preview.getByRole('deletion')).toHaveText([
    'Sat, 14 Feb',
    'Mon, 16 Feb',
    'Tue, 17 Feb',
    'Wed, 18 Feb'
  ])

  // Ticked and unticked on a calendar; all at once, and back.
  await page.getByRole('button', { name: 'Pick dates' }).click()
  const picker = page.getByRole('dialog', { name: 'Pick dates' })
  await expect(picker.getByRole('button', { name: '14 February 2026' })).toHaveAttribute(
    'aria-pressed',
    'true'
  )
  await picker.getByRole('button', { name: '14 February 2026' }).click()
  await picker.getByRole('button', { name: '25 February 2026' }).click()
  await page.keyboard.press('Escape')
  await expect(chips).toHaveText(['Mon, 16 FebTết', 'Tue, 17 FebTết', 'Wed, 18 FebTết', 'Wed, 25 Feb'])
  await page.getByRole('button', { name: 'Remove all' }).click()
  await expect(chips).toHaveCount(0)
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click()
  await expect(chips).toHaveCount(4)

  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await openPage(page, 'Calendar')
  await day(page, /^Tuesday, 17 February/)
    .getByRole('button', { name: '08:00 Morning Left out' })
    .click()
  await expect(card(page, /^Morning/)).toContainText('Left out: Tết')
  await page.getByRole('button', { name: 'Put back' }).click()
  await expect(page.getByRole('button', { name: '08:00 Morning Left out' })).toHaveCount(3)
})

test('a megabyte of anything is answered, and 5,000 dates that are excluded can be lived with', async ({
  start,
  dataDir,
  gateway
}) => {
  const exclude_dates = Array.from({ length: 5_000 }, (_, index) =>
    new Date(NOW + (index - 100) * 86_400_000).toISOString().slice(0, 10)
  )
  const { env } = await layOut(dataDir, gateway, [
    active(1, 'Rare', daily('2026-03-01T08:00:00', { exclude_dates }))
  ])
  const { app, page } = await start({ env })
  await openPage(page, 'Calendar')
  await expect(page.getByRole('button', { name: '08:00 Rare Left out' })).toHaveCount(26)
  await openPage(page, 'Campaigns')
  await editCampaign(page, 'Rare')
  await goToStep(page, 'Schedule')
  const preview = page.getByRole('complementary', { name: 'Next runs' })
  await expect(preview).toContainText('and 4,896 more that fall away')
  await expect(preview).toContainText('4,899 runs fall away until')
  await expect(page.getByRole('list', { name: 'Excluded dates in 2027' })).toContainText('+325 more')
  await page.getByRole('button', { name: 'Remove them' }).click()
  await expect(page.getByText('100 dates are over')).toBeHidden()

  await page.getByRole('button', { name: 'Paste a list' }).click()
  const dialog = page.getByRole('dialog')
  const junk = `${'x/9 '.repeat(250_000)}\n${'9'.repeat(1_000)}\n24/12/2099`
  await app.evaluate(({ clipboard }, text) => clipboard.writeText(text), junk)
  await dialog.getByRole('textbox').focus()
  await page.keyboard.press('Control+v')
  await expect(dialog.getByRole('status')).toHaveText(
    '1 date found. 250,001 could not be read and are left out.'
  )
  await expect(dialog.getByRole('textbox')).toHaveValue('2099-12-24')
  await expect(dialog.getByRole('listitem').last()).toHaveText('+249,901 more')
  await dialog
    .getByRole('textbox')
    .fill(
      Array.from({ length: 101 }, (_, index) =>
        new Date(Date.UTC(2060, 0, index + 1)).toISOString().slice(0, 10)
      ).join()
    )
  await expect(dialog.getByRole('alert')).toContainText(
    'Together that would be 5,001 dates; 5,000 are the most.'
  )
  await expect(dialog.getByRole('button', { name: /^Add/ })).toBeDisabled()
})

test('a thousand campaigns a day fit into both looks; a narrow window has the agenda', async ({
  start,
  dataDir,
  gateway
}) => {
  const campaigns = Array.from({ length: 1_000 }, (_, index) =>
    active(
      index + 1,
      `Class ${index + 1}`,
      daily(`2026-03-11T${String(8 + (index % 10)).padStart(2, '0')}:00:00`)
    )
  )
  const { env } = await layOut(dataDir, gateway, campaigns)
  const { app, page } = await start({ env })
  await openPage(page, 'Calendar')
  const thursday = day(page, /^Thursday, 12 March, 1,000 entries/)
  await expect(thursday.getByRole('button').first()).toHaveAccessibleName('08:00 Class 1 Planned')
  await thursday.getByRole('button', { name: /more on Thursday, 12 March/ }).click()
  const agenda = page.getByRole('region', { name: 'Agenda' })
  await expect(agenda.getByRole('heading', { name: 'Thursday, 12 March' })).toBeInViewport()
  await expect(agenda.getByRole('button', { name: '08:00 Class 11 Planned' })).toBeVisible()
  expect(await agenda.getByRole('listitem').count()).toBeLessThan(100)
  // The end of the day, a thousand lines further down, under the same head.
  await agenda.evaluate((element) => element.scrollBy({ top: 990 * 42 }))
  await expect(agenda.getByRole('button', { name: '17:00 Class 1000 Planned' })).toBeVisible()
  await expect(agenda.getByRole('heading', { name: 'Thursday, 12 March' })).toBeInViewport()

  await page.getByRole('radiogroup', { name: 'Show as' }).getByText('Month').click()
  await expect(page.getByRole('grid')).toBeVisible()
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(900, 640))
  await expect(agenda).toBeVisible()
  await expect(page.getByRole('radiogroup', { name: 'Show as' })).toBeHidden()
})

test('an empty calendar leads to the first campaign', async ({ start }) => {
  const { page } = await start()
  await openPage(page, 'Calendar')
  await expect(page.getByRole('heading', { name: 'Nothing on the calendar yet' })).toBeVisible()
  await page.getByRole('main').getByRole('button', { name: 'New campaign' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'New campaign' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('')
})

test('axe finds nothing serious on the calendar and in the excluded dates, light or dark', async ({
  start,
  dataDir,
  gateway
}) => {
  const exclude_dates = ['2026-03-01', '2026-03-13', '2026-04-26']
  const { env } = await layOut(dataDir, gateway, [
    active(1, 'Morning', daily('2026-03-08T08:00:00', { exclude_dates }), { policies: { missed: 'skip' } }),
    active(2, 'Berlin', daily('2026-03-10T10:00:00', { timezone: 'Europe/Berlin' })),
    active(3, 'Elsewhere', daily('2026-03-10T12:00:00', { timezone: 'Mars/Phobos' }))
  ])
  const { page } = await start({ env })
  const found: Record<string, string[]> = {}
  await openPage(page, 'Calendar')
  await expect(page.getByRole('button', { name: /Left out/ }).first()).toBeVisible()
  found['month'] = await axeFaultsInBothThemes(page)
  await page
    .getByRole('button', { name: /Left out/ })
    .first()
    .click()
  await expect(card(page, /^Morning/)).toBeVisible()
  found['card'] = await axeFaultsInBothThemes(page)
  await page.keyboard.press('Escape')
  await showAgenda(page)
  await expect(
    page
      .getByRole('region', { name: 'Agenda' })
      .getByRole('button', { name: /Berlin/ })
      .first()
  ).toBeVisible()
  found['agenda'] = await axeFaultsInBothThemes(page)
  await openPage(page, 'Campaigns')
  await editCampaign(page, 'Morning')
  await goToStep(page, 'Schedule')
  await expect(page.getByText('2 runs fall away')).toBeVisible()
  found['editor'] = await axeFaultsInBothThemes(page)
  await page.getByRole('button', { name: 'Pick dates' }).click()
  await expect(page.getByRole('dialog', { name: 'Pick dates' })).toBeVisible()
  found['pick'] = await axeFaultsInBothThemes(page)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Public holidays' }).click()
  await expect(page.getByRole('dialog').getByRole('checkbox').first()).toBeVisible()
  found['holidays'] = await axeFaultsInBothThemes(page)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Paste a list' }).click()
  await page.getByRole('dialog').getByRole('textbox').fill('1/1 x')
  await expect(page.getByRole('dialog').getByRole('listitem')).toHaveCount(1)
  found['paste'] = await axeFaultsInBothThemes(page)
  expect(Object.entries(found).filter(([, each]) => each.length > 0)).toEqual([])
})
