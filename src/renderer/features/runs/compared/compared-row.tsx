import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { RunSummary } from '../../../../shared/domain/run'
import { localeOf } from '../../../../shared/i18n/locale'
import { formatDateTime } from '../../../../shared/text/date-format'
import { openPage } from '../../../stores/navigation-store'
import { useLocalZone } from '../../../stores/settings-store'
import { useNow } from '../../../ui/use-now'
import { lastedMs, lastedText } from '../run-lasted'
import { triggerBeside } from '../trigger-beside'
import { COMPARED_STATES, type ComparedState } from './comparison'
import classes from './compared.module.css'

const MINUTE_MS = 60_000

interface ComparedRowProps {
  readonly run: RunSummary
  /** It is the run that the others are compared with. */
  readonly isThis: boolean
  /** What a full bar of each state stands for. */
  readonly largest: Readonly<Record<ComparedState, number>>
}

/** One run on a line: when, its counts as numbers over bars of one scale, and how long it took. */
export function ComparedRow({ run, isThis, largest }: ComparedRowProps) {
  const { t, i18n } = useTranslation(['runs', 'common'])
  const zone = useLocalZone()
  const now = new Date(useNow(MINUTE_MS))
  const tookMs = lastedMs(run)
  const when =
    run.started_at === null ? '' : formatDateTime(new Date(run.started_at), zone, i18n.language, now)
  return (
    <tr data-this={isThis || undefined} aria-current={isThis || undefined}>
      <th scope="row">
        {isThis ? (
          <span>{when}</span>
        ) : (
          <UnstyledButton
            className={classes['open']}
            onClick={() => void openPage('runs', { run_id: run.id })}
          >
            {when}
          </UnstyledButton>
        )}
        <span className={classes['what']}>
          {isThis ? t('compared.this') : t(`common:triggers.${triggerBeside(run) ?? run.trigger}`)}
        </span>
      </th>
      {COMPARED_STATES.map((state) => (
        <td key={state} data-zero={run.counts[state] === 0 || undefined}>
          {run.counts[state].toLocaleString(localeOf(i18n.language))}
          <span className={classes['track']} aria-hidden>
            <span data-state={state} style={{ width: `${share(run.counts[state], largest[state])}%` }} />
          </span>
        </td>
      ))}
      <td data-align="end">{tookMs === null ? t('still_running') : lastedText(tookMs, t)}</td>
    </tr>
  )
}

/** Per cent of the longest bar; one delivery among 100,000 is still a line. */
const share = (count: number, largest: number): number =>
  count === 0 || largest === 0 ? 0 : Math.max(3, (count / largest) * 100)
