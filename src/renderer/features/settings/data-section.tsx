import { Button } from '@mantine/core'
import { IconFolderOpen } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { AppInfo } from '../../../shared/ipc/views'
import { loa } from '../../api'
import { CopyButton } from '../../ui/copy-button'
import { reportFailure } from '../../ui/report-failure'
import { SettingsSection } from './settings-section'
import classes from './settings.module.css'

/** Where everything lies, and how it is moved. */
export function DataSection({ info }: { readonly info: AppInfo }) {
  const { t } = useTranslation('settings')
  const open = async () => reportFailure(await loa.openDataFolder())
  return (
    <SettingsSection title={t('data.title')} text={t('data.text')}>
      <div className={classes['folder']}>
        <code data-selectable>{info.data_dir}</code>
        <CopyButton text={info.data_dir} label={t('data.copy')} />
        <Button
          size="xs"
          variant="default"
          leftSection={<IconFolderOpen size={15} aria-hidden />}
          onClick={() => void open()}
        >
          {t('data.open')}
        </Button>
      </div>
      <p className={classes['explained']}>{t('data.move')}</p>
      <p className={classes['explained']}>{t('data.secrets')}</p>
    </SettingsSection>
  )
}
