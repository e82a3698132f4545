import { Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Settings } from '../../../shared/domain/settings'
import type { UpdateWay } from '../../../shared/ipc/views'
import { saveSettings } from '../../stores/settings-store'
import { reportFailure } from '../../ui/report-failure'
import { SettingsSection } from './settings-section'
import { UpdateStanding } from './update-standing'
import classes from './settings.module.css'

interface UpdatesSectionProps {
  readonly settings: Settings
  readonly way: UpdateWay
  /** IANA zone of this computer. */
  readonly zone: string
}

/** Whether Loa fetches its updates itself, where that is its business; else whose it is. The switch holds at once. */
export function UpdatesSection({ settings, way, zone }: UpdatesSectionProps) {
  const { t } = useTranslation('settings')
  const apply = async (updates_on: boolean) => {
    reportFailure(await saveSettings({ ...settings, updates_on }))
  }
  return (
    <SettingsSection title={t('updates.title')} text={t('updates.text')}>
      {way === 'self' ? (
        <>
          <Switch
            checked={settings.updates_on}
            label={t('updates.switch')}
            description={t('updates.hint')}
            onChange={(event) => void apply(event.currentTarget.checked)}
          />
          {settings.updates_on && <UpdateStanding zone={zone} />}
        </>
      ) : (
        <p className={classes['explained']}>{t(`updates.${way}`)}</p>
      )}
    </SettingsSection>
  )
}
