import type { Page } from '@playwright/test'
import { perChannel } from '../../src/shared/domain/channel'
import type { PracticeModes } from '../../src/shared/domain/practice'
import '../support/app/sample'
import { ACTIVE, sampleCampaigns } from './sample-campaigns'
import { samplePeople } from './sample-people'

const accepting: PracticeModes = perChannel(() => 'accept')

/** Fills a fresh app by its own calls: people, campaigns, a good run and one with trouble. */
export async function fill(page: Page): Promise<void> {
  const campaigns = await page.evaluate(
    async ({ people, drafts, active }) => {
      const contacts: string[] = []
      for (const person of people) {
        const saved = await window.loa.saveContact(person)
        if (saved.ok) contacts.push(saved.value._id)
      }
      const ids: string[] = []
      for (const draft of drafts) {
        const saved = await window.loa.saveCampaign({ ...draft, contacts })
        if (!saved.ok) throw new Error(saved.error.code)
        ids.push(saved.value.campaign._id)
      }
      for (const id of ids.slice(0, active + 1))
        await window.loa.activateCampaign(id, { ai_calls: 1_000_000 })
      const last = ids[active]
      if (last !== undefined) await window.loa.setCampaignStatus(last, 'paused')
      const completed = ids.at(-1)
      if (completed === undefined) return ids
      await window.loa.activateCampaign(completed, { ai_calls: 1_000_000 })
      await window.loa.setCampaignStatus(completed, 'completed')
      return ids
    },
    { people: samplePeople, drafts: sampleCampaigns, active: ACTIVE }
  )
  const [morning = '', weekend = ''] = campaigns
  // The good run is the newest: its messages, on every channel, are what the inbox shows first.
  await run(page, weekend, { whatsapp: 'accept', telegram: 'reject', ai_call: 'reset' })
  await run(page, morning, accepting)
}

async function run(page: Page, campaignId: string, modes: PracticeModes): Promise<void> {
  await page.evaluate(
    async ({ campaignId, modes }) => {
      await window.loa.setPracticeModes(modes)
      const plan = await window.loa.prepareManualRun(campaignId)
      if (!plan.ok) throw new Error(plan.error.code)
      const ended = new Promise<void>((resolve) => {
        window.loa.onRunsChanged((runs) => {
          if (runs.some((run) => run.id === plan.value.run_id && run.status === 'finished')) resolve()
        })
      })
      await window.loa.runNow(campaignId, plan.value.run_id)
      await ended
    },
    { campaignId, modes }
  )
}
