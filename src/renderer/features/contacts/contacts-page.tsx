import { useShownPlace } from '../../stores/shown-place'
import { DuplicatesView } from './duplicates/duplicates-view'
import { ImportWizard } from './import/import-wizard'
import { ContactList } from './list/contact-list'
import { PersonView } from './person/person-view'

/** The people that campaigns reach: the list, one of them, a file that comes in, or people who are in it twice. */
export function ContactsPage() {
  const { contact_id: contactId, contacts_view: view } = useShownPlace()
  if (contactId !== null) return <PersonView key={contactId} contactId={contactId} />
  switch (view) {
    case 'import':
      return <ImportWizard purpose={null} />
    case 'suppress':
      return <ImportWizard purpose="do_not_contact" />
    case 'duplicates':
      return <DuplicatesView />
    case 'add':
      return <ContactList isAdding />
    case 'list':
      return <ContactList />
  }
}
