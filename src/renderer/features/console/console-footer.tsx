import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconFolderOpen } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { loa } from '../../api'
import { showCleared } from '../../stores/console-view'
import { useSettingsStore } from '../../stores/settings-store'
import { CopyButton } from '../../ui/copy-button'
import { reportFailure } from '../../ui/report-failure'
import classes from './console.module.css'

interface ConsoleFooterProps {
  readonly shown: number
  readonly kept: number
  /** Lines that "Clear view" took out of sight. */
  readonly hidden: number
  /** Another filter is being applied; the number is that of the one before. */
  readonly isSearching: boolean
}

/** How much is shown, what is not, and where all of it is. */
export function ConsoleFooter({ shown, kept, hidden, isSearching }: ConsoleFooterProps) {
  const { t } = useTranslation('console')
  const file = useSettingsStore((state) => state.info?.log_file)
  return (
    <div className={classes['footer']}>
      <span className={classes['counts']} role="status" aria-busy={isSearching}>
        {shown === kept ? t('shown', { count: shown }) : t('found', { found: shown, all: kept })}
      </span>
      {hidden > 0 && (
        <span className={classes['counts']}>
          {t('cleared', { count: hidden })}{' '}
          <Button size="compact-xs" variant="subtle" onClick={showCleared}>
            {t('show_cleared')}
          </Button>
        </span>
      )}
      {file !== undefined && (
        <span className={classes['file']}>
          {t('file')}
          <code data-selectable title={file}>
            {file}
          </code>
          <CopyButton text={file} label={t('copy_path')} />
          <Tooltip label={t('show_file')}>
            <ActionIcon
              size="sm"
              variant="subtle"
              color="gray"
              aria-label={t('show_file')}
              onClick={() => void loa.showLogFile().then(reportFailure)}
            >
              <IconFolderOpen size={16} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </span>
      )}
    </div>
  )
}
