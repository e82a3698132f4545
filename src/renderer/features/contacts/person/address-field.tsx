import { TextInput } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { AddressField as AddressName, Contact } from '../../../../shared/domain/contact'
import { type ContactForm, isKnownInvalid } from './contact-form'
import classes from './person.module.css'

const PLACEHOLDERS: Readonly<Record<AddressName, string>> = {
  whatsapp_number: '+84 33 917 0155',
  telegram_username: 'johndoe',
  phone: '+84 33 917 0155'
}

interface AddressFieldProps {
  readonly name: AddressName
  /** The contact as stored; null while it is new. */
  readonly contact: Contact | null
  readonly form: ContactForm
  readonly description?: string
}

/** One address of the form, with what is wrong about the stored one while it is still there. */
export function AddressField({ name, contact, form, description }: AddressFieldProps) {
  const { t } = useTranslation('contacts')
  const typed = form.values[name]
  const invalid = isKnownInvalid(contact, name, typed)
  const written = contact !== null && typed === contact[name] ? contact.written[name] : undefined
  return (
    <div>
      <TextInput
        label={t(`fields.${name}`)}
        placeholder={PLACEHOLDERS[name]}
        description={description}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        aria-describedby={invalid ? `${name}-note` : undefined}
        {...form.getInputProps(name)}
      />
      {invalid && (
        <div className={classes['note']} id={`${name}-note`}>
          <IconAlertTriangle size={14} aria-hidden />
          {t(name === 'telegram_username' ? 'invalid_username' : 'invalid')}
        </div>
      )}
      {!invalid && written !== undefined && written !== typed && (
        <div className={classes['written']}>{t('written', { written })}</div>
      )}
    </div>
  )
}
