import { ActionIcon, Button, Popover } from '@mantine/core'
import { IconDeviceFloppy, IconPencil, IconTemplate, IconTrash } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MessageTemplate } from '../../../../shared/domain/message'
import { loadTemplates, useTemplatesStore } from '../../../stores/templates-store'
import { errorText } from '../../../ui/error-text'
import { Foreign } from '../../../ui/foreign'
import type { MessageEditing } from './message-editing'
import { placeholderSpans } from './placeholder-spans'
import { deleteWithUndo, insertTemplate, renameTemplate, saveAsTemplate } from './template-commands'
import { templateExamples } from './template-examples'
import classes from './template-menu.module.css'
import { TemplateNameDialog } from './template-name-dialog'

const SHOWN_OF_TEXT = 200

/** The beginning of a text on one line, without what only the engine reads. */
function beginningOf(text: string): string {
  const start = text.trim().slice(0, SHOWN_OF_TEXT)
  const words = placeholderSpans(start)
    .toReversed()
    .reduce((all, span) => `${all.slice(0, span.start)}…${all.slice(span.end)}`, start)
  return words.replace(/\s+/g, ' ')
}

/** Texts that were kept, and some to begin with. */
export function TemplateMenu({ editing }: { readonly editing: MessageEditing }) {
  const { t } = useTranslation(['message', 'common'])
  const { templates, status, error } = useTemplatesStore()
  const [isOpen, setOpen] = useState(false)
  const [naming, setNaming] = useState<MessageTemplate | 'new' | null>(null)
  const { message } = editing

  useEffect(() => {
    if (isOpen) void loadTemplates()
  }, [isOpen])

  const insert = (template: Parameters<typeof insertTemplate>[1]) => {
    setOpen(false)
    void insertTemplate(editing, template)
  }
  const name = (what: MessageTemplate | 'new') => {
    setOpen(false)
    setNaming(what)
  }
  return (
    <>
      <Popover
        opened={isOpen}
        onChange={setOpen}
        position="bottom-end"
        shadow="md"
        width={340}
        trapFocus
        returnFocus
      >
        <Popover.Target>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconTemplate size={15} aria-hidden />}
            onClick={() => setOpen((open) => !open)}
          >
            {t('templates.title')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown className={classes['menu']} aria-label={t('templates.title')}>
          <div className={classes['list']}>
            <h4>{t('templates.saved')}</h4>
            {status === 'failed' && error !== null && <p className={classes['hint']}>{errorText(error)}</p>}
            {status === 'ready' && templates.length === 0 && (
              <p className={classes['hint']}>{t('templates.empty')}</p>
            )}
            <ul>
              {templates.map((template) => (
                <li key={template._id}>
                  <Choice {...template} onInsert={() => insert(template)} />
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={t('templates.rename', { name: template.name })}
                    onClick={() => name(template)}
                  >
                    <IconPencil size={16} aria-hidden />
                  </ActionIcon>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={t('templates.delete', { name: template.name })}
                    onClick={() => void deleteWithUndo(template)}
                  >
                    <IconTrash size={16} aria-hidden />
                  </ActionIcon>
                </li>
              ))}
            </ul>
            <h4>{t('templates.examples')}</h4>
            <ul>
              {templateExamples(t).map((example) => (
                <li key={example.name}>
                  <Choice
                    {...example}
                    onInsert={() => insert({ ...example, texts: {}, placeholders: true })}
                  />
                </li>
              ))}
            </ul>
          </div>
          <div className={classes['foot']}>
            <Button
              fullWidth
              size="xs"
              variant="subtle"
              justify="start"
              leftSection={<IconDeviceFloppy size={15} aria-hidden />}
              disabled={message.call_script.trim() === ''}
              onClick={() => name('new')}
            >
              {t('templates.save_this')}
            </Button>
          </div>
        </Popover.Dropdown>
      </Popover>
      {naming !== null && (
        <TemplateNameDialog
          title={t(naming === 'new' ? 'templates.save_title' : 'templates.rename_title')}
          confirm={t(naming === 'new' ? 'templates.save' : 'templates.rename_action')}
          name={naming === 'new' ? '' : naming.name}
          taken={templates.map((template) => template.name)}
          onName={(typed) =>
            naming === 'new' ? saveAsTemplate(message, typed) : renameTemplate(naming, typed)
          }
          onClose={() => setNaming(null)}
        />
      )}
    </>
  )
}

interface ChoiceProps {
  readonly name: string
  readonly call_script: string
  readonly onInsert: () => void
}

function Choice({ name, call_script, onInsert }: ChoiceProps) {
  const { t } = useTranslation('message')
  const line = beginningOf(call_script)
  return (
    <button type="button" className={classes['choice']} onClick={onInsert}>
      <span>
        <Foreign>{name}</Foreign>
      </span>
      <span className={classes['line']}>
        {line === '' ? t('templates.only_channels') : <Foreign>{line}</Foreign>}
      </span>
    </button>
  )
}
