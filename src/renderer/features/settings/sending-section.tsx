import { Select } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { CHANNEL_IDS } from '../../../shared/domain/channel'
import { useLocalZone } from '../../stores/settings-store'
import { NumberField } from '../../ui/number-field'
import { ZoneSelect } from '../../ui/zone-select'
import { zoneName } from '../../../shared/text/zone-name'
import { countryChoices } from './country-choices'
import { Resettable } from './resettable'
import { DEFAULT_DRAFT } from './settings-draft'
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
        {CHANNEL_IDS.map((channel) => {
          const seconds = DEFAULT_DRAFT.timeouts_s[channel]
          const set = (value: number | string) =>
            form.change({ timeouts_s: { ...timeouts_s, [channel]: value } })
          return (
            <Resettable
              key={channel}
              field={t(`common:channels.${channel}`)}
              isDefault={timeouts_s[channel] === seconds}
              value={String(seconds)}
              onReset={() => set(seconds)}
            >
              <NumberField
                label={t(`common:channels.${channel}`)}
                suffix={t('timeouts.suffix')}
                step={5}
                min={5}
                max={300}
                value={timeouts_s[channel]}
                error={form.errorAt(`timeouts_s.${channel}`)}
                onChange={set}
              />
            </Resettable>
          )
        })}
      </div>
      <p className={classes['hint']}>{t('timeouts.hint', { seconds: DEFAULT_DRAFT.timeouts_s.whatsapp })}</p>
    </SettingsSection>
  )
}

/** What numbers without a country code and new campaigns begin with. */
export function DefaultsSection({ form }: { readonly form: SettingsForm }) {
  const { t, i18n } = useTranslation('settings')
  const localZone = useLocalZone()
  const choices = useMemo(() => countryChoices(i18n.language), [i18n.language])
  const { default_country: country, default_zone: zone } = form.values
  const usual = DEFAULT_DRAFT.default_country
  return (
    <SettingsSection title={t('country.title')} text={t('country.text')}>
      <div className={`${classes['stack']} ${classes['short']}`}>
        <Resettable
          field={t('country.label')}
          isDefault={country === usual}
          value={choices.find(({ value }) => value === usual)?.label ?? usual}
          onReset={() => form.change({ default_country: usual })}
        >
          <Select
            label={t('country.label')}
            description={t('country.hint')}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            data={choices}
            searchable
            allowDeselect={false}
            nothingFoundMessage={t('country.nothing_found')}
            limit={250}
            withScrollArea={false}
            classNames={{ options: classes['countries'] ?? '' }}
            value={country}
            error={form.errorAt('default_country')}
            onChange={(value) => {
              if (value !== null) form.change({ default_country: value })
            }}
          />
        </Resettable>
        <Resettable
          field={t('country.zone')}
          isDefault={zone === DEFAULT_DRAFT.default_zone}
          value={t('country.zone_local', { zone: zoneName(localZone) })}
          onReset={() => form.change({ default_zone: DEFAULT_DRAFT.default_zone })}
        >
          <ZoneSelect
            label={t('country.zone')}
            description={t('country.zone_hint')}
            placeholder={t('country.zone_local', { zone: zoneName(localZone) })}
            value={zone}
            error={form.errorAt('default_zone')}
            onChange={(value) => form.change({ default_zone: value })}
          />
        </Resettable>
      </div>
    </SettingsSection>
  )
}
