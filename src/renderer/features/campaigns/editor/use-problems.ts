import { useDeferredValue, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownAudienceCount } from '../../../stores/audience-count'
import type { CampaignFormValues } from '../campaign-values'
import { audienceProblems, formProblems, inOrder, type Problem, scheduleProblems } from './problems'
import type { Preview } from './use-schedule-preview'
import { useTextProblems } from './use-text-problems'

/** Everything that keeps the campaign from going out, in the order of the steps; typing does not wait for it. */
export function useProblems(
  values: CampaignFormValues,
  preview: Preview,
  count: ShownAudienceCount
): readonly Problem[] {
  const { t } = useTranslation('campaigns')
  const looked = useDeferredValue(values)
  const typed = useMemo(() => formProblems(looked), [looked])
  const inTexts = useTextProblems(looked)
  return useMemo(
    () =>
      inOrder([
        ...typed,
        ...inTexts,
        ...audienceProblems(looked, count, t('editor.finds_nobody')),
        ...scheduleProblems(preview, looked.schedule_settings.frequency)
      ]),
    [typed, inTexts, looked, count, preview, t]
  )
}
