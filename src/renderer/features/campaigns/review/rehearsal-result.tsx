import { useTranslation } from 'react-i18next'
import type { Rehearsal, RehearsedRun } from '../../../../shared/domain/rehearsal'
import { formatDateTime } from '../../../../shared/text/date-format'
import { DeliveryCountsText } from '../../../ui/delivery-counts'
import { timeOf } from '../wall-time'
import { useLocalZone } from '../../../stores/settings-store'
import { endWhen } from './end-when'
import { HoursChart } from './hours-chart'
import classes from './review.module.css'
import { SkipGroups } from '../../../ui/skip-groups'

/** What a rehearsal showed: the picture first, then each run, then who is left out. */
export function RehearsalResult({ rehearsal }: { readonly rehearsal: Rehearsal }) {
  const { t, i18n } = useTranslation('rehearsal')
  const { runs, minutes, skipped, finished_at: end } = rehearsal
  const zone = useZoneOf(rehearsal)
  const first = minutes[0]
  const total = minutes.reduce((sum, { sent }) => sum + sent.whatsapp + sent.telegram + sent.ai_call, 0)
  const isOverAtOnce =
    first !== undefined &&
    end !== null &&
    endWhen(new Date(first.at), new Date(end), zone, i18n.language) === null
  if (runs.length === 0) return <p className={classes['quiet']}>{t('no_run')}</p>
  return (
    <>
      <dl className={classes['facts']}>
        <Fact name={t('facts.messages')} value={t('facts.count', { count: total })} />
        {first !== undefined && <TimeFact name={t('facts.first')} at={first.at} zone={zone} />}
        {end === null ? (
          <Fact name={t('facts.finished')} value={t('facts.not_within_a_week')} />
        ) : isOverAtOnce ? (
          <Fact name={t('facts.finished')} value={t('facts.within_a_minute')} />
        ) : (
          <TimeFact name={t('facts.finished')} at={end} zone={zone} />
        )}
      </dl>
      <HoursChart minutes={minutes} zone={zone} />
      <RunsTable runs={runs} zone={zone} />
      <SkipGroups title={t('left_out')} groups={skipped} />
    </>
  )
}

/** The campaign's own zone; this computer's for one that is run by hand. */
function useZoneOf({ runs }: Rehearsal): string {
  const local = useLocalZone()
  return runs[0]?.occurrence?.zone ?? local
}

interface FactProps {
  readonly name: string
  readonly value: string
}

function Fact({ name, value }: FactProps) {
  return (
    <div className={classes['fact']}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

function TimeFact({ name, at, zone }: { readonly name: string; readonly at: string; readonly zone: string }) {
  const { i18n } = useTranslation()
  return <Fact name={name} value={formatDateTime(new Date(at), zone, i18n.language, new Date())} />
}

function RunsTable({ runs, zone }: { readonly runs: readonly RehearsedRun[]; readonly zone: string }) {
  const { t } = useTranslation('rehearsal')
  return (
    <table className={classes['runs']} aria-label={t('runs.label')}>
      <thead>
        <tr>
          <th scope="col">{t('runs.when')}</th>
          <th scope="col">{t('runs.result')}</th>
          <th scope="col">{t('runs.finished')}</th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run, index) => (
          <RunRow key={run.occurrence?.nominal ?? index} run={run} zone={zone} />
        ))}
      </tbody>
    </table>
  )
}

function RunRow({
  run: { occurrence, run, missed_reason: reason },
  zone
}: {
  readonly run: RehearsedRun
  readonly zone: string
}) {
  const { t, i18n } = useTranslation(['rehearsal', 'campaigns', 'common'])
  const time = (at: string) => formatDateTime(new Date(at), zone, i18n.language, new Date())
  const begins = occurrence?.at ?? run?.started_at
  const end = run?.finished_at ?? null
  const endText = () => {
    if (run === null || begins === undefined) return null
    if (end === null) return t('facts.not_within_a_week')
    return endWhen(new Date(begins), new Date(end), zone, i18n.language) ?? t('facts.within_a_minute')
  }
  return (
    <tr>
      <td>
        {begins !== undefined && <time dateTime={begins}>{time(begins)}</time>}
        {occurrence?.notes.map((note) => (
          <span key={note} className={classes['runNote']} data-tone="caution">
            {t(`campaigns:schedule.notes.${note}`, {
              planned: timeOf(occurrence.nominal),
              time: timeOf(occurrence.local)
            })}
          </span>
        ))}
      </td>
      <td>
        {run !== null && <DeliveryCountsText counts={run.counts} />}
        {run === null && (
          <span className={classes['runNote']} data-tone="caution">
            {reason === undefined ? t('runs.waits') : t(`common:missed_reasons.${reason}`)}
          </span>
        )}
      </td>
      <td>{endText()}</td>
    </tr>
  )
}
