import { create } from 'zustand'
import type { CampaignStatus } from '../../shared/domain/campaign'
import type { Approval } from '../../shared/domain/rehearsal'
import type { RunSummary } from '../../shared/domain/run'
import type { CallInput } from '../../shared/ipc/contract'
import type { CampaignView, ManualRunPlan } from '../../shared/ipc/views'
import type { Result } from '../../shared/result'
import { loa } from '../api'
import { coalesced } from './coalesced'
import { loaded, loadFailed, type Loadable, notLoaded } from './loadable'

/** A campaign as the form holds it; the main process fills in what is left out. */
export type CampaignInput = CallInput<'saveCampaign'>[0]

interface CampaignsState extends Loadable {
  readonly campaigns: readonly CampaignView[]
}

export const useCampaignsStore = create<CampaignsState>(() => ({ ...notLoaded, campaigns: [] }))

/** Reads all campaigns with their next and last runs; the last answer wins. */
export const loadCampaigns = coalesced(async () => {
  const result = await loa.listCampaigns()
  useCampaignsStore.setState(result.ok ? { ...loaded, campaigns: result.value } : loadFailed(result.error))
})

const thenReload = async <Value>(result: Result<Value>): Promise<Result<Value>> => {
  if (result.ok) await loadCampaigns()
  return result
}

/** Creates a draft (no `_id`) or changes a campaign; an active one that calls people needs the yes to that. */
export const saveCampaign = async (
  draft: CampaignInput,
  approval?: Approval
): Promise<Result<CampaignView>> => thenReload(await loa.saveCampaign(draft, approval))

/** Activates a campaign that the operator has read through. */
export const activateCampaign = async (id: string, approval: Approval): Promise<Result<CampaignView>> =>
  thenReload(await loa.activateCampaign(id, approval))

/** Moves a campaign to another status; the engine has the last word. */
export const setCampaignStatus = async (id: string, status: CampaignStatus): Promise<Result<CampaignView>> =>
  thenReload(await loa.setCampaignStatus(id, status))

/** Refused while one of its runs is open; its runs stay in the history. */
export const deleteCampaign = async (id: string): Promise<Result<null>> =>
  thenReload(await loa.deleteCampaign(id))

/** What "run now" would do. The id in it makes a double click one run. */
export const prepareManualRun = (id: string): Promise<Result<ManualRunPlan>> => loa.prepareManualRun(id)

/** Starts the run that was prepared. */
export const runNow = async (id: string, runId: string, approval: Approval): Promise<Result<RunSummary>> =>
  thenReload(await loa.runNow(id, runId, approval))

/** Listens until the returned function is called. */
export const startCampaignsStore = (): (() => void) => loa.onCampaignsChanged(() => void loadCampaigns())
