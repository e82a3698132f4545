import { Button } from '@mantine/core'
import { IconPlayerPause, IconPlayerPlay, IconPlayerStop, IconRefresh } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isOpen, type RunSummary } from '../../../shared/domain/run'
import { askAndContinue, askAndPause, askAndStop } from '../../ui/run-control'
import { RetryDialog } from './retry-dialog'

/** What can be done with a run as it stands. */
export function RunActions({ run }: { readonly run: RunSummary }) {
  const { t } = useTranslation('runs')
  const [retrying, setRetrying] = useState(false)
  const isPaused = run.status === 'paused' && run.pause?.reason !== 'storage'
  return (
    <>
      {isOpen(run) && (
        <Button
          variant="default"
          color="red"
          leftSection={<IconPlayerStop size={16} aria-hidden />}
          onClick={() => void askAndStop(run, t('actions.stop'))}
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
      {run.status === 'finished' && run.counts.failed > 0 && (
        <Button leftSection={<IconRefresh size={16} aria-hidden />} onClick={() => setRetrying(true)}>
          {t('actions.retry')}
        </Button>
      )}
      {retrying && <RetryDialog run={run} onClose={() => setRetrying(false)} />}
    </>
  )
}
