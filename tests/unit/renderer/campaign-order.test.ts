import { describe, expect, it } from 'vitest'
import {
  shownCampaigns,
  statusCounts,
  unfinishedOf
} from '../../../src/renderer/features/campaigns/campaign-order'
import { campaignSchema, type CampaignStatus } from '../../../src/shared/domain/campaign'
import type { CampaignView } from '../../../src/shared/ipc/views'

let serial = 0
const view = (name: string, status: CampaignStatus, nextAt: string | null = null): CampaignView => {
  serial += 1
  return {
    campaign: campaignSchema.parse({
      _id: serial.toString(16).padStart(24, '0'),
      name,
      status,
      call_script: 'Hello',
      schedule_settings: { frequency: 'daily', start_time: '2026-11-24T09:00:00', timezone: 'UTC' },
      created_at: '2026-01-01T00:00:00.000Z',
      updated_at: '2026-01-01T00:00:00.000Z'
    }),
    next: nextAt === null ? null : { nominal: nextAt, zone: 'UTC', at: nextAt, local: nextAt, notes: [] },
    last_run: null,
    open_run: null
  }
}

const names = (views: readonly CampaignView[]) => views.map(({ campaign }) => campaign.name)

const views = [
  view('Archived', 'archived'),
  view('Draft', 'draft'),
  view('Later', 'active', '2026-11-25T09:00:00.000Z'),
  view('Chúc mừng sinh nhật', 'active', '2026-11-24T09:00:00.000Z')
]

describe('the list of campaigns', () => {
  it('has the next run first and leaves archived ones out', () => {
    expect(names(shownCampaigns(views, 'all', ''))).toEqual(['Chúc mừng sinh nhật', 'Later', 'Draft'])
    expect(names(shownCampaigns(views, 'archived', ''))).toEqual(['Archived'])
  })

  it('is searched without regard to accents', () => {
    expect(names(shownCampaigns(views, 'all', 'SINH nhat'))).toEqual(['Chúc mừng sinh nhật'])
  })

  it('counts only the statuses that there are', () => {
    expect([...statusCounts(views)]).toEqual([
      ['all', 3],
      ['active', 2],
      ['draft', 1],
      ['archived', 1]
    ])
  })

  it('is led by what was typed for no campaign of it: a new one, or one that is gone', () => {
    const [known] = views
    const keys = ['new', known?.campaign._id ?? '', 'f'.repeat(24)]
    const notes = keys.map((key) => ({ key, at: '2026-11-24T09:00:00.000Z' }))
    expect(unfinishedOf(notes, views).map(({ key }) => key)).toEqual(['new', 'f'.repeat(24)])
  })
})
