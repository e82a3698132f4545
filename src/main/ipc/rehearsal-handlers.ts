import type { Engine } from '../../engine/engine'
import { ok } from '../../shared/result'
import type { Handlers } from './answer-calls'

type RehearsalCall = 'reviewCampaign' | 'rehearse' | 'cancelRehearsal' | 'rehearseForReal'

/** What shows beforehand how a campaign would go. */
export function rehearsalHandlers(engine: Engine): Pick<Handlers, RehearsalCall> {
  return {
    reviewCampaign: (draft) => engine.reviews.review(draft),
    rehearse: (draft, rules) => engine.rehearsals.rehearse(draft, rules),
    cancelRehearsal: () => {
      engine.rehearsals.cancel()
      return ok(null)
    },
    rehearseForReal: (campaignId, runId, modes) => {
      engine.practice.setModes(modes)
      return engine.runsByHand.startRehearsal(campaignId, runId)
    }
  }
}
