import { Button } from '@mantine/core'
import { IconPlayerPause } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { RunSummary } from '../../../shared/domain/run'
import { openPage } from '../../stores/navigation-store'
import { DeliveryCountsText } from '../../ui/delivery-counts'
import { askAndContinue, askAndStop } from '../../ui/run-control'
import { CardLine, DecisionCard } from './decision-card'
import { DecisionSection } from './decision-section'
import { SlotLine } from './slot-line'

/** Runs that do not go on before the operator says so. */
export function PausedSection({ runs }: { readonly runs: readonly RunSummary[] }) {
  const { t } = useTranslation('attention')
  return (
    <DecisionSection
      title={t('paused.title')}
      about={t('paused.about')}
      items={runs}
      keyOf={({ id }) => id}
      card={(run) => <PausedCard run={run} />}
    />
  )
}

function PausedCard({ run }: { readonly run: RunSummary }) {
  const { t } = useTranslation(['attention', 'common', 'runs'])
  const { pause } = run
  const isDiskTrouble = pause?.reason === 'storage'
  return (
    <DecisionCard
      tone="caution"
      icon={IconPlayerPause}
      title={run.campaign_name}
      actions={
        <>
          <Button size="xs" variant="default" onClick={() => void openPage('runs', { run_id: run.id })}>
            {t('open_run')}
          </Button>
          {!isDiskTrouble && (
            <>
              <Button size="xs" variant="default" onClick={() => void askAndStop(run)}>
                {t('runs:actions.stop')}
              </Button>
              <Button size="xs" onClick={() => void askAndContinue(run)}>
                {t('runs:actions.continue')}
              </Button>
            </>
          )}
        </>
      }
    >
      <SlotLine run={run} />
      {pause !== undefined && <CardLine>{t(`common:pause_reasons.${pause.reason}`)}</CardLine>}
      {pause !== undefined && pause.note !== '' && !isDiskTrouble && (
        <CardLine>{t('runs:notice.note', { note: pause.note })}</CardLine>
      )}
      <DeliveryCountsText counts={run.counts} />
    </DecisionCard>
  )
}
