import { CloseButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type LogLine, plainLine } from '../../../shared/domain/log-line'
import { formatDate, formatTimeWithSeconds } from '../../../shared/text/date-format'
import { useLocalZone } from '../../stores/settings-store'
import { CopyButton } from '../../ui/copy-button'
import { durationText } from '../../ui/duration-text'
import { Badge } from '../../ui/status-badge'
import { useNow } from '../../ui/use-now'
import { LEVEL_TONES } from './level-icon'
import { LineActions } from './line-actions'
import classes from './console.module.css'

const MINUTE_MS = 60_000

interface LineDetailProps {
  readonly line: LogLine
  readonly onClose: () => void
}

/** One line in full: the whole text, and what the gateway's answer took. */
export function LineDetail({ line, onClose }: LineDetailProps) {
  const { t, i18n } = useTranslation('console')
  const zone = useLocalZone()
  const now = new Date(useNow(MINUTE_MS))
  const at = new Date(line.at)
  return (
    <section className={classes['detail']} aria-label={t('detail.label')}>
      <div className={classes['detailHead']}>
        <Badge tone={LEVEL_TONES[line.level]}>{t(`level_names.${line.level}`)}</Badge>
        <span className={classes['fact']}>{t(`sources.${line.source}`)}</span>
        <time className={classes['fact']} dateTime={line.at}>
          {formatDate(at, zone, i18n.language, now)}, {formatTimeWithSeconds(at, zone, i18n.language)}
        </time>
        {line.status_code !== undefined && (
          <span className={classes['fact']}>
            {t('detail.code')} <strong>{line.status_code}</strong>
          </span>
        )}
        {line.duration_ms !== undefined && (
          <span className={classes['fact']}>
            {t('detail.duration')} <strong>{durationText(line.duration_ms, i18n.language)}</strong>
          </span>
        )}
        <span className={classes['detailActions']}>
          <LineActions line={line} />
          <CopyButton text={plainLine(line)} label={t('detail.copy')} />
          <CloseButton size="sm" aria-label={t('detail.close')} onClick={onClose} />
        </span>
      </div>
      <div
        className={classes['detailText']}
        data-selectable
        tabIndex={0}
        role="group"
        aria-label={t('detail.text_label')}
      >
        {line.text}
      </div>
    </section>
  )
}
