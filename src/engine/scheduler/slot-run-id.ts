import type { Occurrence } from '../../shared/domain/schedule'

/**
 * The id of the run that belongs to a slot: campaign, nominal local time (before any gap shift) and zone. Neither a
 * restart nor a clock set back nor new time-zone data gives a slot another id, so none runs twice.
 */
export function slotRunId(
  campaignId: string,
  { nominal, zone }: Pick<Occurrence, 'nominal' | 'zone'>
): string {
  return `${campaignId}_${nominal.replace(/[-:]/g, '')}_${zone.replaceAll('/', '.')}`
}

const MANUAL = '_manual_'

/** The id of a run that the operator starts; made when the dialog opens, so that a double click is one run. */
export const manualRunId = (campaignId: string, unique: string): string => `${campaignId}${MANUAL}${unique}`

export const isManualRunOf = (campaignId: string, runId: string): boolean =>
  runId.startsWith(`${campaignId}${MANUAL}`)

const RETRY = '_retry_'

/** The id of a run that repeats what failed in another; made when its dialog opens. */
export const retryRunId = (campaignId: string, unique: string): string => `${campaignId}${RETRY}${unique}`

export const isRetryRunOf = (campaignId: string, runId: string): boolean =>
  runId.startsWith(`${campaignId}${RETRY}`)
