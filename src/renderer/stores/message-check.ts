import { useEffect, useState } from 'react'
import type { AppError } from '../../shared/app-error'
import type { Audience } from '../../shared/domain/campaign'
import type { ChannelId } from '../../shared/domain/channel'
import type { MessageCheck, TypedMessage } from '../../shared/domain/message'
import { loa } from '../api'
import { useContactsStore } from './contacts-store'

/** Everybody is asked about once the operator rests, not with each key. */
const REST_MS = 600

export interface CheckedMessage {
  /** The message that the answer is about. */
  readonly message: TypedMessage | null
  /** The last answer; it stays while the next is on its way. */
  readonly check: MessageCheck | null
  readonly error: AppError | null
  readonly isBusy: boolean
}

const NOTHING: CheckedMessage = { message: null, check: null, error: null, isBusy: false }

interface CheckQuestion {
  readonly message: TypedMessage
  readonly channels: readonly ChannelId[]
  readonly picked: readonly string[]
  readonly audience: Audience
}

/**
 * What speaks against a message over everybody who would get it; null asks nothing.
 * @param isHeld the last answer stays: the text is not what it is meant to be yet
 */
export function useMessageCheck(question: CheckQuestion | null, isHeld: boolean): CheckedMessage {
  const revision = useContactsStore((state) => state.revision)
  const [checked, setChecked] = useState(NOTHING)
  useEffect(() => {
    if (question === null || isHeld) return
    let isCurrent = true
    const { message, channels, picked, audience } = question
    const timer = setTimeout(() => {
      setChecked((known) => ({ ...known, isBusy: true }))
      void loa.checkMessage(message, [...channels], [...picked], audience).then((result) => {
        // A newer question ends an older one; its own answer is on its way.
        if (!isCurrent) return
        if (result.ok) setChecked({ message, check: result.value, error: null, isBusy: false })
        else if (result.error.code === 'cancelled') setChecked((known) => ({ ...known, isBusy: false }))
        else setChecked({ message, check: null, error: result.error, isBusy: false })
      })
    }, REST_MS)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [question, isHeld, revision])
  return question === null ? NOTHING : checked
}
