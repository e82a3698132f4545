import { Checkbox, Stack, Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { NotificationChoice, Settings } from '../../../shared/domain/settings'
import { saveSettings } from '../../stores/settings-store'
import { reportFailure } from '../../ui/report-failure'
import { Resettable } from './resettable'
import { DEFAULT_SETTINGS } from './settings-draft'
import { SettingsSection } from './settings-section'
import classes from './settings.module.css'

const KINDS = [
  'run_failed',
  'unknown',
  'missed',
  'channel_paused',
  'calls_held',
  'gateway_down',
  'asleep_likely'
] as const satisfies readonly (keyof NotificationChoice)[]

/** Of what the operator hears outside of the window. Holds at once and leaves what is unsaved on the page alone. */
export function NotificationsSection({ settings }: { readonly settings: Settings }) {
  const { t } = useTranslation('settings')
  const choice = settings.notifications
  const isDefault = [...KINDS, 'on' as const].every(
    (kind) => choice[kind] === DEFAULT_SETTINGS.notifications[kind]
  )
  const apply = async (part: Partial<NotificationChoice>) => {
    reportFailure(await saveSettings({ ...settings, notifications: { ...choice, ...part } }))
  }
  return (
    <SettingsSection title={t('notify.title')} text={t('notify.text')}>
      <Resettable
        field={t('notify.title')}
        isDefault={isDefault}
        onReset={() => void apply(DEFAULT_SETTINGS.notifications)}
      >
        <Stack gap="sm">
          <Switch
            checked={choice.on}
            label={t('notify.on')}
            onChange={(event) => void apply({ on: event.currentTarget.checked })}
          />
          {KINDS.map((kind) => (
            <Checkbox
              key={kind}
              size="sm"
              checked={choice[kind]}
              disabled={!choice.on}
              label={t(`notify.kinds.${kind}`)}
              onChange={(event) => void apply({ [kind]: event.currentTarget.checked })}
            />
          ))}
          <p className={classes['hint']}>{t('notify.always')}</p>
        </Stack>
      </Resettable>
    </SettingsSection>
  )
}
