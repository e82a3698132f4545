import { useEffect, useState } from 'react'
import type { AppError } from '../../../../shared/app-error'
import type { Contact } from '../../../../shared/domain/contact'
import { loa } from '../../../api'
import { useContactsStore } from '../../../stores/contacts-store'

interface Person {
  /** Undefined until it is known; null when there is no such contact. */
  readonly contact: Contact | null | undefined
  readonly error: AppError | null
  readonly retry: () => void
}

/** One contact, as the list has it now. Who was merged is found under any of the ids. */
export function usePerson(contactId: string): Person {
  const revision = useContactsStore((state) => state.revision)
  const [attempt, setAttempt] = useState(0)
  const [contact, setContact] = useState<Contact | null>()
  const [error, setError] = useState<AppError | null>(null)
  useEffect(() => {
    let isCurrent = true
    void loa.getContacts([contactId]).then((result) => {
      if (!isCurrent) return
      if (result.ok) setContact(result.value[0] ?? null)
      setError(result.ok ? null : result.error)
    })
    return () => {
      isCurrent = false
    }
  }, [contactId, revision, attempt])
  return { contact, error, retry: () => setAttempt((before) => before + 1) }
}
