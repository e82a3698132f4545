import type { RunSummary } from '../../../shared/domain/run'

/** What is done before the first message arrives, in order. */
export const START_STEPS = ['people', 'campaign', 'watch'] as const

export type StartStep = (typeof START_STEPS)[number]

export interface Beginning {
  readonly people: number
  readonly campaigns: number
  readonly runs: readonly Pick<RunSummary, 'started_at'>[]
}

/** The steps that are done. Who has run a campaign needs no introduction any more, whatever was deleted since. */
export function stepsDone({ people, campaigns, runs }: Beginning): ReadonlySet<StartStep> {
  const done = new Set<StartStep>()
  if (people > 0) done.add('people')
  if (campaigns > 0) done.add('campaign')
  if (runs.some(({ started_at }) => started_at !== null)) done.add('watch')
  return done
}
