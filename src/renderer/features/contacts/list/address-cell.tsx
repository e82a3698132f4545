import { Tooltip, VisuallyHidden } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { AddressField, Contact } from '../../../../shared/domain/contact'
import classes from './contacts.module.css'

interface AddressCellProps {
  readonly contact: Contact
  readonly field: AddressField
}

/** An address as it is stored; how it was typed and why it cannot be used are a pointer away, and read out. */
export function AddressCell({ contact, field }: AddressCellProps) {
  const { t } = useTranslation('contacts')
  const address = contact[field]
  if (address === '') return <VisuallyHidden>{t('no_value')}</VisuallyHidden>
  const shown = field === 'telegram_username' ? `@${address.replace(/^@/, '')}` : address
  const written = contact.written[field]
  const notes = [
    contact.invalid.includes(field) ? t(field === 'telegram_username' ? 'invalid_username' : 'invalid') : '',
    written !== undefined && written !== address ? t('written', { written }) : ''
  ].filter((note) => note !== '')
  if (notes.length === 0) return shown
  return (
    <Tooltip
      label={notes.map((note) => (
        <div key={note}>{note}</div>
      ))}
      withArrow
      openDelay={200}
    >
      <span className={classes['address']} data-invalid={contact.invalid.includes(field) || undefined}>
        {contact.invalid.includes(field) && <IconAlertTriangle size={14} aria-hidden />}
        <span className={classes['addressText']}>{shown}</span>
        <VisuallyHidden>{notes.join(' ')}</VisuallyHidden>
      </span>
    </Tooltip>
  )
}
