import { NumberInput, Select } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { CHANNEL_IDS } from '../../../shared/domain/channel'
import { countryChoices } from './country-choices'
import { SettingsSection } from './settings-section'
import type { SettingsForm } from './use-settings-draft'
import classes from './settings.module.css'

/** How long to wait for an answer, channel by channel. */
export function TimeoutsSection({ form }: { readonly form: SettingsForm }) {
  const { t } = useTranslation(['settings', 'common'])
  const { timeouts_s } = form.values
  return (
    <SettingsSection title={t('timeouts.title')} text={t('timeouts.text')}>
      <div className={classes['timeouts']}>
        {CHANNEL_IDS.map((channel) => (
          <NumberInput
            key={channel}
            label={t(`common:channels.${channel}`)}
            suffix={t('timeouts.suffix')}
            allowDecimal={false}
            allowNegative={false}
            clampBehavior="none"
            step={5}
            min={5}
            max={300}
            value={timeouts_s[channel]}
            error={form.errorAt(`timeouts_s.${channel}`)}
            onChange={(value) => form.change({ timeouts_s: { ...timeouts_s, [channel]: value } })}
          />
        ))}
      </div>
    </SettingsSection>
  )
}

/** The country that a number without a country code belongs to. */
export function CountrySection({ form }: { readonly form: SettingsForm }) {
  const { t, i18n } = useTranslation('settings')
  const choices = useMemo(() => countryChoices(i18n.language), [i18n.language])
  return (
    <SettingsSection title={t('country.title')} text={t('country.text')}>
      <Select
        maw={320}
        label={t('country.label')}
        data={choices}
        searchable
        allowDeselect={false}
        nothingFoundMessage={t('country.nothing_found')}
        limit={250}
        withScrollArea={false}
        classNames={{ options: classes['countries'] ?? '' }}
        value={form.values.default_country}
        error={form.errorAt('default_country')}
        onChange={(value) => {
          if (value !== null) form.change({ default_country: value })
        }}
      />
    </SettingsSection>
  )
}
