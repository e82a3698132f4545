import { Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { NumberField } from '../../ui/number-field'
import { Resettable } from './resettable'
import { DEFAULT_DRAFT } from './settings-draft'
import { SettingsSection } from './settings-section'
import type { SettingsForm } from './use-settings-draft'
import classes from './settings.module.css'

/** How much one person may get, over all campaigns. */
export function FrequencyCapSection({ form }: { readonly form: SettingsForm }) {
  const { t } = useTranslation('settings')
  const cap = form.values.frequency_cap
  const field = (key: 'messages' | 'days') => (
    <Resettable
      field={t(`cap.${key}`)}
      isDefault={cap[key] === DEFAULT_DRAFT.frequency_cap[key]}
      value={String(DEFAULT_DRAFT.frequency_cap[key])}
      onReset={() => form.change({ frequency_cap: { ...cap, [key]: DEFAULT_DRAFT.frequency_cap[key] } })}
    >
      <NumberField
        label={t(`cap.${key}`)}
        description={form.errorAt(`frequency_cap.${key}`) === undefined && t(`cap.${key}_hint`)}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        min={1}
        disabled={!cap.on}
        value={cap[key]}
        error={form.errorAt(`frequency_cap.${key}`)}
        onChange={(value) => form.change({ frequency_cap: { ...cap, [key]: value } })}
      />
    </Resettable>
  )
  return (
    <SettingsSection title={t('cap.title')} text={t('cap.text')}>
      <Switch
        checked={cap.on}
        label={t('cap.on')}
        description={t('cap.on_hint')}
        onChange={(event) => form.change({ frequency_cap: { ...cap, on: event.currentTarget.checked } })}
      />
      <div className={classes['cap']}>
        {field('messages')}
        {field('days')}
      </div>
    </SettingsSection>
  )
}
