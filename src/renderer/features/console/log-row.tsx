import { memo, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { LogLevel, LogLine } from '../../../shared/domain/log-line'
import { formatDate, formatTimeWithSeconds } from '../../../shared/text/date-format'
import { useLocalZone } from '../../stores/settings-store'
import { useNow } from '../../ui/use-now'
import { dateAt, startOfDay } from '../../ui/zone-days'
import { LEVEL_TONES, LevelIcon } from './level-icon'
import classes from './console.module.css'

/** More does not fit into any window, and a few dozen lines of thousands of characters would cost a frame. */
const SHOWN_CHARACTERS = 500
const MINUTE_MS = 60_000

/** How rows say things. One for the whole list: in each of its rows the hooks would cost more than the row. */
export interface RowWords {
  readonly zone: string
  readonly language: string
  /** The local start of this day (ISO): lines from before it say their date too. */
  readonly today: string
  readonly levels: Readonly<Record<LogLevel, string>>
}

/** Another object only when something of it has changed. */
export function useRowWords(): RowWords {
  const { t, i18n } = useTranslation('console')
  const { language } = i18n
  const zone = useLocalZone()
  const nowMs = useNow(MINUTE_MS)
  const today = useMemo(() => new Date(startOfDay(zone, dateAt(zone, nowMs))).toISOString(), [zone, nowMs])
  return useMemo(
    () => ({
      zone,
      language,
      today,
      levels: {
        info: t('level_names.info'),
        success: t('level_names.success'),
        warning: t('level_names.warning'),
        error: t('level_names.error')
      }
    }),
    [t, zone, language, today]
  )
}

interface LogRowProps {
  readonly line: LogLine
  readonly words: RowWords
}

/** What one line says, cut at the edge of the list; the detail has all of it. Drawn once, whatever moves around it. */
export const LogRow = memo(function LogRow({ line, words }: LogRowProps) {
  const { zone, language, today, levels } = words
  const at = new Date(line.at)
  return (
    <>
      <time dateTime={line.at} className={classes['time']}>
        {line.at < today && `${formatDate(at, zone, language, new Date(today))} `}
        {formatTimeWithSeconds(at, zone, language)}
      </time>
      <span className={classes['level']} data-tone={LEVEL_TONES[line.level]}>
        <LevelIcon level={line.level} name={levels[line.level]} />
      </span>
      <span className={classes['text']}>{line.text.slice(0, SHOWN_CHARACTERS)}</span>
    </>
  )
})
