import { type Campaign, type Policies, policiesSchema } from '../../../shared/domain/campaign'
import { CHANNEL_IDS, type ChannelId } from '../../../shared/domain/channel'
import type { Frequency } from '../../../shared/domain/schedule'
import type { CallInput } from '../../../shared/ipc/contract'
import { nextFullHour } from './wall-time'

/** How a schedule ends; the form asks for one of the two fields, or for neither. */
export const END_KINDS = ['never', 'date', 'runs'] as const

export type EndKind = (typeof END_KINDS)[number]

/** A number field holds text while it is empty or half typed, so that nothing of what is typed is lost. */
export type TypedNumber = number | string

/** A campaign as the form holds it: what another frequency or end needs is kept while the operator tries this one. */
export interface CampaignFormValues {
  _id?: string
  type: Campaign['type']
  name: string
  call_script: string
  texts: Partial<Record<ChannelId, string>>
  placeholders: boolean
  missing_values: Campaign['missing_values']
  contacts: string[]
  audience: { tags_in: string[]; tags_out: string[]; filters: string[] }
  flow: ChannelId[]
  end: EndKind
  schedule_settings: {
    frequency: Frequency
    start_time: string
    timezone: string
    interval: TypedNumber
    days_of_week: number[]
    day_of_month: TypedNumber
    month_of_year: TypedNumber
    end_time: string
    exclude_dates: string[]
    max_runs: TypedNumber
  }
  policies: {
    missed: Policies['missed']
    catch_up_window_min: TypedNumber
    overlap: Policies['overlap']
    delivery: Policies['delivery']
    error_threshold: { errors: TypedNumber; percent: TypedNumber; in_a_row: TypedNumber }
  }
}

/** A new campaign: every day from the next full hour here, through all channels. */
export const newCampaignValues = (now: Date, zone: string): CampaignFormValues => ({
  type: 'scheduled',
  name: '',
  call_script: '',
  texts: {},
  placeholders: true,
  missing_values: 'skip',
  contacts: [],
  audience: { tags_in: [], tags_out: [], filters: [] },
  flow: [...CHANNEL_IDS],
  end: 'never',
  schedule_settings: {
    frequency: 'daily',
    start_time: nextFullHour(now, zone),
    timezone: zone,
    interval: 1,
    days_of_week: [],
    day_of_month: '',
    month_of_year: '',
    end_time: '',
    exclude_dates: [],
    max_runs: ''
  },
  policies: policiesSchema.parse({})
})

const endOf = ({ end_time, max_runs }: Campaign['schedule_settings']): EndKind => {
  if (end_time !== undefined) return 'date'
  return max_runs === undefined ? 'never' : 'runs'
}

/** A stored campaign in the form. */
export const valuesOf = (campaign: Campaign): CampaignFormValues => ({
  _id: campaign._id,
  type: campaign.type,
  name: campaign.name,
  call_script: campaign.call_script,
  texts: { ...campaign.texts },
  placeholders: campaign.placeholders,
  missing_values: campaign.missing_values,
  contacts: [...campaign.contacts],
  audience: {
    tags_in: [...campaign.audience.tags_in],
    tags_out: [...campaign.audience.tags_out],
    filters: [...campaign.audience.filters]
  },
  flow: [...campaign.flow],
  end: endOf(campaign.schedule_settings),
  schedule_settings: {
    ...campaign.schedule_settings,
    days_of_week: [...campaign.schedule_settings.days_of_week],
    day_of_month: campaign.schedule_settings.day_of_month ?? '',
    month_of_year: campaign.schedule_settings.month_of_year ?? '',
    end_time: campaign.schedule_settings.end_time ?? '',
    exclude_dates: [...campaign.schedule_settings.exclude_dates],
    max_runs: campaign.schedule_settings.max_runs ?? ''
  },
  policies: { ...campaign.policies, error_threshold: { ...campaign.policies.error_threshold } }
})

/**
 * An empty field that must hold a number stays wrong, so that the field can say so. So does every other text: who types
 * 1,000 does not mean 1.
 */
const numberIn = (value: TypedNumber): number => (typeof value === 'number' ? value : Number.NaN)

/** A number that may be left out. */
const numberUnlessEmpty = (value: TypedNumber): number | undefined =>
  value === '' ? undefined : numberIn(value)

/** The policies that the form stands for. */
const policiesOf = ({
  catch_up_window_min,
  error_threshold,
  ...policies
}: CampaignFormValues['policies']) => ({
  ...policies,
  catch_up_window_min: numberIn(catch_up_window_min),
  error_threshold: {
    errors: numberIn(error_threshold.errors),
    percent: numberIn(error_threshold.percent),
    in_a_row: numberIn(error_threshold.in_a_row)
  }
})

/** The schedule that the form stands for. */
export const scheduleOf = ({
  end,
  schedule_settings: typed
}: Pick<CampaignFormValues, 'end' | 'schedule_settings'>) => ({
  ...typed,
  interval: numberIn(typed.interval),
  day_of_month: numberUnlessEmpty(typed.day_of_month),
  month_of_year: numberUnlessEmpty(typed.month_of_year),
  end_time: end === 'date' ? typed.end_time : undefined,
  max_runs: end === 'runs' ? numberIn(typed.max_runs) : undefined
})

/** What is sent to be saved. */
export const draftOf = ({
  end,
  schedule_settings,
  policies,
  ...values
}: CampaignFormValues): CallInput<'saveCampaign'>[0] => ({
  ...values,
  schedule_settings: scheduleOf({ end, schedule_settings }),
  policies: policiesOf(policies)
})

/** A copy of a campaign as a new draft under another name. */
export const copyOf = (campaign: Campaign, name: string): CallInput<'saveCampaign'>[0] => ({
  ...draftOf(valuesOf(campaign)),
  _id: undefined,
  name
})

/** The message for a field, also when it is an element of the field that is wrong (`exclude_dates.2`). */
export function errorAt(errors: Readonly<Record<string, unknown>>, path: string): string | undefined {
  const found = Object.keys(errors).find((key) => key === path || key.startsWith(`${path}.`))
  const error = found === undefined ? undefined : errors[found]
  return typeof error === 'string' ? error : undefined
}
