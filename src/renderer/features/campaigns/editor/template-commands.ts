import i18next from 'i18next'
import type { MessageTemplate } from '../../../../shared/domain/message'
import { deleteTemplate, saveTemplate, type TemplateDraft } from '../../../stores/templates-store'
import { askToConfirm } from '../../../ui/confirm-dialog'
import { reportFailure } from '../../../ui/report-failure'
import { showToast } from '../../../ui/toast'
import type { MessageEditing } from './message-editing'
import type { MessageValues } from './message-texts'

const words = { ns: 'message' } as const

const isWritten = (text: string | undefined): text is string => text !== undefined && text.trim() !== ''

/** The message under a name; texts of channels that say nothing are left out. */
export const templateOf = (
  { call_script, texts, placeholders }: MessageValues,
  name: string
): TemplateDraft => ({
  name,
  call_script,
  texts: Object.fromEntries(Object.entries(texts).filter(([, text]) => isWritten(text))),
  placeholders
})

/** Puts the texts of a template in the place of what is written; asks first when something is. */
export async function insertTemplate(
  editing: MessageEditing,
  { name, call_script, texts, placeholders }: TemplateDraft
): Promise<void> {
  const { message } = editing
  const isEmpty = !isWritten(message.call_script) && !Object.values(message.texts).some(isWritten)
  const agreed =
    isEmpty ||
    (await askToConfirm({
      title: i18next.t('templates.replace_title', words),
      body: i18next.t('templates.replace_body', { ...words, name }),
      confirm: i18next.t('templates.replace', words)
    }))
  if (!agreed) return
  editing.openTab('all')
  editing.replace({ call_script, texts, placeholders }, () =>
    i18next.t('templates.inserted', { ...words, name })
  )
}

/** Saves the message as a template. True when it is saved. */
export async function saveAsTemplate(message: MessageValues, name: string): Promise<boolean> {
  const saved = reportFailure(await saveTemplate(templateOf(message, name)))
  if (saved.ok) {
    showToast({ message: () => i18next.t('templates.saved_toast', { ...words, name: saved.value.name }) })
  }
  return saved.ok
}

/** Saves a template under another name; the old name goes once the new one is there. True when that is done. */
export async function renameTemplate({ _id, ...template }: MessageTemplate, name: string): Promise<boolean> {
  if (name === template.name) return true
  const saved = reportFailure(await saveTemplate({ ...template, name }))
  if (!saved.ok) return false
  if (saved.value._id !== _id && !reportFailure(await deleteTemplate(_id)).ok) return false
  showToast({ message: () => i18next.t('templates.renamed_toast', { ...words, name: saved.value.name }) })
  return true
}

/** Deletes a template at once and offers the way back. */
export async function deleteWithUndo({ _id, ...template }: MessageTemplate): Promise<void> {
  if (!reportFailure(await deleteTemplate(_id)).ok) return
  showToast({
    message: () => i18next.t('templates.deleted_toast', { ...words, name: template.name }),
    action: {
      label: () => i18next.t('actions.undo'),
      onClick: () => void saveTemplate(template).then(reportFailure)
    }
  })
}
