import { describe, expect, it } from 'vitest'
import { slotRunId } from '../../../src/engine/scheduler/slot-run-id'
import { activeCampaign, contactRecords, scheduleFromNow } from '../../support/engine/records'
import type { LedgerLine } from '../../support/engine/data-folder'
import { openEngine, prepare } from '../../support/engine/test-engine'

const CONTACTS = contactRecords(2)
const [FIRST, SECOND] = CONTACTS.map((contact) => contact._id) as [string, string]

/** A campaign whose only slot was ten seconds ago, and the ledger of its run as a crash may leave it. */
async function crashed(...records: LedgerLine[]) {
  const campaign = activeCampaign(1, {
    contacts: [FIRST, SECOND],
    flow: ['whatsapp', 'telegram'],
    schedule_settings: scheduleFromNow(-10_000)
  })
  const { folder, gateway } = await prepare({ contacts: CONTACTS, campaigns: [campaign] })
  const nominal = campaign.schedule_settings.start_time
  const runId = slotRunId(campaign._id, { nominal, zone: 'UTC' })
  const head: LedgerLine = {
    type: 'head',
    schema_version: 1,
    run_id: runId,
    campaign_id: campaign._id,
    campaign_name: campaign.name,
    trigger: 'schedule',
    slot: { nominal, zone: 'UTC', at: new Date(Date.parse(`${nominal}Z`)).toISOString() },
    text: 'The frozen text',
    flow: ['whatsapp', 'telegram'],
    gateway: { id: 'custom', base_url: gateway.url, ai_call_url: gateway.callUrl, user_id: '' },
    timeouts_s: { whatsapp: 5, telegram: 5, ai_call: 5 },
    started_at: new Date().toISOString()
  }
  const people = CONTACTS.map(
    ({ _id, first_name, last_name, whatsapp_number, telegram_username }): LedgerLine => ({
      type: 'contact',
      contact_id: _id,
      name: `${first_name ?? ''} ${last_name ?? ''}`,
      addresses: { whatsapp: { to: whatsapp_number ?? '' }, telegram: { to: telegram_username ?? '' } }
    })
  )
  await folder.writeLedger(runId, [head, ...people, ...records])
  return { folder, gateway, runId }
}

const READY: LedgerLine = { type: 'ready', contacts: 2 }
const at = new Date().toISOString()
const sending = (contact_id: string, channel: 'whatsapp' | 'telegram'): LedgerLine => ({
  type: 'sending',
  contact_id,
  channel,
  at
})
const sent = (contact_id: string, channel: 'whatsapp' | 'telegram'): LedgerLine => ({
  type: 'outcome',
  contact_id,
  channel,
  at,
  state: 'sent'
})

describe('after a crash (design: crash)', () => {
  it('what was sent stays sent, what was under way is unknown, the rest goes on with the frozen text', async () => {
    const { folder, gateway, runId } = await crashed(
      READY,
      sending(FIRST, 'whatsapp'),
      sent(FIRST, 'whatsapp'),
      sending(FIRST, 'telegram'),
      sending(SECOND, 'whatsapp')
    )
    const running = await openEngine(folder)
    await running.engine.start()
    await running.finished(runId)
    expect(await running.states(runId)).toEqual([
      'Contact 1 whatsapp: sent',
      'Contact 1 telegram: unknown interrupted',
      'Contact 2 whatsapp: unknown interrupted',
      'Contact 2 telegram: sent'
    ])
    expect(gateway.requests.map(({ path, body }) => ({ path, body }))).toEqual([
      {
        path: '/telegram/send',
        body: { urls: ['https://web.telegram.org/k/#@contact_2'], message: 'The frozen text' }
      }
    ])
    expect(running.runs).toHaveLength(1)
  })

  it('a head without its end counts as none: the slot is judged again and sent whole, once', async () => {
    const { folder, gateway, runId } = await crashed()
    const running = await openEngine(folder)
    await running.engine.start()
    await running.finished(runId)
    expect(gateway.requests).toHaveLength(4)
    expect(gateway.requests.map((request) => request.bodyText).join()).toContain('Hello from campaign 1')
  })

  it('in a damaged ledger nothing without an outcome is sent: a lost line could hide a request', async () => {
    const { folder, gateway, runId } = await crashed(
      READY,
      sending(FIRST, 'whatsapp'),
      sent(FIRST, 'whatsapp')
    )
    const text = await folder.text(`runs/${runId}.jsonl`)
    await folder.write(`runs/${runId}.jsonl`, text.replace('"type":"sending"', '"type":"sen\u0000ding"'))
    const running = await openEngine(folder)
    await running.engine.start()
    await running.finished(runId)
    expect((await running.states(runId)).filter((state) => !state.endsWith('sent'))).toHaveLength(3)
    expect(gateway.requests).toEqual([])
  })

  it.each([
    ['lost', null],
    ['damaged', '{"schema_version":1,"runs":[{"id":']
  ])(
    'with the index of runs %s it is made from the ledgers again, and no slot runs twice',
    async (_what, text) => {
      const all = [FIRST, SECOND].flatMap((id) =>
        (['whatsapp', 'telegram'] as const).flatMap((channel) => [sending(id, channel), sent(id, channel)])
      )
      const { folder, gateway, runId } = await crashed(READY, ...all, { type: 'finished', at })
      if (text !== null) await folder.write('runs.json', text)
      const running = await openEngine(folder)
      await running.engine.start()
      await running.finished(runId)
      // The slot is seen and found settled before the campaign is completed.
      await running.until(
        () => running.engine.campaigns.list()[0]?.status === 'completed',
        'the campaign is completed'
      )
      expect(running.runs.map(({ id, status }) => ({ id, status }))).toEqual([
        { id: runId, status: 'finished' }
      ])
      expect(gateway.requests).toEqual([])
    }
  )

  it('a word on a run that comes before everything is recovered waits for that: nobody gets two', async () => {
    const { folder, gateway, runId } = await crashed(READY, sending(FIRST, 'whatsapp'))
    const running = await openEngine(folder)
    const refs = [{ contact_id: FIRST, channel: 'whatsapp' as const }]
    const early = await running.engine.runs.settle(runId, refs, 'arrived')
    await running.engine.start()
    await running.finished(runId)
    const keys = gateway.messages.map(({ idempotencyKey }) => idempotencyKey)
    expect(keys).toHaveLength(3)
    expect(new Set(keys).size).toBe(3)
    expect(early).toMatchObject({ ok: false, error: { code: 'engine_starting' } })
  })
})
