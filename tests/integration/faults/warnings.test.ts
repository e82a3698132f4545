import { describe, expect, it } from 'vitest'
import type { Alert } from '../../../src/shared/domain/alert'
import { accept, status } from '../../support/gateway/gateway-answers'
import { activeCampaign, contactRecords, scheduleFromNow, settingsFor } from '../../support/engine/records'
import { DAY_MS, HOUR_MS, MINUTE_MS, TestClock } from '../../support/engine/test-clock'
import { openEngine, prepare, startEngine, testFolder } from '../../support/engine/test-engine'

const contacts = contactRecords(1)
const everybody = contacts.map(({ _id }) => _id)

const due = (fromNowMs: number) =>
  activeCampaign(1, {
    contacts: everybody,
    flow: ['whatsapp', 'telegram'],
    schedule_settings: scheduleFromNow(fromNowMs, { frequency: 'daily' })
  })

/** Nothing listens on port 9 of this computer. */
const NOWHERE = { url: 'http://127.0.0.1:9', callUrl: 'http://127.0.0.1:9/call' }

describe('the gateway check', () => {
  it('asks the health address five minutes before a run, sends nothing, and says nothing when all is well', async () => {
    const { running, gateway, engine } = await startEngine({ contacts, campaigns: [due(4 * MINUTE_MS)] })
    await gateway.until(() => gateway.requests.length >= 2, 'both channels are asked')
    expect(gateway.requests.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([
      'GET /telegram/health',
      'GET /whatsapp/health'
    ])
    expect(gateway.messages).toEqual([])
    expect(engine.state().warnings).toEqual([])
    expect(running.runs).toEqual([])
  })

  it('does not ask while the run is further away', async () => {
    const { running, gateway } = await startEngine({ contacts, campaigns: [due(30 * MINUTE_MS)] })
    await running.engine.stop()
    expect(gateway.requests).toEqual([])
  })

  it('a gateway that is down is told before the run, once, and the warning ends when it is back', async () => {
    const alerts: Alert[] = []
    const clock = new TestClock()
    const { folder, gateway } = await prepare({ contacts, campaigns: [due(4 * MINUTE_MS)] })
    await folder.writeSettings(settingsFor(NOWHERE))
    const running = await openEngine(folder, { clock })
    running.engine.subscribe((change) => {
      if (change.kind === 'alert') alerts.push(change.alert)
    })
    await running.engine.start()
    const warnings = () => running.engine.state().warnings
    await running.until(() => warnings().length === 1, 'it is told')
    expect(warnings()).toMatchObject([{ kind: 'gateway_down', channels: ['whatsapp', 'telegram'] }])
    expect(running.lines.join('\n')).toContain('The gateway does not answer')
    expect(running.runs).toEqual([])

    const {
      paused_all: _p,
      slots_from: _s,
      emergency_stop: _e,
      clock_hold: _c,
      ...patch
    } = running.engine.settings.value
    const custom = { base_url: gateway.url, ai_call_url: gateway.callUrl, user_id: '' }
    await running.engine.saveSettings({ ...patch, gateways: { ...patch.gateways, custom } })
    clock.pass(MINUTE_MS)
    await running.until(() => warnings().length === 0, 'the warning ends')
    expect(alerts.filter(({ type }) => type === 'gateway_down')).toHaveLength(1)
  })

  it('another gateway that is chosen is asked at once, and nothing is taken over from the one before', async () => {
    const clock = new TestClock()
    const { folder, gateway } = await prepare({ contacts, campaigns: [due(4 * MINUTE_MS)] })
    await folder.writeSettings(settingsFor(NOWHERE))
    const running = await openEngine(folder, { clock })
    await running.engine.start()
    const warnings = () => running.engine.state().warnings
    const choose = async ({ url, callUrl }: typeof NOWHERE) => {
      const {
        paused_all: _p,
        slots_from: _s,
        emergency_stop: _e,
        clock_hold: _c,
        ...patch
      } = running.engine.settings.value
      const custom = { base_url: url, ai_call_url: callUrl, user_id: '' }
      await running.engine.saveSettings({ ...patch, gateways: { ...patch.gateways, custom } })
    }
    await running.until(() => warnings().length === 1, 'it is told')
    await choose(gateway)
    expect(warnings()).toEqual([])
    await gateway.until(
      () => gateway.requests.length >= 2,
      'both channels are asked, without waiting a minute'
    )
    await choose(NOWHERE)
    await running.until(() => warnings().length === 1, 'it is told of this one')
  })

  it('a gateway that answers with an error at its health address is up', async () => {
    const { gateway, engine } = await startEngine({
      contacts,
      campaigns: [due(4 * MINUTE_MS)],
      answer: ({ method }) => (method === 'GET' ? status(404) : accept)
    })
    await gateway.until(() => gateway.requests.length >= 2, 'both channels are asked')
    expect(engine.state().warnings).toEqual([])
  })
})

describe('the warning of a likely sleep', () => {
  it('comes when past nights show the computer asleep at a campaign’s hour, and not otherwise', async () => {
    const clock = new TestClock()
    const folder = testFolder()
    const nowMs = clock.nowMs()
    const night = (day: number) => ({
      from: new Date(nowMs - day * DAY_MS + HOUR_MS).toISOString(),
      to: new Date(nowMs - day * DAY_MS + 9 * HOUR_MS).toISOString()
    })
    await folder.writeContacts(contacts)
    await folder.writeCampaigns([
      due(5 * HOUR_MS),
      { ...due(11 * HOUR_MS), _id: '000000000000000000ca0002', name: 'By day' }
    ])
    await folder.writeSettings(settingsFor(NOWHERE))
    await folder.write(
      'presence.json',
      JSON.stringify({
        schema_version: 1,
        known_from: new Date(nowMs - 6 * DAY_MS).toISOString(),
        alive_at: new Date(nowMs - 1_000).toISOString(),
        gaps: [6, 5, 4, 3, 2, 1].map(night)
      })
    )
    const running = await openEngine(folder, { clock })
    await running.engine.start()
    await running.until(() => running.engine.state().warnings.length > 0, 'it is told')
    expect(running.engine.state().warnings).toMatchObject([
      { kind: 'asleep_likely', campaign_name: 'Campaign 1' }
    ])
  })
})
