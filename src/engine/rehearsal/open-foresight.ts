import type { Campaign } from '../../shared/domain/campaign'
import { Approvals } from '../campaigns/approvals'
import type { CampaignService } from '../campaigns/campaign-service'
import type { openMessages } from '../messages/open-messages'
import type { Clock } from '../ports'
import { firstRun, type FirstRunContext } from './first-run'
import { Rehearsals } from './rehearsals'
import type { RehearsalWorld } from './rehearse'
import { Reviews } from './reviews'
import { RunsByHand, type RunsByHandContext } from './runs-by-hand'

export interface ForesightConfig
  extends Pick<FirstRunContext, 'obstacle'>, Pick<RunsByHandContext, 'campaignRuns' | 'missed'> {
  readonly clock: Clock
  readonly world: Omit<RehearsalWorld, 'nowMs'>
  readonly campaigns: CampaignService
  readonly messages: Pick<ReturnType<typeof openMessages>, 'check'>
  /** How far the rehearsal is, 0 to 1. */
  readonly onProgress: (share: number) => void
}

/** What is known about a campaign before it runs, and the yes that follows from it, put together. */
export function openForesight({
  clock,
  campaigns,
  messages,
  obstacle,
  campaignRuns,
  missed,
  onProgress,
  ...config
}: ForesightConfig) {
  const world: RehearsalWorld = { ...config.world, nowMs: () => clock.nowMs() }
  const people: FirstRunContext = { ...world, obstacle }
  const drafted: CampaignService['drafted'] = (draft) => campaigns.drafted(draft)
  const check = (campaign: Campaign) => {
    const { call_script, texts, placeholders, missing_values, flow, contacts, audience } = campaign
    const { timezone } = campaign.schedule_settings
    const message = { call_script, texts, placeholders, missing_values, timezone }
    return messages.check(message, flow, contacts, audience)
  }
  const problemsOf = async (campaign: Campaign) =>
    (await check(campaign)).problems.map(({ problem }) => problem)

  return {
    rehearsals: new Rehearsals({ world, drafted, onProgress }),
    reviews: new Reviews({
      world,
      people,
      drafted,
      obstacleTo: (campaign) => campaigns.obstacleTo(campaign),
      check
    }),
    approvals: new Approvals({
      clock,
      campaigns,
      gateway: world.gateway,
      callsOf: async (campaign) => (await firstRun(campaign, people)).ai_calls,
      problemsOf
    }),
    runsByHand: new RunsByHand({
      people,
      findCampaign: (id) => campaigns.find(id),
      campaignRuns,
      missed,
      problemsOf
    })
  }
}
