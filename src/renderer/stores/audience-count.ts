import { useEffect, useState } from 'react'
import { perChannel } from '../../shared/domain/channel'
import type { Audience } from '../../shared/domain/campaign'
import type { AudienceCount } from '../../shared/ipc/contact-views'
import { loa } from '../api'
import { useContactsStore } from './contacts-store'

const NOBODY: AudienceCount = { contacts: 0, missing: 0, reachable: perChannel(() => 0) }
/** Ticking along a list of names must not count 100,000 people for each tick. */
const PAUSE_MS = 150

/** How many people an audience has now, and how many each channel reaches. */
export function useAudienceCount(picked: readonly string[], audience: Audience): AudienceCount {
  const revision = useContactsStore((state) => state.revision)
  const [count, setCount] = useState(NOBODY)
  useEffect(() => {
    let isCurrent = true
    const timer = setTimeout(() => {
      void loa.countAudience([...picked], audience).then((result) => {
        if (isCurrent && result.ok) setCount(result.value)
      })
    }, PAUSE_MS)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [picked, audience, revision])
  return count
}
