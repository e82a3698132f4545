import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useSettingsStore } from '../../stores/settings-store'
import { CopyButton } from '../../ui/copy-button'
import classes from './console.module.css'

interface ConsoleFooterProps {
  readonly shown: number
  readonly kept: number
  /** Lines that "Clear view" took out of sight. */
  readonly hidden: number
  readonly onShowHidden: () => void
}

/** How much is shown, what is not, and where all of it is. */
export function ConsoleFooter({ shown, kept, hidden, onShowHidden }: ConsoleFooterProps) {
  const { t } = useTranslation('console')
  const file = useSettingsStore((state) => state.info?.log_file)
  return (
    <div className={classes['footer']}>
      <span className={classes['counts']}>
        {shown === kept ? t('shown', { count: shown }) : t('found', { found: shown, all: kept })}
      </span>
      {hidden > 0 && (
        <span className={classes['counts']}>
          {t('cleared', { count: hidden })}{' '}
          <Button size="compact-xs" variant="subtle" onClick={onShowHidden}>
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
        </span>
      )}
    </div>
  )
}
