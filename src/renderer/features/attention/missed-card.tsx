import { Button } from '@mantine/core'
import { IconCalendarOff } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RunSummary } from '../../../shared/domain/run'
import type { MissedPlan } from '../../../shared/ipc/views'
import { planMissed } from '../../stores/run-commands'
import { CardLine, DecisionCard } from './decision-card'
import { SlotLine } from './slot-line'

interface MissedCardProps {
  readonly run: RunSummary
  readonly onSend: () => void
  readonly onSkip: () => void
}

/** `undefined` while it is not known yet; null when the campaign is gone. */
function usePlan(runId: string): MissedPlan | null | undefined {
  const [plan, setPlan] = useState<MissedPlan | null>()
  useEffect(() => {
    let shown = true
    void planMissed(runId).then((planned) => {
      if (shown) setPlan(planned.ok ? planned.value : null)
    })
    return () => {
      shown = false
    }
  }, [runId])
  return plan
}

/** A slot that passed without a run: which, why, how late, and whom it concerned. */
export function MissedCard({ run, onSend, onSkip }: MissedCardProps) {
  const { t, i18n } = useTranslation(['attention', 'common'])
  const plan = usePlan(run.id)

  const whom = (): string => {
    if (plan === undefined) return ' '
    if (plan === null) return t('missed.gone')
    if (plan.contacts === 0) return t('missed.to_nobody')
    const rest = plan.contacts - plan.names.length
    const names = new Intl.ListFormat(i18n.language, { type: rest > 0 ? 'unit' : 'conjunction' }).format(
      plan.names
    )
    return rest > 0 ? t('missed.to_more', { names, count: rest }) : t('missed.to_names', { names })
  }

  return (
    <DecisionCard
      tone="bad"
      icon={IconCalendarOff}
      title={run.campaign_name}
      actions={
        <>
          <Button size="xs" variant="default" onClick={onSkip}>
            {t('missed.skip')}
          </Button>
          <Button size="xs" disabled={!plan || plan.contacts === 0} onClick={onSend}>
            {t('missed.send')}
          </Button>
        </>
      }
    >
      <SlotLine run={run} />
      {run.missed_reason !== undefined && (
        <CardLine>{t(`common:missed_reasons.${run.missed_reason}`)}</CardLine>
      )}
      {run.missed_reason === 'nobody' && plan?.contacts === 0 ? null : <CardLine>{whom()}</CardLine>}
    </DecisionCard>
  )
}
