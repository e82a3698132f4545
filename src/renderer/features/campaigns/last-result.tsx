import { UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconFlask } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { DeliveryCounts } from '../../../shared/domain/delivery'
import { isOpen } from '../../../shared/domain/run'
import type { CampaignView } from '../../../shared/ipc/views'
import { formatDateTime } from '../../../shared/text/date-format'
import { openPage } from '../../stores/navigation-store'
import { useRunsStore } from '../../stores/runs-store'
import { useLocalZone } from '../../stores/settings-store'
import { DeliveryCountsText } from '../../ui/delivery-counts'
import { RunStatusBadge } from '../../ui/status-badge'
import { useNow } from '../../ui/use-now'
import classes from './campaigns.module.css'

const MINUTE_MS = 60_000

const totalOf = (counts: DeliveryCounts): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0)

/** How the open or the last run went, in numbers; a click opens it. */
export function LastResult({ view }: { readonly view: CampaignView }) {
  const { t, i18n } = useTranslation(['campaigns', 'common'])
  const zone = useLocalZone()
  const now = useNow(MINUTE_MS)
  const known = view.open_run ?? view.last_run
  // The list of campaigns changes when a run starts or ends; its numbers change all the time.
  const run = useRunsStore((state) => state.runs.find(({ id }) => id === known?.id)) ?? known
  if (run === null) return <span className={classes['nothing']}>{t('row.not_run')}</span>

  const at = run.started_at ?? run.slot?.at
  const total = totalOf(run.counts)
  const done = total - run.counts.queued - run.counts.sending
  const isTold = run.status !== 'missed' && (!isOpen(run) || done > 0)
  return (
    <UnstyledButton className={classes['last']} onClick={() => void openPage('runs', { run_id: run.id })}>
      {run.status !== 'finished' && (
        <span className={classes['lastStatus']}>
          <RunStatusBadge run={run} />
          {isOpen(run) && t('row.progress', { done, total })}
        </span>
      )}
      {isTold && <DeliveryCountsText counts={{ ...run.counts, queued: 0, sending: 0 }} />}
      {!isOpen(run) && (
        <span className={classes['lastMore']}>
          {at !== undefined && formatDateTime(new Date(at), zone, i18n.language, new Date(now))}
          {run.gateway === 'practice' && (
            <span
              role="img"
              aria-label={t('gateways.practice', { ns: 'common' })}
              className={classes['practice']}
            >
              <IconFlask size={13} stroke={1.8} aria-hidden />
            </span>
          )}
        </span>
      )}
      <VisuallyHidden>{t('row.last_run_label', { name: view.campaign.name })}</VisuallyHidden>
    </UnstyledButton>
  )
}
