import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { openPage } from '../../../stores/navigation-store'
import classes from './new-contact.module.css'
import { NewContact } from './new-contact'

/** Where nobody is in the list yet: the first one is added right here, a whole list is imported. */
export function FirstContact({ onAdded }: { readonly onAdded: (id: string) => void }) {
  const { t } = useTranslation('campaigns')
  return (
    <div>
      <h3 className={classes['title']}>{t('editor.first_contact.title')}</h3>
      <p className={classes['text']}>
        {t('editor.first_contact.text')}{' '}
        <Anchor
          component="button"
          type="button"
          inherit
          onClick={() => void openPage('contacts', { contacts_view: 'import' })}
        >
          {t('editor.first_contact.import')}
        </Anchor>
      </p>
      <NewContact onAdded={onAdded} />
    </div>
  )
}
