import { Button, Input } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { CampaignForm } from '../campaign-form'
import type { MessageEditing } from './message-editing'
import { MessageField } from './message-field'
import type { TextRange } from './message-place'
import { MessageTabs } from './message-tabs'
import { channelsOfTab, fieldOfTab, textOfTab } from './message-texts'
import { MessageTools } from './message-tools'
import classes from './message.module.css'
import type { PlaceholderItem } from './placeholder-items'

interface MessageTextProps {
  readonly form: CampaignForm
  readonly editing: MessageEditing
  readonly items: readonly PlaceholderItem[]
  readonly wrong: TextRange | null
}

/** The text that is being written, or the one that a channel shares with the others. */
export function MessageText({ form, editing, items, wrong }: MessageTextProps) {
  const { t } = useTranslation(['message', 'common'])
  const id = useId()
  const { message, tab, tabs } = editing
  const own = textOfTab(message, tab)
  const path = fieldOfTab(tab)
  const error = form.errors[path]
  const saidBy = channelsOfTab(message, 'all', form.values.flow).map((one) =>
    t(`channels.${one}`, { ns: 'common' })
  )
  const channel = tab === 'all' ? '' : t(`channels.${tab}`, { ns: 'common' })
  return (
    <div>
      <div className={classes['labelLine']}>
        <Input.Label htmlFor={id}>{t('label')}</Input.Label>
        <MessageTools editing={editing} items={items} isReadOnly={own === undefined} />
      </div>
      {tabs.length > 0 && (
        <MessageTabs
          channels={tabs}
          tab={tab}
          onTab={editing.openTab}
          hasOwn={(one) => message.texts[one] !== undefined}
          isWrong={editing.isWrong}
        />
      )}
      <MessageField
        // Each text has a caret and an undo of its own.
        key={`${tab} ${own === undefined}`}
        field={editing.field}
        id={id}
        label={tab === 'all' ? undefined : t('label_on', { channel })}
        path={path}
        text={own ?? message.call_script}
        onText={(text) => editing.write(tab, text)}
        onBlur={() => form.validateField(path)}
        isInvalid={error !== undefined}
        isReadOnly={own === undefined}
        placeholders={message.placeholders}
        items={items}
        wrong={wrong}
        selection={editing.selection}
        onShown={editing.onShown}
        onCompleting={editing.setCompleting}
        onPlaceholder={() => editing.set({ placeholders: true })}
      />
      {error !== undefined && (
        <Input.Error id={`${id}-error`} mt={5}>
          {error}
        </Input.Error>
      )}
      {tab === 'all' && tabs.length > 0 && (
        <p className={classes['ownLine']}>
          {saidBy.length === 0 ? t('own.used_by_none') : t('own.used_by', { channels: saidBy.join(', ') })}
        </p>
      )}
      {tab !== 'all' && (
        <div className={classes['ownLine']}>
          {own === undefined ? (
            <>
              <span>{t('own.common', { channel })}</span>
              <Button
                size="compact-xs"
                variant="default"
                onClick={() => editing.setOwn(tab, message.call_script)}
              >
                {t('own.write')}
              </Button>
            </>
          ) : (
            <Button size="compact-xs" variant="default" onClick={() => editing.setOwn(tab, undefined)}>
              {t('own.remove')}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}
