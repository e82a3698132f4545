import { useTranslation } from 'react-i18next'
import type { Contact } from '../../../../shared/domain/contact'
import { CopyButton } from '../../../ui/copy-button'
import { When } from '../../../ui/when'
import classes from './person-page.module.css'

/** What is known of the record itself. */
export function ContactFacts({ contact }: { readonly contact: Contact }) {
  const { t } = useTranslation('person')
  return (
    <dl className={classes['facts']}>
      <div>
        <dt>{t('facts.added')}</dt>
        <dd>
          <When at={contact.created_at} />
        </dd>
      </div>
      <div>
        <dt>{t('facts.changed')}</dt>
        <dd>
          <When at={contact.updated_at} />
        </dd>
      </div>
      {contact.merged_ids.length > 0 && (
        <div>
          <dt>{t('facts.merged')}</dt>
          <dd>{t('facts.merged_from', { count: contact.merged_ids.length + 1 })}</dd>
        </div>
      )}
      <div>
        <dt>{t('facts.id')}</dt>
        <dd className={classes['id']} data-selectable>
          {contact._id}
          <CopyButton text={contact._id} label={t('facts.copy_id')} />
        </dd>
      </div>
    </dl>
  )
}
