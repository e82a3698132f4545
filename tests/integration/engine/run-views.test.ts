import { cp } from 'node:fs/promises'
import { createServer } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Engine } from '../../../src/engine/engine'
import type { ChannelId } from '../../../src/shared/domain/channel'
import {
  type DeliveryDetail,
  type DeliveryQuery,
  type DeliveryStep,
  EVERY_DELIVERY
} from '../../../src/shared/domain/delivery'
import type { RunOverview } from '../../../src/shared/domain/run'
import { DEFAULT_LIMITS } from '../../../src/shared/domain/settings'
import type { Result } from '../../../src/shared/result'
import {
  accept,
  ACCEPTED_TEXT,
  chosenBy,
  Held,
  status,
  truncatedJson
} from '../../support/gateway/gateway-answers'
import { addressIn, type AnswerChoice, RecordingGateway } from '../../support/gateway/recording-gateway'
import {
  activeCampaign,
  campaignRecord,
  contactRecord,
  contactRecords,
  idOf,
  limitsOf,
  phoneOf,
  scheduleFromNow,
  settingsFor
} from '../../support/engine/records'
import { HOUR_MS, MINUTE_MS, TestClock } from '../../support/engine/test-clock'
import { pollUntil } from '../../support/engine/changes'
import { openEngine, prepare, startEngine, testFolder } from '../../support/engine/test-engine'
import type { TestFolder } from '../../support/engine/data-folder'

const NEVER = { error_threshold: { errors: 0, percent: 0, in_a_row: 0 } }

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

/** What a query finds, on one line a contact: `Contact 1: whatsapp* sent, telegram failed`; the star marks a match. */
async function found({ runViews }: Engine, runId: string, query: Partial<DeliveryQuery> = {}) {
  const asked = { ...EVERY_DELIVERY, ...query }
  const page = valueOf(await runViews.find(runId, asked, 0, 100))
  const refs = valueOf(await runViews.refs(runId, asked))
  const stars = page.rows.flatMap(({ contact_id, cells }) =>
    Object.entries(cells).flatMap(([channel, { matches }]) => (matches ? [{ contact_id, channel }] : []))
  )
  expect(refs).toEqual(stars)
  expect(page.found_deliveries).toBe(stars.length)
  expect(page.found_contacts).toBe(page.rows.length)
  return page.rows.map(({ contact_name, cells }) => {
    const each = Object.entries(cells).map(
      ([channel, { state, matches }]) => `${channel}${matches ? '*' : ''} ${state}`
    )
    return `${contact_name}: ${each.join(', ')}`
  })
}

const detailOf = async (
  { runViews }: Engine,
  runId: string,
  number: number,
  channel: ChannelId = 'whatsapp'
): Promise<DeliveryDetail> => valueOf(await runViews.delivery(runId, { contact_id: idOf(number), channel }))

const overviewOf = async ({ runViews }: Engine, runId: string): Promise<RunOverview> =>
  valueOf(await runViews.overview(runId))

/** The steps in short, each with what is told about it; times must not go backwards. */
function inShort({ steps }: DeliveryDetail): string[] {
  const times = steps.flatMap((step) =>
    step.kind === 'request' && step.ended_at !== undefined ? [step.at, step.ended_at] : [step.at]
  )
  expect(times).toEqual([...times].sort())
  return steps.map((step: DeliveryStep) => {
    if (step.kind === 'request') {
      const ended = step.ended_at === undefined ? 'not known to have ended' : ''
      return ['request', step.result, step.status_code ?? '', step.reason?.code ?? '', ended]
        .filter((word) => word !== '')
        .join(' ')
    }
    return 'reason' in step ? `${step.kind} ${step.reason?.code ?? ''}` : step.kind
  })
}

async function reopened(folder: TestFolder) {
  const again = await openEngine(folder)
  await again.engine.start()
  return again
}

/** The folder as a kill -9 at this moment would leave it. */
async function asKilled(folder: TestFolder): Promise<TestFolder> {
  const copy = testFolder()
  await cp(folder.path, copy.path, { recursive: true })
  return copy
}

/** One person over WhatsApp. */
async function alone(answer: AnswerChoice) {
  const campaign = campaignRecord(1, { contacts: [idOf(1)], flow: ['whatsapp'], policies: NEVER })
  const started = await startEngine({ contacts: [contactRecord(1)], campaigns: [campaign], answer })
  return { ...started, campaign }
}

describe('deliveries are found', () => {
  const people = [
    contactRecord(1, { first_name: 'Đạt', last_name: 'Nguyễn Văn' }),
    contactRecord(2, { first_name: 'Lan', last_name: 'Trần', phone: '', telegram_username: 'lan_tran' }),
    contactRecord(3, { telegram_username: '' })
  ]

  /** The first WhatsApp message is held at the gateway, Telegram refuses the second contact. */
  async function underWay() {
    const held = new Held()
    const campaign = campaignRecord(1, {
      contacts: people.map(({ _id }) => _id),
      flow: ['whatsapp', 'telegram'],
      policies: NEVER
    })
    const { folder, gateway } = await prepare({
      contacts: people,
      campaigns: [campaign],
      settings: { limits: limitsOf(1), timeouts_s: { whatsapp: 60 } },
      answer: () => accept
    })
    gateway.answer = ({ path }) =>
      path === '/whatsapp/send'
        ? held.answer
        : chosenBy((request) => (addressIn(request).endsWith('lan_tran') ? status(400, 'no') : accept))
    const running = await openEngine(folder)
    // What is held would hold up the end of the test.
    onTestFinished(() => held.release())
    await running.engine.start()
    const runId = await running.begin(campaign._id)
    // Only the contact's own request holds its Telegram message; the others overtake.
    await running.until(() => running.run(runId).counts.failed === 1, 'Telegram refuses the second')
    await running.until(() => running.run(runId).counts.skipped === 1, 'the third has no Telegram')
    const finish = async () => {
      gateway.answer = () => accept
      held.release()
      await running.finished(runId)
    }
    return { folder, running, engine: running.engine, runId, finish }
  }

  it('while the run is going', async () => {
    const { engine, runId } = await underWay()
    expect(await found(engine, runId)).toEqual([
      'Đạt Nguyễn Văn: whatsapp* sending, telegram* queued',
      'Lan Trần: whatsapp* queued, telegram* failed',
      'Contact 3: whatsapp* queued, telegram* skipped'
    ])
    expect(await found(engine, runId, { state: 'sending' })).toEqual([
      'Đạt Nguyễn Văn: whatsapp* sending, telegram queued'
    ])
    expect(await found(engine, runId, { state: 'queued', channel: 'whatsapp' })).toEqual([
      'Lan Trần: whatsapp* queued, telegram failed',
      'Contact 3: whatsapp* queued, telegram skipped'
    ])
    expect(await found(engine, runId, { channel: 'ai_call' })).toEqual([])
  })

  it('as it goes on: what was found before is found anew', async () => {
    const { engine, runId, finish } = await underWay()
    expect(await found(engine, runId, { state: 'sent' })).toEqual([])
    await finish()
    expect(await found(engine, runId, { state: 'sent' })).toEqual([
      'Đạt Nguyễn Văn: whatsapp* sent, telegram* sent',
      'Lan Trần: whatsapp* sent, telegram failed',
      'Contact 3: whatsapp* sent, telegram skipped'
    ])
  })

  it.each([
    ['a name without its accents', 'nguyen dat', ['Đạt Nguyễn Văn']],
    ['a name in capitals', 'TRẦN', ['Lan Trần']],
    ['a Telegram name', '@lan_t', ['Lan Trần']],
    ['a number with spaces', '0 90 1000 001', ['Đạt Nguyễn Văn']],
    ['a number with its country code', '+84901000003', ['Contact 3']],
    ['an end of a number', '1000 002', ['Lan Trần']],
    ['a name with a digit that is in every number', 'contact 8', []],
    ['nobody', 'somebody else', []]
  ])('by %s', async (_what, text, names) => {
    const { engine, runId } = await underWay()
    const rows = await found(engine, runId, { text })
    expect(rows.map((row) => row.split(':')[0])).toEqual(names)
  })

  it('by text and state together', async () => {
    const { engine, runId, finish } = await underWay()
    await finish()
    expect(await found(engine, runId, { text: 'lan', state: 'failed' })).toEqual([
      'Lan Trần: whatsapp sent, telegram* failed'
    ])
    expect(await found(engine, runId, { text: 'dat', state: 'failed' })).toEqual([])
  })

  it('page by page, with when and why', async () => {
    const { engine, runId, finish } = await underWay()
    await finish()
    const page = valueOf(await engine.runViews.find(runId, EVERY_DELIVERY, 1, 1))
    expect(page).toMatchObject({ found_contacts: 3, found_deliveries: 6 })
    expect(page.rows).toMatchObject([
      { contact_id: idOf(2), cells: { telegram: { state: 'failed', reason: 'http_error' } } }
    ])
    const { deliveries } = (await engine.runs.detail(runId))!
    const [cell] = page.rows.map(({ cells }) => cells.telegram)
    expect(cell?.at).toBe(deliveries.find((each) => each.reason?.code === 'http_error')?.at)
  })

  it('after a restart as before it', async () => {
    const { folder, engine, runId, finish } = await underWay()
    await finish()
    const queries: Partial<DeliveryQuery>[] = [
      {},
      { state: 'failed' },
      { text: 'lan' },
      { channel: 'telegram' }
    ]
    const before = await Promise.all(queries.map((query) => found(engine, runId, query)))
    await engine.stop()
    const again = await reopened(folder)
    expect(await Promise.all(queries.map((query) => found(again.engine, runId, query)))).toEqual(before)
  })

  it('not of a run that nobody knows; a missed one has none', async () => {
    const campaign = activeCampaign(1, {
      contacts: [idOf(1)],
      schedule_settings: scheduleFromNow(-3 * HOUR_MS)
    })
    const { engine, running } = await startEngine({ contacts: contactRecords(1), campaigns: [campaign] })
    await running.until(() => running.runs.length === 1, 'the slot is missed')
    const runId = running.runs[0]?.id ?? ''
    expect(running.run(runId).status).toBe('missed')
    expect(await found(engine, runId)).toEqual([])
    expect(await overviewOf(engine, runId)).toMatchObject({ flow: [], texts: {}, eta: null, per_minute: 0 })
    expect(await engine.runViews.delivery(runId, { contact_id: idOf(1), channel: 'whatsapp' })).toMatchObject(
      {
        error: { code: 'not_found' }
      }
    )
    const nobodys = `${campaign._id}_manual_0123456789abcdef01234567`
    const unknown = { error: { code: 'not_found' } }
    expect(await engine.runViews.find(nobodys, EVERY_DELIVERY, 0, 10)).toMatchObject(unknown)
    expect(await engine.runViews.refs(nobodys, EVERY_DELIVERY)).toMatchObject(unknown)
    expect(await engine.runViews.overview(nobodys)).toMatchObject(unknown)
  })
})

describe('what is shown of a finished run follows what is decided about it', () => {
  it('"it arrived" and "send again" change it', async () => {
    const contacts = contactRecords(2)
    const campaign = campaignRecord(1, {
      contacts: contacts.map(({ _id }) => _id),
      flow: ['whatsapp'],
      policies: NEVER
    })
    const { engine, running, gateway } = await startEngine({
      contacts,
      campaigns: [campaign],
      answer: () => truncatedJson
    })
    const { id } = (await running.runToEnd(campaign._id)).summary
    expect(await found(engine, id, { state: 'unknown' })).toHaveLength(2)
    await engine.settleUnknown(id, [{ contact_id: idOf(1), channel: 'whatsapp' }], 'arrived')
    await running.until(() => engine.runs.live(id) === null, 'the run is closed again')
    expect(await found(engine, id, { state: 'unknown' })).toEqual(['Contact 2: whatsapp* unknown'])
    gateway.answer = () => accept
    await engine.settleUnknown(id, [{ contact_id: idOf(2), channel: 'whatsapp' }], 'again')
    await running.until(() => running.run(id).counts.sent === 2, 'it is sent')
    await running.finished(id)
    expect(await found(engine, id, { state: 'unknown' })).toEqual([])
    expect(await found(engine, id, { state: 'sent' })).toHaveLength(2)
  })
})

describe('the steps of a delivery', () => {
  it('429, then sent: what the gateway said each time, also after a restart', async () => {
    let asked = 0
    const { engine, running, gateway, campaign, folder } = await alone(() =>
      (asked += 1) === 1 ? status(429, { error: 'slow down' }, { 'retry-after': '0' }) : accept
    )
    const { id } = (await running.runToEnd(campaign._id)).summary
    const detail = await detailOf(engine, id, 1)
    expect(inShort(detail)).toEqual(['request waiting 429 busy', 'request sent 200'])
    const [first, second] = detail.steps
    expect(first).toMatchObject({ answer: '{"error":"slow down"}', reason: { code: 'busy' } })
    expect(first).toHaveProperty('until')
    expect(first).toHaveProperty('duration_ms')
    expect(second).toMatchObject({ answer: ACCEPTED_TEXT })
    expect(detail).toMatchObject({
      contact_exists: true,
      text: campaign.call_script,
      delivery: { contact_name: 'Contact 1', state: 'sent', address: phoneOf(1) }
    })
    expect(detail.request).toEqual({
      url: `${gateway.url}/whatsapp/send`,
      payload: gateway.messages[1]?.bodyText
    })
    await engine.stop()
    const again = (await reopened(folder)).engine
    expect(await detailOf(again, id, 1)).toEqual(detail)

    // What else reads the lines of a delivery that had to wait.
    const person = again.contacts.find(idOf(1))
    if (person === undefined || second?.kind !== 'request') throw new Error('no person, or no request')
    expect((await again.messagesTo(person)).map(({ delivery }) => delivery)).toEqual([detail.delivery])
    await again.lastContacted.ready()
    expect(again.lastContacted.atMs(person)).toBe(
      Date.parse(second.ended_at ?? '') - (second.duration_ms ?? 0)
    )
  })

  it('sent at once: the intent is left out of a finished ledger, the step is as it was', async () => {
    const { engine, running, campaign, folder } = await alone(() => accept)
    const { id } = (await running.runToEnd(campaign._id)).summary
    await engine.stop()
    expect((await folder.ledger(id)).map(({ type }) => type)).not.toContain('sending')
    const detail = await detailOf((await reopened(folder)).engine, id, 1)
    expect(inShort(detail)).toEqual(['request sent 200'])
    const [step] = detail.steps
    if (step?.kind !== 'request' || step.ended_at === undefined) throw new Error('no request')
    expect(Date.parse(step.ended_at) - Date.parse(step.at)).toBe(step.duration_ms)
  })

  it('connection refused, then sent', async () => {
    const port = await freePort()
    const url = `http://127.0.0.1:${port}`
    const folder = testFolder()
    const campaign = campaignRecord(1, { contacts: [idOf(1)], flow: ['whatsapp'] })
    await folder.writeContacts([contactRecord(1)])
    await folder.writeCampaigns([campaign])
    await folder.writeSettings(settingsFor({ url, callUrl: `${url}/call` }))
    const running = await openEngine(folder)
    await running.engine.start()
    const runId = await running.begin(campaign._id)
    const refused = 'request waiting connection_refused'
    await pollUntil(async () => {
      const waiting = await detailOf(running.engine, runId, 1)
      expect(waiting.request?.url).toBe(`${url}/whatsapp/send`)
      return waiting.delivery.state === 'queued' && inShort(waiting)[0] === refused
    }, 'it waits, and says why')
    const gateway = new RecordingGateway()
    onTestFinished(() => gateway.close())
    await gateway.open(port)
    await running.finished(runId)
    const steps = inShort(await detailOf(running.engine, runId, 1))
    expect(new Set(steps.slice(0, -1))).toEqual(new Set([refused]))
    expect(steps.at(-1)).toBe('request sent 200')
  })

  it('under way; cut off by a kill; sent again on the operator’s word', async () => {
    const held = new Held()
    const { engine, running, gateway, campaign, folder } = await alone(() => held.answer)
    const runId = await running.begin(campaign._id)
    await gateway.until(() => held.count === 1, 'it is under way')
    const underWay = await detailOf(engine, runId, 1)
    expect(inShort(underWay)).toEqual(['request sending not known to have ended'])
    expect(underWay.request?.payload).toBe(gateway.messages[0]?.bodyText)

    const again = await reopened(await asKilled(folder))
    held.release()
    await again.finished(runId)
    const cutOff = ['request unknown interrupted not known to have ended']
    expect(inShort(await detailOf(again.engine, runId, 1))).toEqual(cutOff)

    gateway.answer = () => accept
    await again.engine.settleUnknown(runId, [{ contact_id: idOf(1), channel: 'whatsapp' }], 'again')
    await again.until(() => again.run(runId).counts.sent === 1, 'it is sent')
    await again.finished(runId)
    expect(inShort(await detailOf(again.engine, runId, 1))).toEqual([...cutOff, 'again', 'request sent 200'])
    await running.finished(runId)
  })

  it('unknown, again, sent: both requests are told, also after a restart; "it arrived" is told too', async () => {
    const contacts = contactRecords(2)
    const campaign = campaignRecord(1, {
      contacts: contacts.map(({ _id }) => _id),
      flow: ['whatsapp'],
      policies: NEVER
    })
    const { engine, running, gateway, folder } = await startEngine({
      contacts,
      campaigns: [campaign],
      answer: () => truncatedJson
    })
    const { id } = (await running.runToEnd(campaign._id)).summary
    gateway.answer = () => accept
    await engine.settleUnknown(id, [{ contact_id: idOf(1), channel: 'whatsapp' }], 'again')
    await running.until(() => running.run(id).counts.sent === 1, 'it is sent')
    await running.finished(id)
    await engine.settleUnknown(id, [{ contact_id: idOf(2), channel: 'whatsapp' }], 'arrived')
    await running.finished(id)
    const steps = async (of: Engine) => [
      inShort(await detailOf(of, id, 1)),
      inShort(await detailOf(of, id, 2))
    ]
    const expected = [
      ['request unknown connection_lost', 'again', 'request sent 200'],
      ['request unknown connection_lost', 'arrived']
    ]
    expect(await steps(engine)).toEqual(expected)
    await engine.stop()
    expect(await steps((await reopened(folder)).engine)).toEqual(expected)
  })

  it('failed, claimed by a retry; a claim whose retry never came to be is not told', async () => {
    const { engine, running, campaign, folder } = await alone(() => status(400, 'no such number'))
    const { id } = (await running.runToEnd(campaign._id)).summary
    expect(inShort(await detailOf(engine, id, 1))).toEqual(['request failed 400 http_error'])
    const plan = valueOf(await engine.retries.plan(id))
    valueOf(await engine.retries.start(id, plan.run_id, 'original'))
    await running.finished(plan.run_id)
    const claimed = await detailOf(engine, id, 1)
    expect(inShort(claimed)).toEqual(['request failed 400 http_error', 'claimed'])
    expect(claimed.steps[1]).toMatchObject({ by: plan.run_id })
    expect(claimed.delivery.claimed_by).toBe(plan.run_id)
    await engine.stop()

    const { runs } = (await folder.json('runs.json')) as { runs: { id: string }[] }
    await folder.write(
      'runs.json',
      JSON.stringify({ schema_version: 1, runs: runs.filter((run) => run.id === id) })
    )
    await folder.write(`runs/${plan.run_id}.jsonl`, '')
    const without = await detailOf((await reopened(folder)).engine, id, 1)
    expect(inShort(without)).toEqual(['request failed 400 http_error'])
    expect(without.delivery.claimed_by).toBeUndefined()
  })

  it('skipped before any request: there is none to show, and the person may be gone', async () => {
    const contacts = [contactRecord(1, { whatsapp_number: '' })]
    const campaign = campaignRecord(1, { contacts: [idOf(1)], flow: ['whatsapp', 'telegram'] })
    const { engine, running } = await startEngine({ contacts, campaigns: [campaign] })
    const { id } = (await running.runToEnd(campaign._id)).summary
    const detail = await detailOf(engine, id, 1)
    expect(inShort(detail)).toEqual(['skipped no_address'])
    expect(detail.request).toBeNull()
    await engine.contacts.delete([idOf(1)])
    expect(await detailOf(engine, id, 1, 'telegram')).toMatchObject({ contact_exists: false })
    const ref = { contact_id: idOf(1), channel: 'ai_call' as const }
    expect(await engine.runViews.delivery(id, ref)).toMatchObject({ error: { code: 'not_found' } })
  })

  it('each channel shows the request that its gateway got', async () => {
    const campaign = campaignRecord(1, { contacts: [idOf(1)] })
    const { engine, running, gateway } = await startEngine({
      contacts: [contactRecord(1)],
      campaigns: [campaign],
      settings: {}
    })
    const { id } = (await running.runToEnd(campaign._id)).summary
    for (const channel of ['whatsapp', 'telegram', 'ai_call'] as const) {
      const { request, delivery } = await detailOf(engine, id, 1, channel)
      const sent = gateway.messages.find(({ idempotencyKey }) => idempotencyKey === delivery.id)
      expect(request).toEqual({ url: `${gateway.url}${sent?.path ?? ''}`, payload: sent?.bodyText })
    }
  })
})

describe('the overview of a run', () => {
  it('says what it says, how far each channel is and how fast it goes; when it is over, nothing moves', async () => {
    const contacts = contactRecords(4)
    const clock = new TestClock()
    const held = new Held()
    const campaign = campaignRecord(1, {
      contacts: contacts.map(({ _id }) => _id),
      flow: ['whatsapp', 'telegram']
    })
    const { engine, running, gateway } = await startEngine(
      {
        contacts,
        campaigns: [campaign],
        settings: { limits: limitsOf(1), timeouts_s: { whatsapp: 60 } }
      },
      { clock }
    )
    gateway.answer = ({ path }) => (path === '/whatsapp/send' ? held.answer : accept)
    const runId = await running.begin(campaign._id)
    await gateway.until(() => held.count === 1, 'WhatsApp holds the first')
    await running.until(() => running.run(runId).sent_by_channel.telegram === 3, 'Telegram overtakes')
    const overview = await overviewOf(engine, runId)
    expect(overview).toMatchObject({
      summary: { id: runId, status: 'running' },
      texts: { whatsapp: campaign.call_script, telegram: campaign.call_script },
      placeholders: false,
      flow: ['whatsapp', 'telegram'],
      by_channel: {
        whatsapp: { queued: 3, sending: 1, sent: 0 },
        telegram: { queued: 1, sent: 3 }
      },
      per_minute: 3
    })
    clock.pass(2 * MINUTE_MS)
    expect((await overviewOf(engine, runId)).per_minute).toBe(0)
    gateway.answer = () => accept
    held.release()
    await running.finished(runId)
    expect(await overviewOf(engine, runId)).toMatchObject({
      summary: { status: 'finished' },
      by_channel: { whatsapp: { sent: 4 }, telegram: { sent: 4 } },
      waits: [],
      per_minute: 0,
      eta: null
    })
  })

  it('expects the end as the limits allow it; paused or held, nobody knows', async () => {
    const contacts = contactRecords(5)
    const campaign = campaignRecord(1, { contacts: contacts.map(({ _id }) => _id), flow: ['whatsapp'] })
    const limits = { ...limitsOf(), whatsapp: { per_minute: 2 } }
    const { engine, running } = await startEngine({ contacts, campaigns: [campaign], settings: { limits } })
    const runId = await running.begin(campaign._id)
    await running.until(() => running.run(runId).counts.sent === 2, 'two are sent')
    const { waits, eta } = await overviewOf(engine, runId)
    expect(waits).toMatchObject([{ channel: 'whatsapp', queued: 3, reason: 'limit', eta }])
    const inMs = Date.parse(eta ?? '') - Date.now()
    expect(inMs).toBeGreaterThan(MINUTE_MS)
    expect(inMs).toBeLessThanOrEqual(2 * MINUTE_MS)

    await engine.settings.setPausedAll(true)
    expect((await overviewOf(engine, runId)).eta).toBeNull()
    await engine.settings.setPausedAll(false)
    expect((await overviewOf(engine, runId)).eta).not.toBeNull()
    await engine.runs.pause(runId, '')
    expect((await overviewOf(engine, runId)).eta).toBeNull()
  })

  it('of a practice run knows no limits, whatever those of the live channels are', async () => {
    const contacts = contactRecords(60)
    const campaign = campaignRecord(1, { contacts: contacts.map(({ _id }) => _id), flow: ['whatsapp'] })
    const { engine, running } = await startEngine({
      contacts,
      campaigns: [campaign],
      settings: { gateway: 'practice', limits: { ...limitsOf(), whatsapp: DEFAULT_LIMITS.whatsapp } }
    })
    engine.practice.setModes({ whatsapp: 'hang', telegram: 'accept', ai_call: 'accept' })
    const runId = await running.begin(campaign._id)
    await running.until(() => running.run(runId).counts.sending === 32, 'as many as go at once')
    expect((await overviewOf(engine, runId)).waits).toEqual([])
    // Requests that hang would hold up the end of the test.
    engine.practice.setModes({ whatsapp: 'accept', telegram: 'accept', ai_call: 'accept' })
    await engine.runs.stopRun(runId, '')
  })
})

describe('a retry of a practice run', () => {
  it('never goes to a live gateway: people would get the message of a rehearsal', async () => {
    const campaign = campaignRecord(1, { contacts: [idOf(1)], flow: ['whatsapp'], policies: NEVER })
    const { engine, running, gateway } = await startEngine({
      contacts: [contactRecord(1)],
      campaigns: [campaign],
      settings: { gateway: 'practice' }
    })
    engine.practice.setModes({ whatsapp: 'reject', telegram: 'accept', ai_call: 'accept' })
    const { id } = (await running.runToEnd(campaign._id)).summary
    const planned = valueOf(await engine.retries.plan(id))
    expect(planned).toMatchObject({ deliveries: 1, gateway: 'practice' })

    await engine.saveSettings({ ...engine.settings.value, gateway: 'custom' })
    const refusal = { ok: false, error: { code: 'practice_only' } }
    expect(await engine.retries.plan(id)).toMatchObject(refusal)
    expect(await engine.retries.start(id, planned.run_id, 'original')).toMatchObject(refusal)
    expect(gateway.messages).toEqual([])
    expect(await detailOf(engine, id, 1)).not.toHaveProperty('delivery.claimed_by')

    await engine.saveSettings({ ...engine.settings.value, gateway: 'practice' })
    expect(await engine.retries.start(id, planned.run_id, 'original')).toMatchObject({ ok: true })
    await running.finished(planned.run_id)
  })
})

/** A port of this computer where nothing listens, yet. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}
