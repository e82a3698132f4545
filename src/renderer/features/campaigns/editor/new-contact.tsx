import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ContactDraft, contactDraftSchema } from '../../../../shared/domain/contact'
import { saveContact } from '../../../stores/contacts-store'
import { errorText, fieldErrors } from '../../../ui/error-text'
import { validateForm } from '../../../ui/validate-form'
import classes from './new-contact.module.css'

const FIELDS = ['first_name', 'last_name', 'whatsapp_number', 'telegram_username', 'phone'] as const

const EMPTY: ContactDraft = contactDraftSchema.parse({})

const PLACEHOLDERS: Readonly<Partial<Record<(typeof FIELDS)[number], string>>> = {
  whatsapp_number: '+84 33 917 0155',
  telegram_username: 'johndoe',
  phone: '+84 33 917 0155'
}

interface NewContactProps {
  /** Somebody is in the list now. */
  readonly onAdded: (id: string) => void
  /** Absent where there is nothing to go back to. */
  readonly onCancel?: () => void
}

/** Adds somebody to the list without leaving the campaign: only what it takes to reach them. */
export function NewContact({ onAdded, onCancel }: NewContactProps) {
  const { t } = useTranslation(['campaigns', 'contacts', 'common'])
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const form = useForm<ContactDraft>({
    initialValues: EMPTY,
    validateInputOnBlur: true,
    validate: validateForm(contactDraftSchema)
  })
  const isEmpty = FIELDS.every((field) => form.values[field].trim() === '')

  const add = async () => {
    if (busy || form.validate().hasErrors) return
    if (isEmpty) return setProblem(t('editor.new_contact.empty'))
    setBusy(true)
    setProblem(null)
    const saved = await saveContact(form.getValues())
    setBusy(false)
    if (!saved.ok) {
      form.setErrors(fieldErrors(saved.error))
      return setProblem(errorText(saved.error))
    }
    form.reset()
    onAdded(saved.value._id)
  }

  return (
    <form
      className={classes['card']}
      noValidate
      aria-label={t('editor.new_contact.title')}
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || onCancel === undefined) return
        event.stopPropagation()
        onCancel()
      }}
    >
      <div className={classes['fields']}>
        {FIELDS.map((field) => (
          <TextInput
            key={field}
            label={t(`fields.${field}`, { ns: 'contacts' })}
            placeholder={PLACEHOLDERS[field]}
            autoFocus={onCancel !== undefined && field === 'first_name'}
            {...form.getInputProps(field)}
          />
        ))}
      </div>
      <div className={classes['foot']}>
        <p role="status" data-wrong={problem === null ? undefined : true}>
          {problem ?? t('editor.new_contact.hint')}
        </p>
        {onCancel !== undefined && (
          <Button variant="subtle" color="gray" onClick={onCancel}>
            {t('actions.cancel', { ns: 'common' })}
          </Button>
        )}
        <Button type="submit" variant="light" disabled={busy}>
          {t('editor.new_contact.add')}
        </Button>
      </div>
    </form>
  )
}
