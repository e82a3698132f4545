import { stat } from 'node:fs/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { SecretDraft } from '../../../src/shared/domain/secret'
import { filesWith } from '../../support/desktop/traces-of'
import { campaignRecord, idOf, limitsOf } from '../../support/engine/records'
import { TestClock } from '../../support/engine/test-clock'
import { openEngine, prepare, startEngine } from '../../support/engine/test-engine'
import { TestKeychain } from '../../support/engine/test-keychain'
import { accept, type GatewayAnswer, Held, status } from '../../support/gateway/gateway-answers'
import type { RecordedRequest } from '../../support/gateway/recording-gateway'

const KEY = 'key-5f"1\\a/b&c-7781'

const secretOf = (changes: Partial<SecretDraft> = {}): SecretDraft => ({
  gateway: 'custom',
  kind: 'api_key',
  name: '',
  value: KEY,
  place: 'keychain',
  ...changes
})

const campaign = campaignRecord(1, { contacts: [idOf(1)], flow: ['whatsapp'] })

const echo = ({ headers }: RecordedRequest): GatewayAnswer => ({
  give: (response) => {
    response.writeHead(403).end(`<p>${String(headers.authorization)}</p>${JSON.stringify(headers)}`)
  }
})

/** A folder whose custom gateway has a key in a keychain. */
async function withKey(draft = secretOf()) {
  const keychain = new TestKeychain()
  const { folder, gateway } = await prepare({ campaigns: [campaign] })
  const first = await openEngine(folder, { secrets: { keychain } })
  expect(await first.engine.secrets.set(draft)).toMatchObject({ ok: true })
  await first.engine.stop()
  return { keychain, folder, gateway }
}

describe('the key of a gateway', () => {
  it('goes along with every request, under the header that was chosen, beside others', async () => {
    const { gateway, running, engine } = await startEngine(
      { campaigns: [campaign] },
      { secrets: { keychain: new TestKeychain() } }
    )
    await engine.secrets.set(secretOf())
    await engine.secrets.set(secretOf({ kind: 'header', name: 'X-Tenant', value: 'tenant-1' }))
    await running.runToEnd(campaign._id)
    expect(gateway.messages.at(-1)?.headers).toMatchObject({
      authorization: `Bearer ${KEY}`,
      'x-tenant': 'tenant-1'
    })

    await engine.secrets.set(secretOf({ name: 'X-Api-Key' }))
    await engine.secrets.remove(secretOf({ kind: 'header', name: 'x-tenant' }))
    await running.runToEnd(campaign._id)
    const { headers } = gateway.messages.at(-1) ?? {}
    expect(headers).toMatchObject({ 'x-api-key': KEY })
    expect(headers).not.toHaveProperty('authorization')
    expect(headers).not.toHaveProperty('x-tenant')
  })

  it('is no other gateway when it is replaced: an open run goes on with the new one', async () => {
    const held = new Held()
    const { gateway, running, engine } = await startEngine(
      {
        campaigns: [{ ...campaign, contacts: [idOf(1), idOf(2)] }],
        settings: { limits: limitsOf(1) },
        answer: () => held.answer
      },
      { secrets: { keychain: new TestKeychain() } }
    )
    await engine.secrets.set(secretOf({ value: 'old-key-1' }))
    const runId = await running.begin(campaign._id)
    await gateway.until(() => held.count === 1, 'a request is under way')
    await engine.secrets.set(secretOf({ value: 'new-key-1' }))
    gateway.answer = () => accept
    held.release()
    await running.finished(runId)
    expect(gateway.messages.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer old-key-1',
      'Bearer new-key-1'
    ])
  })

  it('is in no file, line or answer when the gateway echoes it, in whatever way', async () => {
    const { folder, gateway, running, engine } = await startEngine(
      { campaigns: [campaign] },
      { secrets: { keychain: new TestKeychain() } }
    )
    gateway.answer = echo
    await engine.secrets.set(secretOf())
    const { id } = (await running.runToEnd(campaign._id)).summary
    const detail = await running.detail(id)
    expect(detail.deliveries[0]).toMatchObject({ state: 'failed', reason: { code: 'http_error' } })
    const told = JSON.stringify([detail, running.lines, engine.secrets.view(), engine.state()])
    expect(told).toContain('••••')
    for (const form of [KEY, JSON.stringify(KEY).slice(1, -1), 'f"1\\a/b&c-77']) {
      expect(told).not.toContain(form)
      expect(await filesWith(folder.path, form)).toEqual([])
    }
  })

  it('that is wrong is said by the connection test, which asks with it', async () => {
    const { gateway, engine } = await startEngine({}, { secrets: { keychain: new TestKeychain() } })
    gateway.answer = ({ headers }) => status(headers.authorization === `Bearer ${KEY}` ? 200 : 401)
    const test = () => engine.testConnection('whatsapp', engine.settings.value)
    expect(await test()).toMatchObject({ outcome: 'failed', status_code: 401 })
    await engine.secrets.set(secretOf())
    expect(await test()).toMatchObject({ outcome: 'ok', status_code: 200 })
  })
})

describe('where a key is kept', () => {
  it('is a file of its own that nobody else reads, with no earlier version beside it', async () => {
    const { folder, keychain } = await withKey(secretOf({ value: 'plain-key-1', place: 'plain_file' }))
    expect((await stat(folder.file('secrets.json'))).mode & 0o777).toBe(0o600)
    expect(await filesWith(folder.path, 'plain-key-1')).toEqual(['secrets.json'])
    const { engine } = await openEngine(folder, { secrets: { keychain } })
    await engine.secrets.remove(secretOf())
    expect(await filesWith(folder.path, 'plain-key-1')).toEqual([])
  })

  it('is nowhere when there is no keychain, or a locked one', async () => {
    for (const [state, code] of [
      ['absent', 'keychain_absent'],
      ['locked', 'keychain_locked']
    ] as const) {
      const keychain = new TestKeychain(state)
      const { folder, engine } = await startEngine({}, { secrets: { keychain } })
      expect(await engine.secrets.set(secretOf())).toMatchObject({ ok: false, error: { code } })
      expect(await filesWith(folder.path, KEY)).toEqual([])
      expect(engine.secrets.view().gateways.custom.secrets).toEqual([])
    }
  })

  it('is memory alone for one session; the next one waits until it is typed in again', async () => {
    const { folder, keychain, gateway } = await withKey(secretOf({ place: 'session' }))
    expect(await filesWith(folder.path, KEY)).toEqual([])
    const running = await openEngine(folder, { secrets: { keychain } })
    await running.engine.start()
    const runId = await running.begin(campaign._id)
    await running.until(() => running.engine.state().channels[0]?.state === 'secret_missing', 'it waits')
    expect(gateway.messages).toEqual([])
    await running.engine.secrets.set(secretOf({ place: 'session' }))
    await running.finished(runId)
    expect(gateway.messages).toHaveLength(1)
  })

  it('is no reason to ask the keychain when nothing is in it', async () => {
    const keychain = new TestKeychain()
    const { running } = await startEngine({ campaigns: [campaign] }, { secrets: { keychain } })
    await running.runToEnd(campaign._id)
    expect(keychain.asked).toBe(0)
  })
})

describe('a locked keychain', () => {
  it('holds what needs the key, says so, and lets it go when it is opened', async () => {
    const { folder, keychain, gateway } = await withKey()
    keychain.current = 'locked'
    const running = await openEngine(folder, { secrets: { keychain } })
    const { engine } = running
    await engine.start()
    const runId = await running.begin(campaign._id)
    await running.until(() => engine.state().channels[0]?.state === 'keychain_locked', 'it waits')
    expect((await running.detail(runId)).waits).toMatchObject([
      { channel: 'whatsapp', reason: 'keychain_locked' }
    ])
    expect(running.run(runId).status).toBe('running')
    expect(await engine.testConnection('whatsapp', engine.settings.value)).toMatchObject({
      outcome: 'failed',
      reason: 'keychain_locked'
    })
    expect(gateway.requests).toEqual([])

    keychain.current = 'open'
    await running.finished(runId)
    expect(gateway.messages.map(({ headers }) => headers.authorization)).toEqual([`Bearer ${KEY}`])
    expect(running.lines.filter((line) => line.includes('keychain'))).toHaveLength(3)
  })

  it('holds neither another gateway nor a rehearsal for real', async () => {
    const { folder, keychain, gateway } = await withKey()
    keychain.current = 'locked'
    const running = await openEngine(folder, { secrets: { keychain } })
    const { engine } = running
    await engine.start()
    const rehearsalId = `${campaign._id}_manual_${idOf(7)}`
    const rehearsed = await engine.runsByHand.startRehearsal(campaign._id, rehearsalId)
    expect(rehearsed).toMatchObject({ ok: true })
    await running.finished(rehearsalId)

    const { gateways } = engine.settings.value
    const reference = { ...gateways.reference, base_url: gateway.url }
    await engine.saveSettings({
      ...engine.settings.value,
      gateway: 'reference',
      gateways: { ...gateways, reference }
    })
    await running.runToEnd(campaign._id)
    expect(gateway.messages.map(({ headers }) => headers.authorization)).toEqual([undefined])
  })

  it('that stays locked for longer than the catch-up window fails what waits, and sends nothing late', async () => {
    const { folder, keychain, gateway } = await withKey()
    keychain.current = 'locked'
    const clock = new TestClock()
    const running = await openEngine(folder, { clock, secrets: { keychain } })
    await running.engine.start()
    const runId = await running.begin(campaign._id)
    await running.until(() => running.engine.state().channels[0]?.state === 'keychain_locked', 'it waits')
    // Awake all the time, in steps that are no sleep.
    const steps = setInterval(() => clock.pass(20_000), 10)
    onTestFinished(() => clearInterval(steps))
    await running.finished(runId)
    expect(await running.states(runId)).toEqual(['Contact 1 whatsapp: failed keychain_locked'])
    expect(gateway.requests).toEqual([])
  })

  it('of another computer does not open the key: it is to be typed in again', async () => {
    const { folder } = await withKey()
    const running = await openEngine(folder, { secrets: { keychain: new TestKeychain() } })
    await running.engine.start()
    await running.engine.secrets.look()
    expect(running.engine.secrets.view().gateways.custom).toMatchObject({
      wait: 'secret_missing',
      secrets: [{ is_lost: true }]
    })
  })
})

describe('keys that the environment gives', () => {
  it('stand in for what is stored, and need no keychain', async () => {
    const { folder, gateway } = await withKey()
    const given = { custom: { Authorization: 'Bearer given-key-1' } }
    const running = await openEngine(folder, { secrets: { given } })
    await running.engine.start()
    gateway.answer = echo
    const { summary } = await running.runToEnd(campaign._id)
    expect(gateway.messages.map(({ headers }) => headers.authorization)).toEqual(['Bearer given-key-1'])
    expect(await folder.text(`runs/${summary.id}.jsonl`)).not.toContain('given-key-1')
  })
})
