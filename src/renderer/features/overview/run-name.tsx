import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { RunSummary } from '../../../shared/domain/run'
import { openPage } from '../../stores/navigation-store'
import { Foreign } from '../../ui/foreign'
import { Badge } from '../../ui/status-badge'
import classes from './overview.module.css'

/** The name of a run's campaign, which opens the run; practice runs say so. */
export function RunName({ run }: { readonly run: RunSummary }) {
  const { t } = useTranslation('overview')
  return (
    <span className={classes['nameLine']}>
      <UnstyledButton className={classes['name']} onClick={() => void openPage('runs', { run_id: run.id })}>
        <Foreign>{run.campaign_name}</Foreign>
      </UnstyledButton>
      {run.gateway === 'practice' && <Badge tone="neutral">{t('practice')}</Badge>}
    </span>
  )
}
