import { Button, Switch } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { CHANNEL_IDS } from '../../../../shared/domain/channel'
import type { MessageEditing } from './message-editing'
import classes from './message.module.css'
import { holdsPlaceholders } from './placeholder-spans'

/** Whether the text is filled in, and whether all channels say the same. */
export function MessageSwitches({ editing }: { readonly editing: MessageEditing }) {
  const { t } = useTranslation('message')
  const { message, tabs, set } = editing
  const texts = [message.call_script, ...CHANNEL_IDS.map((channel) => message.texts[channel] ?? '')]
  const isSentAsWritten = !message.placeholders && texts.some(holdsPlaceholders)
  return (
    <>
      {isSentAsWritten && (
        <div className={classes['notice']} role="status">
          <IconInfoCircle size={17} stroke={1.7} aria-hidden />
          <span>{t('fill_in.off')}</span>
          <Button size="compact-xs" variant="default" onClick={() => set({ placeholders: true })}>
            {t('fill_in.turn_on')}
          </Button>
        </div>
      )}
      <div className={classes['switches']}>
        <Switch
          size="xs"
          label={t('fill_in.switch')}
          checked={message.placeholders}
          onChange={(event) => set({ placeholders: event.currentTarget.checked })}
        />
        <Switch
          size="xs"
          label={t('own.switch')}
          checked={tabs.length > 0}
          onChange={(event) => editing.setPerChannel(event.currentTarget.checked)}
        />
      </div>
    </>
  )
}
