import { Button } from '@mantine/core'
import {
  type Icon,
  IconFlask,
  IconHelp,
  IconPlayerPause,
  IconPlayerStop,
  IconRefresh
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { RunSummary } from '../../../../shared/domain/run'
import { openPage } from '../../../stores/navigation-store'
import type { Tone } from '../../../ui/status-badge'
import classes from './run-notices.module.css'

interface NoticeProps {
  readonly tone: Tone
  readonly icon: Icon
  readonly children: ReactNode
  readonly actions?: ReactNode
}

/** One thing that the operator should know about a run. */
function Notice({ tone, icon: Symbol, children, actions }: NoticeProps) {
  return (
    <section className={classes['notice']} data-tone={tone}>
      <Symbol size={18} stroke={1.7} aria-hidden className={classes['icon']} />
      <div className={classes['words']} data-selectable>
        {children}
      </div>
      {actions}
    </section>
  )
}

/** Why a run does not go on, or was ended, and where it comes from. */
export function RunNotices({ run }: { readonly run: RunSummary }) {
  const { t } = useTranslation(['runs', 'common'])
  const { pause, stop, retry_of: retryOf } = run
  return (
    <>
      {run.trigger === 'rehearsal' && (
        <Notice tone="neutral" icon={IconFlask}>
          {t('rehearsal_hint')}
        </Notice>
      )}
      {retryOf !== undefined && (
        <Notice
          tone="neutral"
          icon={IconRefresh}
          actions={
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => void openPage('runs', { run_id: retryOf })}
            >
              {t('notice.open_original')}
            </Button>
          }
        >
          {t('notice.retry_of')}
        </Notice>
      )}
      {pause !== undefined && (
        <Notice tone="caution" icon={IconPlayerPause}>
          <strong>{t(`common:pause_reasons.${pause.reason}`)}</strong>{' '}
          {pause.note !== '' && pause.reason !== 'storage' && t('notice.note', { note: pause.note })}
        </Notice>
      )}
      {stop !== undefined && (
        <Notice tone="neutral" icon={IconPlayerStop}>
          <strong>{t(`common:stop_reasons.${stop.reason}`)}</strong>{' '}
          {stop.note !== '' && t('notice.note', { note: stop.note })}
        </Notice>
      )}
    </>
  )
}

interface UnknownNoticeProps {
  readonly count: number
  readonly onShow: () => void
}

/** Some deliveries may have arrived: the way to them. */
export function UnknownNotice({ count, onShow }: UnknownNoticeProps) {
  const { t } = useTranslation('runs')
  return (
    <Notice
      tone="doubt"
      icon={IconHelp}
      actions={
        <Button size="compact-sm" variant="default" onClick={onShow}>
          {t('notice.show_unknown')}
        </Button>
      }
    >
      <strong>{t('notice.unknown', { count })}</strong> {t('notice.unknown_body')}
    </Notice>
  )
}
