import { Radio, VisuallyHidden } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Foreign } from '../../../ui/foreign'
import { type Contact, markedChannels } from '../../../../shared/domain/contact'
import { MERGE_FIELDS, type MergeField } from '../../../../shared/domain/contact-merge'
import { JoinedRow } from './joined-row'
import { differs, keptFrom, type Picks, valueOf } from './merge-choice'
import classes from './duplicates.module.css'

interface MergeTableProps {
  /** The one that keeps its id in front. */
  readonly contacts: readonly Contact[]
  readonly picks: Picks
  readonly onPick: (field: MergeField, id: string) => void
}

/** The contacts of a group side by side, and in the last column what they become. */
export function MergeTable({ contacts, picks, onPick }: MergeTableProps) {
  const { t } = useTranslation(['duplicates', 'common'])
  const isMarked = contacts.some((contact) => markedChannels(contact).length > 0)
  const isTagged = contacts.some(({ tags }) => tags.length > 0)
  const shown = MERGE_FIELDS.filter((field) => contacts.some((contact) => valueOf(contact, field) !== ''))
  return (
    <div className={classes['scroller']} tabIndex={0} role="group" aria-label={t('title')}>
      <table className={classes['table']}>
        <thead>
          <tr>
            <td>
              <VisuallyHidden>{t('field')}</VisuallyHidden>
            </td>
            {contacts.map(({ _id }, index) => (
              <th key={_id} scope="col">
                {index === 0 ? t('first') : t('contact', { number: index + 1 })}
              </th>
            ))}
            <th scope="col" className={classes['kept']}>
              {t('kept')}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((field) => (
            <FieldRow key={field} field={field} contacts={contacts} picks={picks} onPick={onPick} />
          ))}
          {isTagged && (
            <JoinedRow label={t('fields.tags')} lists={contacts.map(({ tags }) => tags)} tone="neutral" />
          )}
          {isMarked && (
            <JoinedRow
              label={t('fields.do_not_contact')}
              lists={contacts.map((contact) =>
                markedChannels(contact).map((channel) => t(`common:channels.${channel}`))
              )}
              tone="bad"
            />
          )}
        </tbody>
      </table>
    </div>
  )
}

function FieldRow({ field, contacts, picks, onPick }: MergeTableProps & { readonly field: MergeField }) {
  const { t } = useTranslation('duplicates')
  const group = useId()
  const label = t(`fields.${field}`)
  const kept = keptFrom(contacts, field, picks)
  const isChoice = differs(contacts, field)
  return (
    <tr>
      <th scope="row">{label}</th>
      {contacts.map((contact) => {
        const value = valueOf(contact, field)
        return (
          <td key={contact._id} data-kept={(isChoice && contact === kept) || undefined}>
            {isChoice && value !== '' ? (
              <Radio
                size="xs"
                classNames={{ radio: classes['radio'], label: classes['radioLabel'] }}
                name={group}
                label={<Value contact={contact} field={field} />}
                aria-label={t('keep', { field: label, value })}
                checked={contact === kept}
                onChange={() => onPick(field, contact._id)}
              />
            ) : (
              <Value contact={contact} field={field} />
            )}
          </td>
        )
      })}
      <td className={classes['kept']}>{kept !== undefined && <Value contact={kept} field={field} />}</td>
    </tr>
  )
}

function Value({ contact, field }: { readonly contact: Contact; readonly field: MergeField }) {
  const { t } = useTranslation('duplicates')
  const value = valueOf(contact, field)
  if (value === '')
    return (
      <span className={classes['blank']}>
        <span aria-hidden>–</span>
        <VisuallyHidden>{t('blank')}</VisuallyHidden>
      </span>
    )
  const isInvalid = (contact.invalid as readonly string[]).includes(field)
  return (
    <span className={classes['value']} data-notes={field === 'notes' || undefined}>
      <Foreign>{value}</Foreign>
      {isInvalid && (
        <span className={classes['invalid']} title={t('invalid')}>
          <IconAlertTriangle size={13} aria-hidden />
          <VisuallyHidden>{t('invalid')}</VisuallyHidden>
        </span>
      )}
    </span>
  )
}
