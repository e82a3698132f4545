import type { TFunction } from 'i18next'
import { type CampaignStatus, hasAudience } from '../../../../shared/domain/campaign'
import type { ShownAudienceCount } from '../../../stores/audience-count'
import { zoneName } from '../../../../shared/text/zone-name'
import { type CampaignFormValues, scheduleOf } from '../campaign-values'
import { scheduleSummary } from '../schedule-summary'
import type { Problem } from './problems'
import type { EditorStep } from './steps'

type T = TFunction<['campaigns', 'common']>

/** More letters than the line has room for. */
const SHOWN_LETTERS = 80

/** What the line of a step is made of. */
export interface SummaryInput {
  readonly values: CampaignFormValues
  readonly count: ShownAudienceCount
  readonly problems: readonly Problem[]
  readonly status: CampaignStatus
  /** A zone that goes without saying is left out. */
  readonly localZone: string
  readonly language: string
}

/** What a step holds, in one line; empty while nothing can be said yet. */
export function stepSummary(step: EditorStep, input: SummaryInput, t: T): string {
  const { values, count, problems, status, localZone, language } = input
  switch (step) {
    case 'message':
      return firstWords(values.call_script) || t('editor.says.no_message')
    case 'audience':
      if (!hasAudience(values)) return t('editor.says.nobody')
      return count.isKnown ? t('editor.says.people', { count: count.contacts }) : ''
    case 'channels':
      if (values.flow.length === 0) return t('editor.says.no_channel')
      return values.flow.map((channel) => t(`channels.${channel}`, { ns: 'common' })).join(', ')
    case 'schedule':
      return scheduleSummary(scheduleOf(values), t, language, {
        withZone: zoneName(values.schedule_settings.timezone) !== zoneName(localZone)
      })
    case 'limits':
      return values.policies.missed === 'skip'
        ? t('editor.says.never_late')
        : t('editor.says.late', { minutes: values.policies.catch_up_window_min })
    case 'review':
      if (problems.length > 0) return t('editor.says.problems', { count: problems.length })
      return status === 'draft' ? t('editor.says.ready') : t(`campaign_status.${status}`, { ns: 'common' })
  }
}

const firstWords = (text: string): string =>
  text.slice(0, 1_000).trim().replace(/\s+/g, ' ').slice(0, SHOWN_LETTERS)
