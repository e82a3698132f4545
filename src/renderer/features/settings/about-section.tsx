import { useTranslation } from 'react-i18next'
import type { AppInfo } from '../../../shared/ipc/views'
import { CopyButton } from '../../ui/copy-button'
import { BuildKind } from './build-kind'
import { SettingsSection } from './settings-section'
import classes from './settings.module.css'

/** What somebody who helps from afar asks for first. */
export function AboutSection({ info }: { readonly info: AppInfo }) {
  const { t } = useTranslation('settings')
  return (
    <SettingsSection title={t('about.title')}>
      <dl className={classes['facts']}>
        <dt>{t('about.version')}</dt>
        <dd data-selectable>
          {info.version} <span className={classes['hint']}>(Electron {info.electron})</span>
        </dd>
        <BuildKind build={info.build} />
        <dt>{t('about.log_file')}</dt>
        <dd>
          <code data-selectable>{info.log_file}</code>
          <CopyButton text={info.log_file} label={t('about.copy_log_file')} />
        </dd>
      </dl>
    </SettingsSection>
  )
}
