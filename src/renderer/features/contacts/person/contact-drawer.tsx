import { Alert, Button, Drawer } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconAlertTriangle } from '@tabler/icons-react'
import i18next from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { saveContact } from '../../../stores/contacts-store'
import { errorText, fieldErrors } from '../../../ui/error-text'
import { showToast } from '../../../ui/toast'
import { useLeaveGuard } from '../../../ui/use-leave-guard'
import { useReturnedFocus } from '../../../ui/use-returned-focus'
import { ContactFields } from './contact-fields'
import { type ContactFormValues, draftOf, formErrors, formValues, placeErrors } from './contact-form'
import classes from './person.module.css'

/** Adds one contact. What is typed lives and ends with it. */
export function ContactDrawer({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['contacts', 'common'])
  useReturnedFocus()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const form = useForm<ContactFormValues>({
    initialValues: formValues(null),
    validate: formErrors,
    validateInputOnBlur: true
  })
  const mayClose = useLeaveGuard('contact', () => form.isDirty())

  const close = async () => {
    if (!busy && (await mayClose())) onClose()
  }
  const save = async (values: ContactFormValues) => {
    setBusy(true)
    setFailure(null)
    const saved = await saveContact(draftOf(values))
    setBusy(false)
    if (!saved.ok) {
      form.setErrors(placeErrors(fieldErrors(saved.error), values))
      setFailure(errorText(saved.error))
      return
    }
    showToast({
      message: () =>
        saved.value.invalid.length > 0 ? i18next.t('contacts:saved_invalid') : i18next.t('contacts:added')
    })
    onClose()
  }

  return (
    <Drawer
      opened
      position="right"
      size={440}
      padding={0}
      title={t('add')}
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
          <ContactFields contact={null} form={form} />
        </div>
        <div className={classes['footer']}>
          <Button variant="default" onClick={() => void close()}>
            {t('common:actions.cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {t('common:actions.save')}
          </Button>
        </div>
      </form>
    </Drawer>
  )
}
