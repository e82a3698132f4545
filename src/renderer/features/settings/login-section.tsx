import { Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useStartAtLogin } from './use-start-at-login'
import { SettingsSection } from './settings-section'

/** Whether Loa starts with the computer. It holds at once and shows what the system has, not what was once chosen. */
export function LoginSection() {
  const { t } = useTranslation('settings')
  const { on, isBusy, change } = useStartAtLogin()
  return (
    <SettingsSection title={t('login.title')} text={t('login.text')}>
      <Switch
        checked={on === true}
        disabled={on === null || isBusy}
        label={t('login.switch')}
        description={t('login.hint')}
        onChange={(event) => change(event.currentTarget.checked)}
      />
    </SettingsSection>
  )
}
