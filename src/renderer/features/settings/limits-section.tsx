import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { CHANNEL_IDS, type ChannelId } from '../../../shared/domain/channel'
import { DEFAULT_LIMITS } from '../../../shared/domain/settings'
import { ChannelIcon } from '../../ui/channel-icon'
import { isSameLimits, limitsText } from '../../ui/limits-text'
import { NumberField } from '../../ui/number-field'
import type { LimitsDraft } from './settings-draft'
import { SettingsSection } from './settings-section'
import type { SettingsForm } from './use-settings-draft'
import classes from './limits.module.css'

const COUNTS = ['concurrency', 'per_second', 'per_minute', 'per_hour', 'per_day'] as const
const GAPS = ['gap_min_s', 'gap_max_s'] as const

type LimitField = (typeof COUNTS)[number] | (typeof GAPS)[number]

/** How fast each channel may send, over all campaigns. */
export function LimitsSection({ form }: { readonly form: SettingsForm }) {
  const { t } = useTranslation('settings')
  return (
    <SettingsSection title={t('limits.title')} text={t('limits.text')}>
      <div className={classes['cards']}>
        {CHANNEL_IDS.map((channel) => (
          <ChannelLimitsCard key={channel} form={form} channel={channel} />
        ))}
      </div>
    </SettingsSection>
  )
}

interface ChannelLimitsCardProps {
  readonly form: SettingsForm
  readonly channel: ChannelId
}

function ChannelLimitsCard({ form, channel }: ChannelLimitsCardProps) {
  const { t, i18n } = useTranslation(['settings', 'common'])
  const limits = form.values.limits[channel]
  const name = t(`common:channels.${channel}`)
  const set = (changed: LimitsDraft) => form.change({ limits: { ...form.values.limits, [channel]: changed } })

  const field = (key: LimitField, decimals: boolean) => (
    <NumberField
      key={key}
      size="xs"
      label={t(`limits.${key}`)}
      aria-label={`${name}: ${t(`limits.${key}`)}`}
      placeholder={t(decimals ? 'limits.none_gap' : 'limits.none')}
      hideControls
      min={0}
      decimals={decimals}
      thousandSeparator={i18n.language === 'vi' ? '.' : ','}
      decimalSeparator={i18n.language === 'vi' ? ',' : '.'}
      value={limits[key] === 0 ? '' : limits[key]}
      error={form.errorAt(`limits.${channel}.${key}`)}
      onChange={(value) => set({ ...limits, [key]: value === '' ? 0 : value })}
    />
  )
  const isSound = [...COUNTS, ...GAPS].every((key) => form.errorAt(`limits.${channel}.${key}`) === undefined)
  const isCareful = isSameLimits(limits, DEFAULT_LIMITS[channel])
  return (
    <section className={classes['card']} aria-label={name}>
      <div className={classes['head']}>
        <ChannelIcon channel={channel} size={18} />
        <h3>{name}</h3>
        {!isCareful && (
          <Button size="compact-xs" variant="subtle" onClick={() => set(DEFAULT_LIMITS[channel])}>
            {t('limits.use_default')}
          </Button>
        )}
      </div>
      <p className={classes['summary']}>{isSound && limitsText(limits, t, i18n.language)}</p>
      <div className={classes['fields']}>
        {COUNTS.map((key) => field(key, false))}
        {GAPS.map((key) => field(key, true))}
      </div>
    </section>
  )
}
