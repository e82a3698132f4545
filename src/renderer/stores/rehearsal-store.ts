import { create } from 'zustand'
import type { AppError } from '../../shared/app-error'
import type { PracticeModes } from '../../shared/domain/practice'
import type { Rehearsal, RehearsalRules } from '../../shared/domain/rehearsal'
import type { RunSummary } from '../../shared/domain/run'
import type { Result } from '../../shared/result'
import { loa } from '../api'
import type { CampaignInput } from './campaigns-store'

interface RehearsalState {
  readonly status: 'idle' | 'running' | 'done' | 'failed'
  /** How far it is, 0 to 1. */
  readonly share: number
  readonly rehearsal: Rehearsal | null
  readonly error: AppError | null
  /** What was rehearsed, to tell whether it was changed since. */
  readonly asked: string
}

const nothingYet: RehearsalState = { status: 'idle', share: 0, rehearsal: null, error: null, asked: '' }

export const useRehearsalStore = create<RehearsalState>(() => nothingYet)

/** What a rehearsal is about, as one text. */
export const askedOf = (draft: CampaignInput): string => JSON.stringify(draft)

/** Plays the next week of a campaign through; the result replaces the one before. */
export async function startRehearsal(draft: CampaignInput, rules: RehearsalRules): Promise<void> {
  const asked = askedOf(draft)
  useRehearsalStore.setState({ status: 'running', share: 0, error: null, asked })
  const result = await loa.rehearse(draft, rules)
  // Another one was asked for meanwhile, or nobody waits for it any more.
  if (!result.ok && result.error.code === 'cancelled') return
  if (useRehearsalStore.getState().asked !== asked) return
  useRehearsalStore.setState(
    result.ok
      ? { status: 'done', share: 1, rehearsal: result.value }
      : { status: 'failed', rehearsal: null, error: result.error }
  )
}

/** Ends a rehearsal that is under way, and forgets the last one. */
export function forgetRehearsal(): void {
  if (useRehearsalStore.getState().status === 'running') void loa.cancelRehearsal()
  useRehearsalStore.setState(nothingYet)
}

/** Runs a campaign through the practice gateway, which answers in the ways that were chosen. */
export const rehearseForReal = (
  campaignId: string,
  runId: string,
  modes: PracticeModes
): Promise<Result<RunSummary>> => loa.rehearseForReal(campaignId, runId, modes)

/** Listens until the returned function is called. */
export const startRehearsalStore = (): (() => void) =>
  loa.onRehearsalProgress((share) => {
    if (useRehearsalStore.getState().status === 'running') useRehearsalStore.setState({ share })
  })
