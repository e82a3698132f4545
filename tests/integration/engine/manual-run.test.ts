import { describe, expect, it } from 'vitest'
import {
  activeCampaign,
  campaignRecord,
  contactRecords,
  idOf,
  scheduleFromNow
} from '../../support/engine/records'
import { startEngine } from '../../support/engine/test-engine'
import { Held } from '../../support/gateway/gateway-answers'

const contacts = contactRecords(2)
const ids = contacts.map((contact) => contact._id)

describe('a run that the operator starts', () => {
  it('is one run however often it is asked for with the id of its dialog', async () => {
    const campaign = campaignRecord(1, { contacts: ids })
    const { engine, gateway, running } = await startEngine({ contacts, campaigns: [campaign] })
    const plan = await engine.runsByHand.planManual(campaign._id)
    if (!plan.ok) throw new Error(plan.error.code)
    expect(plan.value).toMatchObject({
      contacts: 2,
      sent_by_channel: { whatsapp: 2, telegram: 2, ai_call: 2 }
    })
    const { run_id } = plan.value
    const answers = await Promise.all(
      [1, 2, 3].map(() => engine.runsByHand.startManual(campaign._id, run_id))
    )
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    await running.finished(run_id)
    expect(await engine.runsByHand.startManual(campaign._id, run_id)).toMatchObject({
      ok: false,
      error: { code: 'run_already_started' }
    })
    expect(gateway.requests).toHaveLength(6)
  })

  it('counts for overlap: a slot meanwhile is missed, and says why', async () => {
    const held = new Held()
    const campaign = activeCampaign(1, {
      contacts: ids,
      flow: ['whatsapp'],
      schedule_settings: scheduleFromNow(2_000, { frequency: 'daily' })
    })
    const { engine, gateway, running } = await startEngine({
      contacts,
      campaigns: [campaign],
      answer: () => held.answer
    })
    const manual = await running.begin(campaign._id)
    await running.until(() => running.runs.some((run) => run.status === 'missed'), 'the slot is missed')
    held.release()
    await running.finished(manual)
    expect(running.runs.map((run) => run.missed_reason ?? run.trigger).sort()).toEqual(['manual', 'overlap'])
    expect(running.lines.find((line) => line.includes('Missed'))).toContain('the run before was not over')
    expect(gateway.requests).toHaveLength(2)
    expect(engine.campaigns.list()[0]?.status).toBe('active')
  })

  it.each([
    ['nobody is picked', campaignRecord(1), 'no_contacts'],
    [
      'the campaign is archived',
      campaignRecord(1, { contacts: ids, status: 'archived' }),
      'campaign_archived'
    ]
  ])('is refused when %s', async (_what, campaign, code) => {
    const { engine } = await startEngine({ contacts, campaigns: [campaign] })
    const plan = await engine.runsByHand.planManual(campaign._id)
    if (!plan.ok) throw new Error(plan.error.code)
    expect(await engine.runsByHand.startManual(campaign._id, plan.value.run_id)).toMatchObject({
      ok: false,
      error: { code }
    })
  })

  it('names only contacts that exist; the others are told in the log', async () => {
    const campaign = campaignRecord(1, { contacts: [...ids, idOf(99)] })
    const { running } = await startEngine({ contacts, campaigns: [campaign] })
    const { summary } = await running.runToEnd(campaign._id)
    expect(summary.total_contacts).toBe(2)
    expect(running.lines[1]).toContain('names 1 contacts that do not exist')
  })
})
