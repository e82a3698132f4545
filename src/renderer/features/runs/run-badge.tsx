import { useTranslation } from 'react-i18next'
import type { RunSummary } from '../../../shared/domain/run'
import { Badge, RunStatusBadge } from '../../ui/status-badge'

/** The run's status. "Finished" alone would hide what did not go out, so it says that too. */
export function RunBadge({ run }: { readonly run: RunSummary }) {
  const { t } = useTranslation('runs')
  if (run.status === 'finished' && run.counts.failed > 0)
    return <Badge tone="bad">{t('finished_failed')}</Badge>
  if (run.status === 'finished' && run.counts.unknown > 0)
    return <Badge tone="doubt">{t('finished_unknown')}</Badge>
  return <RunStatusBadge run={run} />
}
