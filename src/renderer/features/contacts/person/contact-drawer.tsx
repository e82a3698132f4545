import { Alert, Button, Drawer, Group } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconAlertTriangle, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Contact, contactDraftSchema } from '../../../../shared/domain/contact'
import { saveContact } from '../../../stores/contacts-store'
import { errorText, fieldErrors } from '../../../ui/error-text'
import { showToast } from '../../../ui/toast'
import { useLeaveGuard } from '../../../ui/use-leave-guard'
import { useReturnedFocus } from '../../../ui/use-returned-focus'
import { validateForm } from '../../../ui/validate-form'
import { ContactFields } from './contact-fields'
import { type ContactFormValues, formValues } from './contact-form'
import { deleteWithUndo } from '../delete-with-undo'
import classes from './person.module.css'

interface ContactDrawerProps {
  /** The contact to change; null for a new one. */
  readonly contact: Contact | null
  readonly onClose: () => void
}

/** Adds or changes one contact. Mount it anew for each: what is typed lives and ends with it. */
export function ContactDrawer({ contact, onClose }: ContactDrawerProps) {
  const { t } = useTranslation(['contacts', 'common'])
  useReturnedFocus()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const form = useForm<ContactFormValues>({
    initialValues: formValues(contact),
    validate: validateForm(contactDraftSchema),
    validateInputOnBlur: true
  })
  const mayClose = useLeaveGuard(() => form.isDirty())

  const close = async () => {
    if (!busy && (await mayClose())) onClose()
  }
  const save = async (values: ContactFormValues) => {
    setBusy(true)
    setFailure(null)
    const saved = await saveContact(contact === null ? values : { _id: contact._id, ...values })
    setBusy(false)
    if (!saved.ok) {
      form.setErrors(fieldErrors(saved.error))
      setFailure(errorText(saved.error))
      return
    }
    const done = contact === null ? t('added') : t('saved')
    showToast({ message: saved.value.invalid.length > 0 ? t('saved_invalid') : done })
    onClose()
  }
  const remove = async (id: string) => {
    setBusy(true)
    const gone = await deleteWithUndo([id])
    setBusy(false)
    if (gone) onClose()
  }

  return (
    <Drawer
      opened
      position="right"
      size={440}
      padding={0}
      title={contact === null ? t('add') : t('edit')}
      closeButtonProps={{ 'aria-label': t('common:actions.close'), mr: 16 }}
      styles={{
        header: { paddingLeft: 20 },
        title: { fontSize: 18, fontWeight: 600 },
        content: { display: 'flex', flexDirection: 'column' },
        body: { flex: 1, minHeight: 0 }
      }}
      onClose={() => void close()}
    >
      <form className={classes['form']} noValidate onSubmit={form.onSubmit((values) => void save(values))}>
        <div className={classes['fields']}>
          {failure !== null && (
            <Alert color="red" icon={<IconAlertTriangle aria-hidden />} role="alert">
              {failure}
            </Alert>
          )}
          <ContactFields contact={contact} form={form} />
        </div>
        <div className={classes['footer']}>
          {contact === null ? (
            <span />
          ) : (
            <Button
              variant="subtle"
              color="red"
              leftSection={<IconTrash size={16} aria-hidden />}
              disabled={busy}
              onClick={() => void remove(contact._id)}
            >
              {t('common:actions.delete')}
            </Button>
          )}
          <Group gap="xs">
            <Button variant="default" onClick={() => void close()}>
              {t('common:actions.cancel')}
            </Button>
            <Button type="submit" loading={busy}>
              {t('common:actions.save')}
            </Button>
          </Group>
        </div>
      </form>
    </Drawer>
  )
}
