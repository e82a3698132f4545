import { Skeleton, Title } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Occurrence } from '../../../../shared/domain/schedule'
import { useLocalZone } from '../../../stores/settings-store'
import { formatBeside, formatDate, formatTime } from '../../../../shared/text/date-format'
import { sameOffset } from '../../../../shared/text/zone-clock'
import { scheduleSummary, type SummarySchedule } from '../schedule-summary'
import { timeOf } from '../wall-time'
import classes from './schedule-preview.module.css'
import { FallsAway, LeftOutRun, useHolidaysOf } from './falls-away'
import { previewLines } from './preview-lines'
import type { Preview } from './use-schedule-preview'

interface SchedulePreviewProps {
  readonly schedule: SummarySchedule
  readonly preview: Preview
}

/** The schedule in one sentence, and the next runs as the engine's calendar has them. Always in sight. */
export function SchedulePreview({ schedule, preview }: SchedulePreviewProps) {
  const { t, i18n } = useTranslation(['campaigns', 'calendar'])
  const { occurrences, leftOut, problem, errors } = preview
  const wrong = problem ?? Object.values(errors)[0]
  const lines = useMemo(() => previewLines(occurrences ?? [], leftOut), [occurrences, leftOut])
  const holidays = useHolidaysOf(leftOut)
  return (
    <aside className={classes['preview']} aria-label={t('schedule.preview_title')}>
      <p className={classes['sentence']}>{scheduleSummary(schedule, t, i18n.language)}</p>
      <Title order={2} className={classes['previewHeading']}>
        {t('schedule.preview_title')}
      </Title>
      <div className={classes['runs']} aria-live="polite">
        {occurrences === null && wrong === undefined && <Skeleton height={200} radius="md" />}
        {wrong !== undefined && <p className={classes['previewNote']}>{wrong}</p>}
        {occurrences?.length === 0 && <p className={classes['previewNote']}>{t('schedule.preview_none')}</p>}
        {lines.length > 0 && (
          <ol className={classes['runList']}>
            {lines.map((line) => {
              if (line.kind === 'more') {
                return (
                  <li key={line.key} className={classes['run']}>
                    <span className={classes['runMore']}>
                      {t('calendar:preview.more', { count: line.count })}
                    </span>
                  </li>
                )
              }
              const { occurrence } = line
              return line.kind === 'run' ? (
                <NextRun key={occurrence.nominal} occurrence={occurrence} />
              ) : (
                <LeftOutRun key={occurrence.nominal} occurrence={occurrence} holidays={holidays} />
              )
            })}
          </ol>
        )}
        <FallsAway leftOut={leftOut} />
      </div>
    </aside>
  )
}

function NextRun({ occurrence }: { readonly occurrence: Occurrence }) {
  const { t, i18n } = useTranslation('campaigns')
  const localZone = useLocalZone()
  const at = new Date(occurrence.at)
  const now = new Date()
  const { language } = i18n
  const time = formatTime(at, occurrence.zone, language)
  return (
    <li className={classes['run']}>
      <span className={classes['runMain']}>
        <span>{formatDate(at, occurrence.zone, language, now)}</span>
        <time dateTime={occurrence.at}>{time}</time>
      </span>
      {!sameOffset(at, occurrence.zone, localZone) && (
        <span className={classes['runMore']}>
          {t('schedule.preview_local', { time: formatBeside(at, localZone, occurrence.zone, language) })}
        </span>
      )}
      {occurrence.notes.map((note) => (
        <span key={note} className={classes['runNote']} data-tone="caution">
          {t(`schedule.notes.${note}`, { planned: timeOf(occurrence.nominal), time })}
        </span>
      ))}
    </li>
  )
}
