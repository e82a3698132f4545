import { expect, type Page } from '@playwright/test'
import { campaignDraftSchema } from '../../src/shared/domain/campaign'
import { contactDraftSchema } from '../../src/shared/domain/contact'
import { perChannel } from '../../src/shared/domain/channel'
import type { RunSummary } from '../../src/shared/domain/run'
import { NO_LIMITS, type Settings } from '../../src/shared/domain/settings'
import { axeFaults } from '../support/app/axe-faults'
import { test } from '../support/app/loa-test'
import { movableClock } from '../support/app/movable-clock'
import '../support/app/sample'
import type { RecordingGateway } from '../support/gateway/recording-gateway'
import { byMinute, predictedMinutes } from '../support/rehearsal/minutes'

interface Prepared {
  readonly people: number
  readonly startTime: string
  readonly flow: ('whatsapp' | 'telegram' | 'ai_call')[]
  readonly text?: string
  readonly settings?: Partial<Settings>
}

/** Settings that choose a gateway of the test's own. */
const through = ({ url, callUrl }: RecordingGateway): Pick<Settings, 'gateway' | 'gateways'> => ({
  gateway: 'custom',
  gateways: {
    reference: { base_url: '', ai_call_url: '', user_id: '' },
    custom: { base_url: url, ai_call_url: callUrl, user_id: '' }
  }
})

/** People and a draft of a campaign to them; gives the campaign's id. */
async function prepared(
  page: Page,
  { people, startTime, flow, text = 'Hello', settings = {} }: Prepared
): Promise<string> {
  const contacts = Array.from({ length: people }, (_, index) => {
    const number = `+84 90 123 45${String(index + 10)}`
    return contactDraftSchema.parse({
      first_name: index === 0 ? '' : 'John',
      last_name: `Doe ${index + 1}`,
      phone: number,
      whatsapp_number: number,
      telegram_username: index === 1 ? '' : `johndoe${index + 1}`
    })
  })
  const campaign = campaignDraftSchema.parse({
    name: 'Morning reminder',
    call_script: text,
    placeholders: true,
    flow,
    schedule_settings: { frequency: 'once', start_time: startTime, timezone: 'UTC' }
  })
  return page.evaluate(
    async ({ contacts, campaign, settings }) => {
      const { loa } = window
      const present = await loa.getSettings()
      if (!present.ok) throw new Error(present.error.code)
      await loa.saveSettings({ ...present.value, ...settings })
      const ids: string[] = []
      for (const contact of contacts) {
        const saved = await loa.saveContact(contact)
        if (!saved.ok) throw new Error(saved.error.code)
        ids.push(saved.value._id)
      }
      const saved = await loa.saveCampaign({ ...campaign, contacts: ids })
      if (!saved.ok) throw new Error(saved.error.code)
      return saved.value.campaign._id
    },
    { contacts, campaign, settings }
  )
}

/** Opens the campaign at its review. */
async function openReview(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: 'Campaigns' }).click()
  await page.getByRole('button', { name: 'Morning reminder' }).first().click()
  await page
    .getByRole('navigation', { name: 'Steps of the campaign' })
    .getByRole('button', { name: /Review/ })
    .click()
  await expect(page.getByRole('heading', { name: 'Review', level: 2 })).toBeVisible()
}

const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString().slice(0, 19)

test('the review says in one sentence what goes out; calls need a tick of their own', async ({ start }) => {
  const { page } = await start()
  await prepared(page, {
    people: 4,
    startTime: tomorrow(),
    flow: ['whatsapp', 'telegram', 'ai_call'],
    text: 'Hello {{ first_name }}'
  })
  await openReview(page)
  await expect(
    page.getByText(
      /“Morning reminder” goes to 4 people: 3 WhatsApp messages, 2 Telegram messages and 3 AI calls\. First on .+, UTC\. At these limits it is finished within a minute\./
    )
  ).toBeVisible()
  await expect(page.getByText('Practice gateway: nothing reaches anybody.')).toBeVisible()
  const message = page.getByRole('region', { name: 'The message, as Doe 1 gets it' })
  await expect(message).toContainText('Hello first name is missing')
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toHaveCount(1)

  const leftOut = page.getByRole('region', { name: 'Who is left out of the first run' })
  await leftOut.getByText('Telegram: No address').click()
  await expect(leftOut.getByText('John Doe 2')).toBeVisible()
  await expect(leftOut.getByText(/WhatsApp: Missing value/)).toBeVisible()
  await expect(page.getByText(/1 of 4/)).toBeVisible()

  await page.getByRole('button', { name: 'Activate', exact: true }).click()
  await expect(page.getByText('Tick this first: these people are called.')).toBeVisible()
  await page
    .getByRole('checkbox', { name: 'Yes, up to 4 people may be called by the AI in each run' })
    .check()
  await expect.poll(() => axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Activate', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Campaigns', level: 1 })).toBeVisible()
  await expect(page.getByText('Active', { exact: true }).first()).toBeVisible()
})

test('the review shows what each channel says, and leads once to a text that is wrong', async ({ start }) => {
  const { page } = await start()
  const long = Array.from({ length: 12 }, (_, line) => `Line ${line + 1} for {{ last_name }}`).join('\n')
  const id = await prepared(page, {
    people: 2,
    startTime: tomorrow(),
    flow: ['whatsapp', 'ai_call'],
    text: long
  })
  await page.evaluate(async (campaignId) => {
    const listed = await window.loa.listCampaigns()
    const view = listed.ok ? listed.value.find(({ campaign }) => campaign._id === campaignId) : undefined
    if (view === undefined) throw new Error('There is no campaign')
    await window.loa.saveCampaign({ ...view.campaign, texts: { ai_call: 'Hello {{ lst_name }}' } })
  }, id)
  await openReview(page)
  const message = page.getByRole('region', { name: /^The message, as/ })
  await expect(message).toContainText('Line 1 for Doe 1')
  await expect(message).toContainText('“lst_name” is missing')
  const whole = message.getByRole('button', { name: 'Show all of it' })
  await whole.click()
  await expect(message.getByRole('button', { name: 'Show less' })).toBeVisible()

  const step = page
    .getByRole('navigation', { name: 'Steps of the campaign' })
    .getByRole('button', { name: 'Message' })
  await expect(step).toContainText('needs attention')
  const wrong = page.getByText(/Nobody has a field called “lst_name”/)
  await expect(wrong).toHaveCount(1)
  await wrong.click()
  await expect(page.getByRole('heading', { name: 'Message', level: 2 })).toBeVisible()
  await page.getByRole('textbox', { name: 'Message on AI call' }).fill('Hello {{ last_name }}')
  await expect(step).toContainText('complete')
})

test('a rehearsal shows the hours, the runs and who is left out, and sends nothing', async ({
  start,
  gateway
}) => {
  const { page } = await start()
  await prepared(page, {
    people: 4,
    startTime: tomorrow(),
    flow: ['whatsapp', 'telegram'],
    settings: {
      ...through(gateway),
      limits: { ...perChannel(() => NO_LIMITS), whatsapp: { ...NO_LIMITS, per_hour: 1 } }
    }
  })
  await openReview(page)
  await expect(page.getByText('Live gateway “Custom gateway”: real people get this.')).toBeVisible()
  const rehearsal = page.getByRole('region', { name: 'Rehearsal of the next 7 days' })
  await rehearsal.getByRole('button', { name: 'Rehearse', exact: true }).click()
  await expect(rehearsal.getByRole('table', { name: 'Runs of the week' }).getByRole('row')).toHaveCount(2)
  await expect(rehearsal.getByText('7 sent')).toBeVisible()
  await rehearsal.getByRole('button', { name: 'Show as table' }).click()
  const hours = rehearsal.getByRole('table', { name: 'Messages an hour' })
  // Four messages at one an hour, and all of Telegram in the first.
  await expect(hours.getByRole('row')).toHaveCount(5 + 1)
  await expect(rehearsal.getByText('Telegram: No address')).toBeVisible()
  await expect.poll(() => axeFaults(page)).toEqual([])
  expect(gateway.messages).toEqual([])
})

test('a rehearsal for real goes to the practice inbox with the faults that were chosen, and so does its retry', async ({
  start,
  gateway
}) => {
  const { page } = await start()
  await prepared(page, {
    people: 3,
    startTime: tomorrow(),
    flow: ['whatsapp', 'telegram'],
    settings: {
      ...through(gateway),
      limits: perChannel(() => NO_LIMITS)
    }
  })
  await openReview(page)
  await page.getByRole('button', { name: 'Rehearse for real…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Rehearse “Morning reminder” for real' })
  await dialog.getByRole('combobox', { name: 'Answer for Telegram' }).click()
  await page.getByRole('option', { name: 'Server error' }).click()
  await dialog.getByRole('button', { name: 'Start the rehearsal' }).click()
  await expect(page.getByText('Rehearsal', { exact: true }).first()).toBeVisible()
  await expect(page.getByText(/3 sent/).first()).toBeVisible()
  await expect(page.getByText(/2 failed/).first()).toBeVisible()
  expect(gateway.messages).toEqual([])
  const inbox = await page.evaluate(async () => window.loa.getPracticeInbox())
  expect(inbox.ok && inbox.value.received).toEqual({ whatsapp: 3, telegram: 0, ai_call: 0 })

  // What failed is retried as a rehearsal, though a live gateway is chosen.
  await page.evaluate(
    (modes) => window.loa.setPracticeModes(modes),
    perChannel(() => 'accept' as const)
  )
  await page.getByRole('button', { name: 'Retry failed' }).click()
  const retry = page.getByRole('dialog', { name: 'Retry what failed in “Morning reminder”?' })
  await expect(retry).toContainText('Practice: nothing leaves this computer.')
  await retry.getByRole('button', { name: 'Retry', exact: true }).click()
  await expect(page.getByText('This run repeats what failed in an earlier one.')).toBeVisible()
  await expect(page.getByText('Rehearsal', { exact: true }).first()).toBeVisible()
  await expect(page.getByText(/^Retry · 2 contacts/)).toBeVisible()
  await expect(page.getByText(/2 sent/).first()).toBeVisible()
  expect(gateway.messages).toEqual([])
})

test(
  'every message leaves in the minute that the rehearsal predicted, on each channel, over three minutes',
  { tag: '@waits' },
  async ({ start, dataDir, gateway }) => {
    test.setTimeout(360_000)
    const slotMs = Date.parse('2026-03-10T09:00:00Z')
    const clock = movableClock(dataDir, slotMs - 10 * 60_000)
    const { page } = await start({ env: clock.env })
    const id = await prepared(page, {
      people: 8,
      startTime: '2026-03-10T09:00:00',
      flow: ['whatsapp', 'telegram'],
      settings: {
        ...through(gateway),
        limits: {
          ...perChannel(() => NO_LIMITS),
          whatsapp: { ...NO_LIMITS, concurrency: 1, gap_min_s: 26, gap_max_s: 26 },
          telegram: { ...NO_LIMITS, per_minute: 3 }
        }
      }
    })
    await openReview(page)
    const region = page.getByRole('region', { name: 'Rehearsal of the next 7 days' })
    await region.getByRole('button', { name: 'Rehearse', exact: true }).click()
    await expect(region.getByText('15 sent')).toBeVisible()
    const rehearsal = await page.evaluate(async (id) => {
      const campaigns = await window.loa.listCampaigns()
      const view = campaigns.ok ? campaigns.value.find(({ campaign }) => campaign._id === id) : undefined
      if (view === undefined) throw new Error('The campaign is gone')
      const result = await window.loa.rehearse(view.campaign, 'as_set_up')
      if (!result.ok) throw new Error(result.error.code)
      return result.value
    }, id)
    await page.getByRole('button', { name: 'Activate', exact: true }).click()
    await expect(page.getByRole('heading', { name: 'Campaigns', level: 1 })).toBeVisible()

    clock.moveTo(slotMs - 4_000)
    const finished = () =>
      page.evaluate(async () => {
        const runs = await window.loa.listRuns()
        const isIt = ({ status, trigger }: RunSummary) => status === 'finished' && trigger === 'schedule'
        return runs.ok ? (runs.value.find(isIt) ?? null) : null
      })
    await expect.poll(finished, { timeout: 270_000, intervals: [1_000] }).not.toBeNull()
    const run = await finished()
    const predicted = rehearsal.runs[0]?.run
    expect(run?.counts).toEqual(predicted?.counts)
    expect(run?.sent_by_channel).toEqual(predicted?.sent_by_channel)

    // The gateway has the last word on when each came, by the wall clock that the app lives by.
    const wallMs = clock.nowMs() - performance.now()
    const came = (path: string) =>
      gateway.messages.filter((message) => message.path === path).map(({ atMs }) => wallMs + atMs)
    const whatsapp = came('/whatsapp/send')
    const telegram = came('/telegram/send')
    expect(byMinute(whatsapp)).toEqual(predictedMinutes(rehearsal, 'whatsapp'))
    expect(byMinute(telegram)).toEqual(predictedMinutes(rehearsal, 'telegram'))
    expect(Object.values(byMinute(whatsapp))).toEqual([3, 2, 2, 1])
    expect(Object.values(byMinute(telegram))).toEqual([3, 3, 1])

    const all = [...whatsapp, ...telegram].sort((a, b) => a - b)
    const secondsFrom = (instant: string | null | undefined, atMs: number | undefined) =>
      Math.abs(Date.parse(instant ?? '') - (atMs ?? NaN)) / 1000
    expect(secondsFrom(predicted?.first_at, all[0])).toBeLessThan(2)
    expect(secondsFrom(predicted?.last_at, all.at(-1))).toBeLessThan(3)
  }
)
