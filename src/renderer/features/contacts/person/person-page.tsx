import { useHotkeys } from '@mantine/hooks'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { AddressField, Contact } from '../../../../shared/domain/contact'
import { openPage } from '../../../stores/navigation-store'
import { Page } from '../../../ui/page'
import { useLeaveGuard } from '../../../ui/use-leave-guard'
import { ZoneSelect } from '../../../ui/zone-select'
import { deleteWithUndo } from '../delete-with-undo'
import { EraseCard } from './erase-card'
import { askToErase } from './erase-person'
import { ContactFacts } from './contact-facts'
import { ContactFields } from './contact-fields'
import { MessagesCard } from './messages-card'
import { OwnFields } from './own-fields'
import { PersonCard } from './person-card'
import { PersonHeader } from './person-header'
import { SaveBar } from './save-bar'
import { StopCard } from './stop-card'
import { useMarks } from './use-marks'
import { usePersonForm } from './use-person-form'
import { WhyCard } from './why-card'
import classes from './person-page.module.css'

/** A stored contact: on the left what is known, on the right what was sent and why not. */
export function PersonPage({ contact }: { readonly contact: Contact }) {
  const { t } = useTranslation('person')
  const { form, isChanged, isSaving, failure, save, discard } = usePersonForm(contact)
  const marks = useMarks(contact)
  const isDeleted = useRef(false)
  useLeaveGuard('contact', () => !isDeleted.current && isChanged())

  const saveTyped = () => {
    commitTypedTag()
    void save()
  }
  useHotkeys([['mod+S', saveTyped]], [])

  const remove = async () => {
    if (!(await deleteWithUndo([contact._id]))) return
    isDeleted.current = true
    await openPage('contacts')
  }
  const erase = async () => {
    if (!(await askToErase(contact._id))) return
    isDeleted.current = true
    await openPage('contacts')
  }
  const fix = (field: AddressField) => form.getInputNode(field)?.focus()

  return (
    <Page
      header={<PersonHeader contact={contact} marks={marks} onDelete={() => void remove()} />}
      footer={
        isChanged() && (
          <SaveBar isSaving={isSaving} failure={failure} onSave={saveTyped} onDiscard={discard} />
        )
      }
    >
      <div className={classes['columns']}>
        <div className={classes['column']}>
          <PersonCard title={t('details')}>
            <form
              className={classes['fields']}
              noValidate
              onSubmit={(event) => {
                event.preventDefault()
                void save()
              }}
            >
              <ContactFields contact={contact} form={form} />
              <ZoneSelect
                label={t('zone.label')}
                description={t('zone.hint')}
                placeholder={t('zone.empty')}
                value={form.values.timezone}
                error={form.errors['timezone']}
                onChange={(zone) => form.setFieldValue('timezone', zone)}
              />
              <OwnFields form={form} />
            </form>
          </PersonCard>
          <ContactFacts contact={contact} />
        </div>
        <div className={classes['column']}>
          <StopCard contact={contact} marks={marks} />
          <WhyCard contact={contact} onFix={fix} />
          <MessagesCard contactId={contact._id} />
          <EraseCard onErase={() => void erase()} />
        </div>
      </div>
    </Page>
  )
}

/** A tag that is typed and not yet ended becomes one when its field is left; saving by key does not leave it. */
function commitTypedTag(): void {
  const active = document.activeElement
  if (!(active instanceof HTMLInputElement) || active.value === '') return
  if (active.closest('.mantine-TagsInput-root') === null) return
  active.blur()
  active.focus()
}
