import { accept, Held } from '../gateway/gateway-answers'
import { type CampaignRecord, campaignRecord, contactRecords, limitsOf } from './records'
import { TestClock } from './test-clock'
import { openEngine, prepare } from './test-engine'
import type { EngineConfig } from '../../../src/engine/engine-config'

interface HeldRunOptions {
  readonly people: number
  /** Requests side by side, and so the number that is held. */
  readonly concurrency?: number
  readonly campaigns?: readonly CampaignRecord[]
  readonly config?: Omit<EngineConfig, 'folder' | 'clock'>
}

/** A run by hand over WhatsApp whose first requests are held at the gateway, while everybody else waits. */
export async function heldRun({ people, concurrency = 1, campaigns = [], config = {} }: HeldRunOptions) {
  const clock = new TestClock()
  const held = new Held()
  const contacts = contactRecords(people)
  const campaign = campaignRecord(1, { contacts: contacts.map(({ _id }) => _id), flow: ['whatsapp'] })
  const { folder, gateway } = await prepare({
    contacts,
    campaigns: [campaign, ...campaigns],
    answer: () => held.answer,
    settings: { limits: limitsOf(concurrency), timeouts_s: { whatsapp: 60 } }
  })
  const running = await openEngine(folder, { clock, ...config })
  await running.engine.start()
  const runId = await running.begin(campaign._id)
  await gateway.until(() => held.count === concurrency, 'requests are under way')
  const release = () => {
    gateway.answer = () => accept
    held.release()
  }
  return { clock, campaign, folder, gateway, running, engine: running.engine, runId, release }
}
