import type { Engine } from '../../engine/engine'
import type { Handlers } from './answer-calls'

type RunViewCall = 'getRunOverview' | 'findDeliveries' | 'findDeliveryRefs' | 'getDelivery'

/** What the window asks about runs and their deliveries. */
export const runViewHandlers = ({ runViews }: Engine): Pick<Handlers, RunViewCall> => ({
  getRunOverview: (runId) => runViews.overview(runId),
  findDeliveries: (runId, query, offset, limit) => runViews.find(runId, query, offset, limit),
  findDeliveryRefs: (runId, query) => runViews.refs(runId, query),
  getDelivery: (runId, ref) => runViews.delivery(runId, ref)
})
