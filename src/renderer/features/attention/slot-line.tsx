import { useTranslation } from 'react-i18next'
import type { RunSummary } from '../../../shared/domain/run'
import { When } from '../../ui/when'
import { CardLine } from './decision-card'

/** Which run a card is about: its trigger and its time. */
export function SlotLine({ run }: { readonly run: RunSummary }) {
  const { t } = useTranslation('common')
  const at = run.slot?.at ?? run.started_at
  return (
    <CardLine>
      {at !== null && (
        <When at={at} inline withRelative {...(run.slot !== null && { zone: run.slot.zone })} />
      )}
      {run.slot === null && ` · ${t(`triggers.${run.trigger}`)}`}
    </CardLine>
  )
}
