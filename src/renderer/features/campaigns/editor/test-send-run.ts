import { useState } from 'react'
import type { AppError } from '../../../../shared/app-error'
import { type ChannelId, perChannel } from '../../../../shared/domain/channel'
import type { TestDelivery, TypedMessage } from '../../../../shared/domain/message'
import type { Settings } from '../../../../shared/domain/settings'
import { loa } from '../../../api'
import { saveSettings, useSettingsStore } from '../../../stores/settings-store'
import { addressProblem } from './test-send-address'

/** One channel of a test, as the operator set it up. */
export interface TestLine {
  readonly isTicked: boolean
  readonly address: string
}

export interface TestSend {
  readonly lines: Readonly<Record<ChannelId, TestLine>>
  readonly change: (channel: ChannelId, part: Partial<TestLine>) => void
  /** Faults are shown once the operator has tried to send. */
  readonly faultOf: (channel: ChannelId) => ReturnType<typeof addressProblem>
  readonly isNothingTicked: boolean
  readonly isSending: boolean
  readonly results: readonly TestDelivery[] | null
  readonly error: AppError | null
  readonly send: (message: TypedMessage, contactId: string | null) => Promise<void>
}

/** Where nothing is known yet the operator fills in; an AI call of a live gateway rings, so it is never ticked beforehand. */
function linesFrom(settings: Settings | null): Record<ChannelId, TestLine> {
  return perChannel((channel) => {
    const address = settings?.test_addresses[channel] ?? ''
    const rings = channel === 'ai_call' && settings?.gateway !== 'practice'
    return { isTicked: address !== '' && !rings, address }
  })
}

/** A message on its way to the operator's own addresses, which are kept for the next time. */
export function useTestSend(flow: readonly ChannelId[]): TestSend {
  const settings = useSettingsStore((state) => state.settings)
  const [lines, setLines] = useState(() => linesFrom(settings))
  const [isTried, setTried] = useState(false)
  const [isSending, setSending] = useState(false)
  const [results, setResults] = useState<readonly TestDelivery[] | null>(null)
  const [error, setError] = useState<AppError | null>(null)

  const ticked = flow.filter((channel) => lines[channel].isTicked)
  const faultOf = (channel: ChannelId) =>
    lines[channel].isTicked ? addressProblem(channel, lines[channel].address) : null

  const keepAddresses = async (): Promise<AppError | null> => {
    if (settings === null) return null
    const test_addresses = perChannel((channel) =>
      ticked.includes(channel) ? lines[channel].address.trim() : settings.test_addresses[channel]
    )
    if (ticked.every((channel) => test_addresses[channel] === settings.test_addresses[channel])) return null
    const saved = await saveSettings({ ...settings, test_addresses })
    return saved.ok ? null : saved.error
  }

  const send = async (message: TypedMessage, contactId: string | null) => {
    setTried(true)
    if (ticked.length === 0 || ticked.some((channel) => faultOf(channel) !== null)) return
    setSending(true)
    setError(null)
    setResults(null)
    const refusal = await keepAddresses()
    if (refusal === null) {
      const addresses = Object.fromEntries(ticked.map((channel) => [channel, lines[channel].address.trim()]))
      const sent = await loa.sendTest(message, addresses, contactId)
      if (sent.ok) setResults(sent.value)
      else setError(sent.error)
    } else setError(refusal)
    setSending(false)
  }

  return {
    lines,
    change: (channel, part) => setLines((known) => ({ ...known, [channel]: { ...known[channel], ...part } })),
    faultOf: (channel) => (isTried ? faultOf(channel) : null),
    isNothingTicked: isTried && ticked.length === 0,
    isSending,
    results,
    error,
    send
  }
}
