import { ActionIcon, Button, Tooltip } from '@mantine/core'
import {
  IconHandStop,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerStop,
  IconRefresh
} from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isOpen, type RunSummary } from '../../../../shared/domain/run'
import { stopEverything } from '../../../ui/emergency-stop'
import { ConsoleButton } from '../../../ui/console-button'
import { askAndContinue, askAndPause, askAndStop } from '../../../ui/run-control'
import { canRetry } from '../can-retry'
import { ReportMenu } from '../report/report-menu'
import { RetryDialog } from './retry-dialog'

/** What can be done with a run as it stands. */
export function RunActions({ run }: { readonly run: RunSummary }) {
  const { t } = useTranslation('runs')
  const [retrying, setRetrying] = useState(false)
  const isPaused = run.status === 'paused' && run.pause?.reason !== 'storage'
  const hasDeliveries = run.status !== 'missed' && run.status !== 'buffered'
  return (
    <>
      {hasDeliveries && <ConsoleButton label={t('actions.console')} about={{ run_id: run.id }} />}
      {hasDeliveries && <ReportMenu run={run} />}
      {run.status === 'running' && (
        <Tooltip label={t('actions.everything_hint')} multiline maw={260}>
          <ActionIcon
            variant="light"
            color="red"
            size={36}
            aria-label={t('actions.everything')}
            onClick={() => void stopEverything()}
          >
            <IconHandStop size={18} stroke={1.8} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
      {isOpen(run) && (
        <Button
          variant="default"
          color="red"
          leftSection={<IconPlayerStop size={16} aria-hidden />}
          onClick={() => void askAndStop(run)}
        >
          {t('actions.stop')}
        </Button>
      )}
      {run.status === 'running' && (
        <Button
          variant="default"
          leftSection={<IconPlayerPause size={16} aria-hidden />}
          onClick={() => void askAndPause(run)}
        >
          {t('actions.pause')}
        </Button>
      )}
      {isPaused && (
        <Button
          leftSection={<IconPlayerPlay size={16} aria-hidden />}
          onClick={() => void askAndContinue(run)}
        >
          {t('actions.continue')}
        </Button>
      )}
      {canRetry(run) && (
        <Button leftSection={<IconRefresh size={16} aria-hidden />} onClick={() => setRetrying(true)}>
          {t('actions.retry')}
        </Button>
      )}
      {retrying && <RetryDialog run={run} onClose={() => setRetrying(false)} />}
    </>
  )
}
