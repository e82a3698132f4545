import { describe, expect, it } from 'vitest'
import { scheduleFromNow, activeCampaign, campaignRecord, contactRecord } from '../../support/engine/records'
import { startEngine } from '../../support/engine/test-engine'
import { accept, chosenBy, status } from '../../support/gateway/gateway-answers'

const AN = contactRecord(1)
const base = { contacts: [AN._id], policies: { error_threshold: { errors: 0, in_a_row: 0 } } }

describe('the health of the engine', () => {
  it('tells for when the timer is armed, what is next and what the disk has', async () => {
    const due = scheduleFromNow(3_600_000)
    const { engine, running } = await startEngine({
      contacts: [AN],
      campaigns: [activeCampaign(1, { ...base, schedule_settings: due })]
    })
    await running.until(() => engine.state().next !== null, 'a slot is ahead')
    const { scheduler, next, disk, ledgers, log_bytes } = await engine.health()
    expect(scheduler).toMatchObject({
      is_running: true,
      armed_for: `${due.start_time}.000Z`,
      looked_at: expect.any(String) as string,
      held_by: null
    })
    expect(next?.occurrence.at).toBe(`${due.start_time}.000Z`)
    expect(disk?.free_bytes).toBeGreaterThan(0)
    expect(ledgers.count).toBe(0)
    expect(log_bytes).toBeGreaterThan(0)
  })

  it('tells what holds all sending, and that no timer is armed meanwhile', async () => {
    const { engine, running } = await startEngine({
      contacts: [AN],
      campaigns: [activeCampaign(1, { ...base, schedule_settings: scheduleFromNow(3_600_000) })]
    })
    await engine.settings.setPausedAll(true)
    await running.until(() => engine.state().paused_all, 'paused')
    expect((await engine.health()).scheduler.held_by).toBe('paused')
    await engine.setEmergencyStop(true)
    expect((await engine.health()).scheduler.held_by).toBe('emergency')
  })

  it('tells the last answer of each channel, and forgets it with the gateway', async () => {
    const { engine, running, gateway } = await startEngine({
      contacts: [AN],
      campaigns: [campaignRecord(1, base)]
    })
    const refuses = chosenBy(({ path }) =>
      path === '/telegram/send' ? status(400, { success: false }) : accept
    )
    gateway.answer = () => refuses
    await running.runToEnd(campaignRecord(1)._id)
    const ends = async () =>
      Object.fromEntries(
        (await engine.health()).channels.map(({ channel, last_answer }) => [channel, last_answer?.outcome])
      )
    expect(await ends()).toEqual({ whatsapp: 'sent', telegram: 'failed', ai_call: 'sent' })
    expect((await engine.health()).ledgers.count).toBe(1)
    await engine.saveSettings({ ...engine.settings.value, gateway: 'practice' })
    expect(await ends()).toEqual({ whatsapp: undefined, telegram: undefined, ai_call: undefined })
  })
})
