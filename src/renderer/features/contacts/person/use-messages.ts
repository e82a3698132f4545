import { useEffect, useState } from 'react'
import type { ContactMessage } from '../../../../shared/ipc/contact-views'
import { loa } from '../../../api'
import { useContactsStore } from '../../../stores/contacts-store'
import { useRunPulse } from './run-pulse'

/** What one run sent, or should have sent, to somebody. */
export interface MessagesOfRun {
  readonly run: ContactMessage
  readonly deliveries: readonly ContactMessage['delivery'][]
}

/** Everything that was ever sent to somebody, run by run, newest first; null until it is known. */
export function useMessages(contactId: string): readonly MessagesOfRun[] | null {
  const revision = useContactsStore((state) => state.revision)
  const pulse = useRunPulse()
  const [runs, setRuns] = useState<readonly MessagesOfRun[] | null>(null)
  useEffect(() => {
    let isCurrent = true
    void loa.contactMessages(contactId).then((result) => {
      if (isCurrent && result.ok) setRuns(byRun(result.value))
    })
    return () => {
      isCurrent = false
    }
  }, [contactId, revision, pulse])
  return runs
}

function byRun(messages: readonly ContactMessage[]): readonly MessagesOfRun[] {
  const runs = new Map<string, { run: ContactMessage; deliveries: ContactMessage['delivery'][] }>()
  for (const message of messages) {
    const known = runs.get(message.run_id)
    if (known === undefined) runs.set(message.run_id, { run: message, deliveries: [message.delivery] })
    else known.deliveries.push(message.delivery)
  }
  return [...runs.values()]
}
