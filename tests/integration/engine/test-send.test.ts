import { describe, expect, it } from 'vitest'
import type { ChannelId } from '../../../src/shared/domain/channel'
import type { TestDelivery } from '../../../src/shared/domain/message'
import type { SettingsRecord } from '../../support/engine/records'
import { valueOf } from '../../support/contacts/importing'
import type { TestFolder } from '../../support/engine/data-folder'
import { heldRun } from '../../support/engine/held-run'
import { ACCEPTED_TEXT, silence, status } from '../../support/gateway/gateway-answers'
import { addressIn, textIn } from '../../support/gateway/recording-gateway'
import { campaignRecord, contactRecord, idOf, limitsOf } from '../../support/engine/records'
import {
  openEngine,
  prepare,
  startEngine,
  type Surroundings,
  type TestEngine
} from '../../support/engine/test-engine'
import { HOUR_MS, TestClock } from '../../support/engine/test-clock'
import { pollUntil } from '../../support/engine/changes'
import { messageWith } from '../../support/messages/filling'

const AN = contactRecord(1, { first_name: 'An' })
const campaign = campaignRecord(1, { contacts: [AN._id], flow: ['whatsapp'] })
const MINE = { whatsapp: '+84 33 917 0155', telegram: '@the_operator', ai_call: '033 917 0155' }
const HI = messageWith('Hi {{ first_name }}')

const start = (surroundings: Surroundings = {}) =>
  startEngine({ contacts: [AN], campaigns: [campaign], ...surroundings })

/** What came of each channel: `whatsapp failed busy`. */
const inShort = (deliveries: readonly TestDelivery[]): string[] =>
  deliveries.map(({ channel, state, reason }) => [channel, state, reason?.code ?? ''].join(' ').trim())

const test = async (
  { engine }: Pick<TestEngine, 'engine'>,
  addresses: Partial<Record<ChannelId, string>> = MINE
) => inShort(valueOf(await engine.messages.sendTest(HI, addresses, AN._id)))

/** Everything in the folder that says what is planned and what was sent. */
const records = async (folder: TestFolder) => ({
  campaigns: await folder.text('campaigns.json'),
  contacts: await folder.text('contacts.json'),
  index: await folder.text('runs.json').catch(() => ''),
  ledgers: await Promise.all((await folder.ledgers()).map((id) => folder.text(`runs/${id}.jsonl`)))
})

describe('a test message', () => {
  it('reaches the operator on each channel, as the contact would get it, and no record changes by it', async () => {
    const { engine, folder, gateway, running } = await start()
    const { summary } = await running.runToEnd(campaign._id)
    const ledger = `runs/${summary.id}.jsonl`
    await pollUntil(async () => !(await folder.text(ledger)).includes('"sending"'), 'the ledger is compacted')
    gateway.forget()
    const before = await records(folder)
    const runs = running.runs
    const message = messageWith('Hi {{ first_name }}', { texts: { ai_call: 'Gọi {{ full_name }}' } })
    const sent = valueOf(await engine.messages.sendTest(message, MINE, AN._id))

    expect(sent).toMatchObject([
      {
        channel: 'whatsapp',
        address: '+84 33 917 0155',
        state: 'sent',
        status_code: 200,
        answer: ACCEPTED_TEXT
      },
      { channel: 'telegram', address: 'the_operator', state: 'sent' },
      { channel: 'ai_call', address: '+84339170155', state: 'sent' }
    ])
    const arrived = gateway.messages.map((request) => [request.path, addressIn(request), textIn(request)])
    expect(arrived.sort()).toEqual([
      ['/call', '+84339170155', 'Gọi An 1'],
      ['/telegram/send', 'https://web.telegram.org/k/#@the_operator', 'Hi An'],
      ['/whatsapp/send', '+84 33 917 0155', 'Hi An']
    ])
    const keys = gateway.messages.map(({ idempotencyKey }) => idempotencyKey)
    for (const key of keys) expect(key).toMatch(/^test_[0-9a-f]{24}\.(whatsapp|telegram|ai_call)$/)
    expect(new Set(keys).size).toBe(3)
    expect(await records(folder)).toEqual(before)
    expect(running.runs).toEqual(runs)
    expect(running.lines).toEqual(
      expect.arrayContaining([
        '📱 [WHATSAPP] Sending WhatsApp message to Test (+84 33 917 0155)',
        `✅ [TELEGRAM] Telegram message sent to Test: ${ACCEPTED_TEXT}`
      ])
    )
    const line = engine.log.after(0).lines.find(({ text }) => text.includes('to Test'))
    expect(line).not.toHaveProperty('run_id')
  })

  it('is the practice gateway’s too, when that is the chosen one', async () => {
    const { engine, gateway, running } = await start({ settings: { gateway: 'practice' } })
    expect(await test(running)).toEqual(['whatsapp sent', 'telegram sent', 'ai_call sent'])
    expect(engine.practice.inbox().messages).toHaveLength(3)
    expect(gateway.requests).toEqual([])
  })

  it('with nobody chosen needs a fallback, unless blanks are allowed', async () => {
    const { engine, gateway } = await start()
    const send = async (text: string, missing_values: 'skip' | 'blank' = 'skip') =>
      valueOf(
        await engine.messages.sendTest(
          messageWith(text, { missing_values }),
          { whatsapp: MINE.whatsapp },
          null
        )
      )
    expect(await send('Hi {{ first_name }}')).toMatchObject([
      { state: 'skipped', reason: { code: 'missing_value', detail: 'first_name' } }
    ])
    expect(await send('{% if first_name %}Hi{% endif %}')).toMatchObject([
      { state: 'failed', reason: { code: 'template_failed' } }
    ])
    expect(gateway.messages).toEqual([])
    await send('Hi {{ first_name | default: "bạn" }}')
    await send('Hi {{ first_name }}!', 'blank')
    expect(gateway.messages.map(textIn)).toEqual(['Hi bạn', 'Hi !'])
  })
})

describe('a test message is not sent', () => {
  const refused = async (
    { engine }: Pick<TestEngine, 'engine'>,
    addresses = MINE,
    contact: string | null = AN._id
  ) => {
    const answer = await engine.messages.sendTest(HI, addresses, contact)
    return answer.ok ? 'sent' : answer.error.code
  }

  it('while everything is stopped or paused', async () => {
    const { engine, gateway, running } = await start()
    valueOf(await engine.setEmergencyStop(true))
    expect(await refused(running)).toBe('emergency_stop')
    valueOf(await engine.setEmergencyStop(false))
    valueOf(await engine.settings.setPausedAll(true))
    expect(await refused(running)).toBe('paused_all')
    expect(gateway.messages).toEqual([])
  })

  it('while the clock is in doubt', async () => {
    const clock = new TestClock()
    const { folder, gateway } = await prepare({ contacts: [AN], campaigns: [campaign] })
    const running = await openEngine(folder, { clock })
    await running.engine.start()
    clock.jump(24 * HOUR_MS)
    await running.until(() => running.engine.state().clock_hold !== null, 'the clock is in doubt')
    expect(await refused(running)).toBe('clock_hold')
    expect(gateway.messages).toEqual([])
  })

  it('while a file is damaged, and before and after the engine is at work', async () => {
    const { folder, gateway } = await prepare({ contacts: [AN], campaigns: [campaign] })
    const running = await openEngine(folder)
    expect(await refused(running)).toBe('engine_stopped')
    await running.engine.start()
    await running.engine.stop()
    expect(await refused(running)).toBe('engine_stopped')
    await folder.write('suppressions.json', '{"schema_version":1,')
    const damaged = await openEngine(folder)
    await damaged.engine.start()
    expect(await refused(damaged)).toBe('storage_damaged')
    expect(gateway.messages).toEqual([])
  })

  it('without an address, or as somebody who is gone', async () => {
    const { gateway, running } = await start()
    expect(await refused(running, { whatsapp: '', telegram: '', ai_call: '' })).toBe('no_test_address')
    expect(await refused(running, MINE, idOf(99))).toBe('not_found')
    expect(gateway.messages).toEqual([])
  })

  it('on a channel whose address cannot be used, must not be used, or has no gateway', async () => {
    const stopped = contactRecord(2, { telegram_username: 'the_operator', do_not_contact: true })
    const { engine, gateway, running } = await start({ contacts: [AN, stopped] })
    expect(await test(running, { ...MINE, whatsapp: '12' })).toEqual([
      'whatsapp skipped invalid_number',
      'telegram skipped do_not_contact',
      'ai_call sent'
    ])
    expect(await test(running, { telegram: '!' })).toEqual(['telegram skipped invalid_username'])
    const { base_url } = engine.settings.value.gateways.custom
    const gateways = { ...engine.settings.value.gateways, custom: { base_url, ai_call_url: '', user_id: '' } }
    valueOf(await engine.saveSettings({ ...engine.settings.value, gateways }))
    expect(await test(running, { ai_call: MINE.ai_call })).toEqual(['ai_call skipped channel_not_set_up'])
    expect(gateway.messages).toHaveLength(1)
  })
})

describe('a test message waits its turn', () => {
  const withLimits = (whatsapp: object): Partial<SettingsRecord> => ({
    limits: { ...limitsOf(), whatsapp: { ...limitsOf(1)?.whatsapp, ...whatsapp } }
  })

  it('behind the request that is under way', async () => {
    const { engine, gateway, release, running } = await heldRun({ people: 2 })
    const answer = engine.messages.sendTest(HI, { whatsapp: MINE.whatsapp }, idOf(1))
    await running.until(
      () => engine.state().channels.find(({ channel }) => channel === 'whatsapp')?.queued === 2,
      'it waits beside the delivery of the run'
    )
    expect(gateway.messages).toHaveLength(1)
    release()
    expect(inShort(valueOf(await answer))).toEqual(['whatsapp sent'])
    await running.finished()
    expect(gateway.messages).toHaveLength(3)
  })

  it('counts among the limits, and does not wait for longer than somebody would', async () => {
    const { engine, gateway, running } = await start({ settings: withLimits({ per_hour: 1 }) })
    expect(await test(running, { whatsapp: MINE.whatsapp })).toEqual(['whatsapp sent'])
    expect(await test(running)).toEqual(['whatsapp failed limit_reached', 'telegram sent', 'ai_call sent'])
    const runId = await running.begin(campaign._id)
    const { waits } = await running.detail(runId)
    expect(waits).toMatchObject([{ channel: 'whatsapp', queued: 1, reason: 'limit' }])
    expect(gateway.messages.filter(({ path }) => path === '/whatsapp/send')).toHaveLength(1)
    valueOf(await engine.runs.stopRun(runId, ''))
  })

  it('and is not sent when everything is stopped meanwhile', async () => {
    const { engine, gateway, release, running } = await heldRun({ people: 1 })
    const answer = engine.messages.sendTest(HI, { whatsapp: MINE.whatsapp }, idOf(1))
    await running.until(
      () => engine.state().channels.find(({ channel }) => channel === 'whatsapp')?.queued === 1,
      'it waits'
    )
    valueOf(await engine.setEmergencyStop(true))
    release()
    expect(inShort(valueOf(await answer))).toEqual(['whatsapp failed sending_held'])
    expect(gateway.messages).toHaveLength(1)
  })

  it('and does not leave through a gateway that is not the chosen one any more', async () => {
    const { engine, gateway, release, running } = await heldRun({ people: 1 })
    const answer = engine.messages.sendTest(HI, { whatsapp: MINE.whatsapp }, idOf(1))
    await running.until(
      () => engine.state().channels.find(({ channel }) => channel === 'whatsapp')?.queued === 1,
      'it waits'
    )
    valueOf(await engine.saveSettings({ ...engine.settings.value, gateway: 'practice' }))
    release()
    expect(inShort(valueOf(await answer))).toEqual(['whatsapp failed sending_held'])
    expect(gateway.messages).toHaveLength(1)
  })

  it('and ends with the app, whose stop does not wait for it', async () => {
    const { engine, gateway } = await start({ answer: () => silence })
    const answer = engine.messages.sendTest(HI, { whatsapp: MINE.whatsapp }, AN._id)
    await gateway.until(() => gateway.messages.length === 1, 'it is under way')
    await engine.stop()
    expect(inShort(valueOf(await answer))).toEqual(['whatsapp unknown interrupted'])
  })
})

describe('what the gateway says to a test message is its result', () => {
  it('a failure is not tried again', async () => {
    const { gateway, running } = await start({ answer: () => status(500) })
    expect(await test(running, { whatsapp: MINE.whatsapp })).toEqual(['whatsapp failed http_error'])
    expect(gateway.messages).toHaveLength(1)
  })

  it('"too many" lets the channel rest for everybody, and the next test does not wait for that', async () => {
    const { engine, gateway, running } = await start({
      answer: () => status(429, '', { 'retry-after': '600' })
    })
    expect(await test(running, { whatsapp: MINE.whatsapp })).toEqual(['whatsapp failed busy'])
    expect(engine.state().channels).toMatchObject([{ channel: 'whatsapp', state: 'retry_after' }, {}, {}])
    expect(await test(running, { whatsapp: MINE.whatsapp })).toEqual(['whatsapp failed busy'])
    expect(gateway.messages).toHaveLength(1)
  })

  it('out of reach is said, and what waits for the gateway is not waited for', async () => {
    const { engine, gateway, running } = await start()
    await gateway.close()
    expect(await test(running, { whatsapp: MINE.whatsapp })).toEqual(['whatsapp failed connection_refused'])
    const runId = await running.begin(campaign._id)
    await pollUntil(
      () => engine.state().channels.find(({ channel }) => channel === 'whatsapp')?.state === 'unreachable',
      'the channel waits for the gateway'
    )
    expect(await test(running, { whatsapp: MINE.whatsapp })).toEqual(['whatsapp failed unreachable'])
    valueOf(await engine.runs.stopRun(runId, ''))
  })
})
