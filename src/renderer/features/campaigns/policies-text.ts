import type { TFunction } from 'i18next'
import type { CampaignFormValues } from './campaign-values'

/** What a campaign does when something does not go to plan, in a few short sentences. */
export function policiesText(
  { missed, catch_up_window_min, overlap, delivery, error_threshold }: CampaignFormValues['policies'],
  t: TFunction<'campaigns'>
): string {
  const { errors, percent, in_a_row } = error_threshold
  const stops = [
    ...(Number(errors) > 0 ? [t('policies.says.errors', { errors, percent })] : []),
    ...(Number(in_a_row) > 0 ? [t('policies.says.in_a_row', { count: Number(in_a_row) })] : [])
  ]
  return [
    t(`policies.says.missed.${missed}`, { minutes: catch_up_window_min }),
    t(`policies.says.overlap.${overlap}`),
    t(`policies.says.delivery.${delivery}`),
    stops.length === 0
      ? t('policies.says.never')
      : t('policies.says.stops', { when: stops.join(t('policies.says.or')) })
  ].join(' ')
}
