import { open } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { createGatewayClient } from '../../../src/engine/channels/gateway/gateway-client'
import { openChannels } from '../../../src/engine/channels/open-channels'
import { MessageTexts } from '../../../src/engine/messages/message-texts'
import type { FrozenGateway, Ledgers } from '../../../src/engine/ports'
import { memoryIndex } from '../../../src/engine/rehearsal/memory-index'
import { manualRunId } from '../../../src/engine/scheduler/slot-run-id'
import { armTimerOn } from '../../../src/engine/scheduler/arm-timer'
import { createSending } from '../../../src/engine/sending'
import { systemClock, systemTimers } from '../../../src/engine/system-clock'
import { campaignSchema } from '../../../src/shared/domain/campaign'
import { type Contact, contactSchema } from '../../../src/shared/domain/contact'
import { settingsSchema } from '../../../src/shared/domain/settings'
import { campaignRecord, contactRecords, limitsOf, settingsFor } from '../../support/engine/records'

/**
 * The engine's own loop between a run that begins and requests that leave, over ledgers that are given to it.
 *
 * @returns sends one run to everybody
 */
export async function openSendingLoop(url: string, people: number, parallel: number, ledgers: Ledgers) {
  const contacts = new Map<string, Contact>(
    contactRecords(people).map((record) => [record._id, contactSchema.parse(record)])
  )
  const campaign = campaignSchema.parse(
    campaignRecord(1, { contacts: [...contacts.keys()], flow: ['whatsapp'] })
  )
  const settings = settingsSchema.parse(
    settingsFor({ url, callUrl: `${url}/call` }, { limits: limitsOf(parallel) })
  )
  const gateway: FrozenGateway = { id: 'custom', base_url: url, ai_call_url: '', user_id: '' }
  const client = createGatewayClient(systemClock, { headersOf: () => ({}), clean: (text) => text })
  const ended = new Map<string, () => void>()
  const sending = createSending({
    clock: systemClock,
    timers: systemTimers,
    armTimer: armTimerOn(systemClock, systemTimers),
    log: () => undefined,
    index: memoryIndex([]),
    ledgers,
    channels: openChannels(client),
    texts: new MessageTexts(),
    settings: () => settings,
    gateway: () => gateway,
    isChosen: () => true,
    practiceGateway: () => gateway,
    gatewayNow: (frozen) => frozen,
    holds: { isHeld: false, isEmergency: false },
    look: () => undefined,
    secretWait: () => null,
    audiences: { preparation: () => null, peopleOf: () => [...contacts.values()] },
    findContact: (id) => contacts.get(id),
    isBlocked: () => false,
    campaigns: () => [],
    findCampaign: () => campaign,
    floorMs: () => -Infinity,
    onHold: () => undefined,
    onQuiet: () => undefined,
    onChange: (run) => {
      if (run.status === 'finished') ended.get(run.id)?.()
    },
    onOpen: () => undefined,
    onLeave: () => undefined,
    onNotReached: () => undefined,
    onExhausted: () => Promise.resolve(),
    alert: () => undefined
  })
  await sending.coordinator.recover({ lastAliveMs: null, isDistrusted: false })
  let runs = 0
  return {
    async send(): Promise<void> {
      const runId = manualRunId(campaign._id, String((runs += 1)))
      const end = new Promise<void>((resolve) => ended.set(runId, resolve))
      const started = await sending.campaignRuns.startManual(campaign._id, runId, Infinity)
      if (!started.ok) throw new Error(started.error.code)
      await end
      // The next run begins when this one is put away, which is a moment after its end is told.
      while (sending.coordinator.isOpen(campaign._id)) await new Promise(setImmediate)
    },
    async stop(): Promise<void> {
      await sending.coordinator.stop()
      sending.lanes.stop()
      client.close()
    }
  }
}

/** Does something while every flush of a file takes so much longer, as on a slow disk. */
export async function whileFlushesTake<T>(moreMs: number, file: string, work: () => Promise<T>): Promise<T> {
  const handle = await open(file, 'w')
  const files = Object.getPrototypeOf(handle) as typeof handle
  await handle.close()
  const flush = Object.getOwnPropertyDescriptor(files, 'datasync')!
  const slowly = async function (this: typeof handle) {
    await wait(moreMs)
    return (flush.value as typeof handle.datasync).call(this)
  }
  Object.defineProperty(files, 'datasync', { ...flush, value: slowly })
  try {
    return await work()
  } finally {
    Object.defineProperty(files, 'datasync', flush)
  }
}
