import { Button, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { CHANNEL_IDS, type ChannelId, perChannel } from '../../../shared/domain/channel'
import { PRACTICE_MODES, type PracticeMode, type PracticeModes } from '../../../shared/domain/practice'
import { setPracticeModes } from '../../stores/practice-store'
import { ChannelIcon } from '../../ui/channel-icon'
import { reportFailure } from '../../ui/report-failure'
import { Badge } from '../../ui/status-badge'
import classes from './practice.module.css'

const change = async (modes: PracticeModes): Promise<void> => {
  reportFailure(await setPracticeModes(modes))
}

/** How the practice gateway answers, channel by channel. A choice holds at once. */
export function ModePanel({ modes }: { readonly modes: PracticeModes }) {
  const { t } = useTranslation(['practice', 'common'])
  const isRehearsing = CHANNEL_IDS.some((channel) => modes[channel] !== 'accept')
  const choose = (channel: ChannelId, mode: PracticeMode | null) => {
    if (mode !== null) void change({ ...modes, [channel]: mode })
  }
  return (
    <aside className={classes['panel']} aria-label={t('behaviour')}>
      <div className={classes['panelHead']}>
        <h2>{t('behaviour')}</h2>
        {isRehearsing && <Badge tone="caution">{t('rehearsing')}</Badge>}
      </div>
      <p className={classes['panelText']}>{t('behaviour_text')}</p>
      {CHANNEL_IDS.map((channel) => (
        <Select
          key={channel}
          className={classes['mode']}
          label={t(`common:channels.${channel}`)}
          aria-label={t('mode_label', { channel: t(`common:channels.${channel}`) })}
          leftSection={<ChannelIcon channel={channel} />}
          data={PRACTICE_MODES.map((mode) => ({ value: mode, label: t(`modes.${mode}`) }))}
          value={modes[channel]}
          allowDeselect={false}
          description={t(`mode_explained.${modes[channel]}`)}
          inputWrapperOrder={['label', 'input', 'description']}
          onChange={(mode) => choose(channel, mode)}
        />
      ))}
      {isRehearsing && (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => void change(perChannel(() => 'accept' as const))}
        >
          {t('accept_all')}
        </Button>
      )}
    </aside>
  )
}
