import { TagsInput, Text, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type Contact, CONTACT_LIMITS } from '../../../../shared/domain/contact'
import { useContactsStore } from '../../../stores/contacts-store'
import { useSettingsStore } from '../../../stores/settings-store'
import { AddressField } from './address-field'
import { type ContactForm, hasAddress } from './contact-form'
import { countryName } from './country-name'
import classes from './person.module.css'

interface ContactFieldsProps {
  readonly contact: Contact | null
  readonly form: ContactForm
}

/** What parts tags wherever several stand in one field. */
const TAG_ENDS = [',', ';', '|']

/** The fields of a contact. None is required: a contact without an address is kept for later. */
export function ContactFields({ contact, form }: ContactFieldsProps) {
  const { t, i18n } = useTranslation('contacts')
  const country = useSettingsStore((state) => state.settings?.default_country ?? 'VN')
  const known = useContactsStore((state) => state.tags)
  return (
    <>
      <div className={classes['names']}>
        <TextInput label={t('fields.first_name')} data-autofocus {...form.getInputProps('first_name')} />
        <TextInput label={t('fields.last_name')} {...form.getInputProps('last_name')} />
      </div>
      <div className={classes['section']}>
        <Text fw={600} size="sm">
          {t('reach')}
        </Text>
        <Text c="dimmed" size="xs">
          {t('reach_hint', { country: countryName(country, i18n.language) })}
        </Text>
      </div>
      <AddressField name="whatsapp_number" contact={contact} form={form} />
      <AddressField name="telegram_username" contact={contact} form={form} />
      <AddressField name="phone" contact={contact} description={t('phone_hint')} form={form} />
      {!hasAddress(form.values) && <div className={classes['hint']}>{t('no_address')}</div>}
      <TextInput label={t('fields.email')} placeholder="name@example.com" {...form.getInputProps('email')} />
      <TagsInput
        label={t('fields.tags')}
        description={t('tags_hint')}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        data={known.map(({ tag }) => tag)}
        splitChars={TAG_ENDS}
        maxTags={CONTACT_LIMITS.tags}
        {...form.getInputProps('tags')}
      />
      <Textarea
        label={t('fields.notes')}
        description={t('notes_hint')}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        autosize
        minRows={3}
        maxRows={8}
        {...form.getInputProps('notes')}
      />
    </>
  )
}
