import { useEffect, useState } from 'react'
import type { AppError } from '../../../../shared/app-error'
import type { DuplicateGroupView } from '../../../../shared/ipc/contact-views'
import { loa } from '../../../api'
import { useContactsStore } from '../../../stores/contacts-store'

/** As many as one call gives. */
const AT_ONCE = 200

interface Found {
  readonly groups: readonly DuplicateGroupView[]
  readonly total: number
}

interface Duplicates {
  /** Null until it is known. */
  readonly found: Found | null
  readonly error: AppError | null
  readonly retry: () => void
}

/** The first groups of contacts that are one human, as the list is now; the answer before stays until the next one. */
export function useDuplicates(count: number): Duplicates {
  const revision = useContactsStore((state) => state.revision)
  const [attempt, setAttempt] = useState(0)
  const [found, setFound] = useState<Found | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  useEffect(() => {
    let isCurrent = true
    const read = async () => {
      const groups: DuplicateGroupView[] = []
      let total = count
      while (groups.length < Math.min(count, total)) {
        const page = await loa.findDuplicates(groups.length, Math.min(AT_ONCE, count - groups.length))
        if (!isCurrent) return
        if (!page.ok) return setError(page.error)
        groups.push(...page.value.groups)
        total = page.value.total
        if (page.value.groups.length === 0) break
      }
      setFound({ groups, total })
      setError(null)
    }
    void read()
    return () => {
      isCurrent = false
    }
  }, [count, revision, attempt])
  return { found, error, retry: () => setAttempt((before) => before + 1) }
}

/** Names a group as long as the same contacts are in it. */
export const groupKey = ({ contacts }: DuplicateGroupView): string => contacts.map(({ _id }) => _id).join(' ')
