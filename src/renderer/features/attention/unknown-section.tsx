import { Button } from '@mantine/core'
import { IconHelp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { RunSummary } from '../../../shared/domain/run'
import { openPage } from '../../stores/navigation-store'
import { CardLine, DecisionCard } from './decision-card'
import { DecisionSection } from './decision-section'
import { SlotLine } from './slot-line'

/** Runs with deliveries that may have arrived. */
export function UnknownSection({ runs }: { readonly runs: readonly RunSummary[] }) {
  const { t } = useTranslation('attention')
  return (
    <DecisionSection
      title={t('unknown.title')}
      about={t('unknown.about')}
      items={runs}
      keyOf={({ id }) => id}
      card={(run) => (
        <DecisionCard
          tone="doubt"
          icon={IconHelp}
          title={run.campaign_name}
          actions={
            <Button size="xs" onClick={() => void openPage('runs', { run_id: run.id, state: 'unknown' })}>
              {t('unknown.decide')}
            </Button>
          }
        >
          <SlotLine run={run} />
          <CardLine>{t('unknown.text', { count: run.counts.unknown })}</CardLine>
        </DecisionCard>
      )}
    />
  )
}
