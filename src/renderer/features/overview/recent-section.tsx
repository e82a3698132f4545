import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { RunSummary } from '../../../shared/domain/run'
import { formatRelative } from '../../../shared/text/date-format'
import { openPage } from '../../stores/navigation-store'
import { useRunsStore } from '../../stores/runs-store'
import { DeliveryCountsText } from '../../ui/delivery-counts'
import { Badge, type Tone } from '../../ui/status-badge'
import { useNow } from '../../ui/use-now'
import classes from './overview.module.css'
import { RunName } from './run-name'
import { lastFinished, resultOf, type RunResult } from './run-result'
import { Section } from './section'

const TONES: Readonly<Record<RunResult, Tone>> = {
  failed: 'bad',
  unknown: 'doubt',
  stopped: 'neutral',
  nothing_sent: 'neutral',
  sent: 'good'
}
const MOST_SHOWN = 5
const HALF_A_MINUTE_MS = 30_000

/** The runs that ended last, and how they went. */
export function RecentSection() {
  const { t } = useTranslation('overview')
  const runs = useRunsStore((store) => store.runs)
  const now = new Date(useNow(HALF_A_MINUTE_MS))
  const shown = lastFinished(runs, MOST_SHOWN)
  return (
    <Section
      area="recent"
      title={t('recent.title')}
      action={
        <Button size="compact-sm" variant="subtle" onClick={() => void openPage('runs')}>
          {t('recent.all')}
        </Button>
      }
    >
      {shown.length === 0 && <p className={classes['none']}>{t('recent.none')}</p>}
      {shown.length > 0 && (
        <ul className={classes['rows']}>
          {shown.map((run) => (
            <li key={run.id} className={classes['recent']}>
              <Finished run={run} now={now} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Finished({ run, now }: { readonly run: RunSummary; readonly now: Date }) {
  const { t, i18n } = useTranslation('overview')
  const result = resultOf(run)
  return (
    <>
      <div className={classes['line']}>
        <RunName run={run} />
        <Badge tone={TONES[result]}>{t(`recent.results.${result}`)}</Badge>
      </div>
      <div className={classes['line']}>
        <DeliveryCountsText counts={run.counts} />
        {run.finished_at !== null && (
          <time dateTime={run.finished_at} className={classes['end']}>
            {formatRelative(new Date(run.finished_at), now, i18n.language)}
          </time>
        )}
      </div>
    </>
  )
}
