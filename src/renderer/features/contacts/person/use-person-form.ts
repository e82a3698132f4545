import { useForm } from '@mantine/form'
import i18next from 'i18next'
import { useEffect, useRef, useState } from 'react'
import type { Contact } from '../../../../shared/domain/contact'
import { saveContact } from '../../../stores/contacts-store'
import { errorText, fieldErrors } from '../../../ui/error-text'
import { showToast } from '../../../ui/toast'
import {
  type ContactForm,
  type ContactFormValues,
  draftOf,
  formErrors,
  formValues,
  isSameForm,
  placeErrors
} from './contact-form'

export interface PersonForm {
  readonly form: ContactForm
  /** Asked for at the moment, which may come before a change is drawn. */
  readonly isChanged: () => boolean
  readonly isSaving: boolean
  readonly failure: string | null
  readonly save: () => Promise<void>
  readonly discard: () => void
}

/**
 * The form of a stored contact. What changes in the list meanwhile comes in where nothing was typed, so a save never
 * takes back what an import or a tag did.
 */
export function usePersonForm(contact: Contact): PersonForm {
  const [isSaving, setSaving] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  // Checked when it is saved: an error that comes up as a field is left moves the button below that was just clicked.
  const form = useForm<ContactFormValues>({ initialValues: formValues(contact), validate: formErrors })
  const shown = useRef(contact)
  useEffect(() => {
    // The form's functions are new ones with every key: only another contact is a reason to touch what is typed.
    if (shown.current === contact) return
    shown.current = contact
    const stored = formValues(contact)
    const typed = withChanges(form.getValues(), form.getInitialValues(), stored)
    form.setInitialValues(stored)
    form.setValues(typed)
  }, [contact, form])

  const isChanged = () => !isSameForm(form.getValues(), form.getInitialValues())
  const show = (stored: ContactFormValues, typed = stored) => {
    form.setInitialValues(stored)
    form.setValues(typed)
    form.clearErrors()
    setFailure(null)
  }
  const save = async () => {
    if (isSaving || !isChanged()) return
    if (form.validate().hasErrors) return focusFirstError()
    const sent = form.getValues()
    setSaving(true)
    setFailure(null)
    const saved = await saveContact({ _id: contact._id, ...draftOf(sent) })
    setSaving(false)
    if (!saved.ok) {
      form.setErrors(placeErrors(fieldErrors(saved.error), form.getValues()))
      setFailure(errorText(saved.error))
      return
    }
    const stored = formValues(saved.value)
    // What was typed meanwhile is not saved yet.
    show(stored, withChanges(form.getValues(), sent, stored))
    showToast({
      message: () => i18next.t(saved.value.invalid.length > 0 ? 'contacts:saved_invalid' : 'contacts:saved')
    })
  }
  return { form, isChanged, isSaving, failure, save, discard: () => show(form.getInitialValues()) }
}

/** What is stored now, with the fields that somebody has changed since `before` as they were typed. */
function withChanges(
  typed: ContactFormValues,
  before: ContactFormValues,
  stored: ContactFormValues
): ContactFormValues {
  const isTouched = (field: keyof ContactFormValues) =>
    JSON.stringify(typed[field]) !== JSON.stringify(before[field])
  const touched = (Object.keys(typed) as (keyof ContactFormValues)[]).filter(isTouched)
  return { ...stored, ...Object.fromEntries(touched.map((field) => [field, typed[field]])) }
}

function focusFirstError(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('form [aria-invalid="true"]')?.focus())
}
