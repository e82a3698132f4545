import { ActionIcon } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { RunSummary } from '../../../../shared/domain/run'
import { formatDateTime } from '../../../../shared/text/date-format'
import { openPage } from '../../../stores/navigation-store'
import { useLocalZone } from '../../../stores/settings-store'
import { PageHeader } from '../../../ui/page-header'
import { Badge } from '../../../ui/status-badge'
import { useIsNarrow } from '../../../ui/use-is-narrow'
import { useNow } from '../../../ui/use-now'
import { RunBadge } from '../run-badge'
import { lastedMs, lastedText } from '../run-lasted'
import { triggerBeside } from '../trigger-beside'
import { RunActions } from './run-actions'

const MINUTE_MS = 60_000

/** Whose run it is, how it stands, where it comes from and what can be done with it. */
export function RunHeader({ run }: { readonly run: RunSummary | null }) {
  const { t } = useTranslation('runs')
  const about = useAbout(run)
  const isNarrow = useIsNarrow()
  const isRehearsal = run?.trigger === 'rehearsal'
  return (
    <PageHeader
      before={
        <ActionIcon
          variant="subtle"
          color="gray"
          size={34}
          autoFocus
          aria-label={t('back')}
          onClick={() => void openPage('runs')}
        >
          <IconArrowLeft size={20} aria-hidden />
        </ActionIcon>
      }
      title={run?.campaign_name ?? t('title')}
      description={about}
      beside={
        run !== null && (
          <>
            {/* How a run ended stands right below, in numbers. */}
            {!(isNarrow && run.status === 'finished') && <RunBadge run={run} />}
            {run.gateway === 'practice' && (
              <span title={t(isRehearsal ? 'rehearsal_hint' : 'practice_hint')}>
                <Badge tone="neutral">{t(isRehearsal ? 'rehearsal' : 'practice')}</Badge>
              </span>
            )}
          </>
        )
      }
      actions={run !== null && <RunActions run={run} />}
    />
  )
}

/** `Scheduled · Reference system · 24 contacts · Tue 24 Nov, 09:00 · took 12 min 3 s`, as far as there is room. */
function useAbout(run: RunSummary | null): string {
  const { t, i18n } = useTranslation(['runs', 'common'])
  const zone = useLocalZone()
  const now = new Date(useNow(MINUTE_MS))
  const isNarrow = useIsNarrow()
  if (run === null) return ''
  const at = run.started_at ?? run.slot?.at
  const tookMs = lastedMs(run)
  const trigger = triggerBeside(run)
  return [
    ...(isNarrow || trigger === null ? [] : [t(`common:triggers.${trigger}`)]),
    ...(isNarrow || run.gateway === 'practice' ? [] : [t(`common:gateways.${run.gateway}`)]),
    ...(run.total_contacts > 0 ? [t('common:contacts', { count: run.total_contacts })] : []),
    ...(at === undefined ? [] : [formatDateTime(new Date(at), zone, i18n.language, now)]),
    ...(tookMs === null ? [] : [t('took', { duration: lastedText(tookMs, t) })])
  ].join(' · ')
}
