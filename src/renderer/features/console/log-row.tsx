import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { LogLine } from '../../../shared/domain/log-line'
import { useLocalZone } from '../../stores/settings-store'
import { formatDate, formatTimeWithSeconds } from '../../ui/date-format'
import { LEVEL_TONES, LevelIcon } from './level-icon'
import classes from './console.module.css'

/** More does not fit into any window, and a few dozen lines of thousands of characters would cost a frame. */
const SHOWN_CHARACTERS = 500

interface LogRowProps {
  readonly line: LogLine
  /** The local start of this day (ISO): lines from before it say their date too. */
  readonly today: string
}

/** What one line says, cut at the edge of the list; the detail has all of it. Drawn once, whatever moves around it. */
export const LogRow = memo(function LogRow({ line, today }: LogRowProps) {
  const { i18n } = useTranslation('console')
  const zone = useLocalZone()
  const at = new Date(line.at)
  return (
    <>
      <time dateTime={line.at} className={classes['time']}>
        {line.at < today && `${formatDate(at, zone, i18n.language, new Date(today))} `}
        {formatTimeWithSeconds(at, zone, i18n.language)}
      </time>
      <span className={classes['level']} data-tone={LEVEL_TONES[line.level]}>
        <LevelIcon level={line.level} />
      </span>
      <span className={classes['text']}>{line.text.slice(0, SHOWN_CHARACTERS)}</span>
    </>
  )
})
