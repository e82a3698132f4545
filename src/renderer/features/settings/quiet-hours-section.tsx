import { Button, Switch, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { CHANNEL_IDS, type ChannelId } from '../../../shared/domain/channel'
import { type QuietHours, VIETNAM_QUIET_HOURS } from '../../../shared/domain/settings'
import { ChannelIcon } from '../../ui/channel-icon'
import { percentOfDay, quietStretches } from './quiet-picture'
import { DEFAULT_DRAFT } from './settings-draft'
import { SettingsSection } from './settings-section'
import { typedTime } from './typed-time'
import type { SettingsForm } from './use-settings-draft'
import classes from './quiet-hours.module.css'

const HOURS_BETWEEN_TICKS = 6
const TICKS = Array.from({ length: 24 / HOURS_BETWEEN_TICKS + 1 }, (_, index) => index * HOURS_BETWEEN_TICKS)

/** When each channel sends nothing, on the clock of the contact. */
export function QuietHoursSection({ form }: { readonly form: SettingsForm }) {
  const { t } = useTranslation('settings')
  return (
    <SettingsSection title={t('quiet.title')} text={t('quiet.text')}>
      <ul className={classes['rows']}>
        {CHANNEL_IDS.map((channel) => (
          <QuietRow key={channel} form={form} channel={channel} />
        ))}
      </ul>
      <div className={classes['preset']}>
        <Button
          size="xs"
          variant="default"
          onClick={() => form.change({ quiet_hours: { ...VIETNAM_QUIET_HOURS } })}
        >
          {t('quiet.vietnam')}
        </Button>
        <span>{t('quiet.vietnam_hint')}</span>
        {JSON.stringify(form.values.quiet_hours) !== JSON.stringify(DEFAULT_DRAFT.quiet_hours) && (
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={t('reset.label', { field: t('quiet.title') })}
            title={t('reset.to', { value: t('reset.off') })}
            onClick={() => form.change({ quiet_hours: DEFAULT_DRAFT.quiet_hours })}
          >
            {t('reset.action')}
          </Button>
        )}
      </div>
    </SettingsSection>
  )
}

interface QuietRowProps {
  readonly form: SettingsForm
  readonly channel: ChannelId
}

function QuietRow({ form, channel }: QuietRowProps) {
  const { t } = useTranslation(['settings', 'common'])
  const hours = form.values.quiet_hours[channel]
  const name = t(`common:channels.${channel}`)
  const set = (part: Partial<QuietHours>) =>
    form.change({ quiet_hours: { ...form.values.quiet_hours, [channel]: { ...hours, ...part } } })
  const time = (key: 'from' | 'to') => (
    <TextInput
      size="xs"
      w={72}
      inputMode="numeric"
      placeholder="22:00"
      aria-label={`${name}: ${t(`quiet.${key}`)}`}
      disabled={!hours.on}
      value={hours[key]}
      error={form.errorAt(`quiet_hours.${channel}.${key}`)}
      onChange={(event) => set({ [key]: event.currentTarget.value })}
      onBlur={() => set({ [key]: typedTime(hours[key]) })}
    />
  )
  return (
    <li className={classes['row']}>
      <Switch
        size="sm"
        className={classes['switch']}
        checked={hours.on}
        label={
          <span className={classes['name']}>
            <ChannelIcon channel={channel} size={16} />
            {name}
          </span>
        }
        onChange={(event) => set({ on: event.currentTarget.checked })}
      />
      <div className={classes['times']}>
        {time('from')}
        <span aria-hidden>–</span>
        {time('to')}
      </div>
      <DayPicture hours={hours} name={name} />
    </li>
  )
}

/** A day as a bar: the quiet hours are filled. */
function DayPicture({ hours, name }: { readonly hours: QuietHours; readonly name: string }) {
  const { t } = useTranslation('settings')
  const label = hours.on
    ? t('quiet.picture', { channel: name, from: hours.from, to: hours.to })
    : t('quiet.picture_off', { channel: name })
  return (
    <div className={classes['picture']} role="img" aria-label={label}>
      <div className={classes['bar']}>
        {quietStretches(hours).map(({ from, to }) => (
          <span key={from} style={{ left: percentOfDay(from), width: percentOfDay(to - from) }} />
        ))}
      </div>
      <div className={classes['ticks']} aria-hidden>
        {TICKS.map((hour) => (
          <span key={hour}>{hour}</span>
        ))}
      </div>
    </div>
  )
}
