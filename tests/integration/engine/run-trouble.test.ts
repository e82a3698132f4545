import { expect, it } from 'vitest'
import type { Alert } from '../../../src/shared/domain/alert'
import { status } from '../../support/gateway/gateway-answers'
import {
  activeCampaign,
  campaignRecord,
  contactRecord,
  idOf,
  scheduleFromNow
} from '../../support/engine/records'
import { openEngine, prepare } from '../../support/engine/test-engine'

it('a run that ends with failures raises one alert with its counts; one that went well raises none', async () => {
  const campaign = campaignRecord(1, {
    contacts: [idOf(1)],
    policies: { error_threshold: { errors: 0, in_a_row: 0 } }
  })
  const { folder, gateway } = await prepare({ contacts: [contactRecord(1)], campaigns: [campaign] })
  const running = await openEngine(folder)
  const alerts: Alert[] = []
  running.engine.subscribe((change) => {
    if (change.kind === 'alert') alerts.push(change.alert)
  })
  await running.engine.start()
  await running.runToEnd(campaign._id)
  expect(alerts).toEqual([])

  gateway.answer = ({ path }) =>
    path === '/whatsapp/send' ? status(400, { success: false }) : status(200, { success: true })
  const { summary } = await running.runToEnd(campaign._id)
  const { sent, failed, unknown } = summary.counts
  expect(failed).toBeGreaterThan(0)
  expect(alerts).toEqual([
    { type: 'run_finished', run_id: summary.id, campaign_name: campaign.name, sent, failed, unknown }
  ])
})

it('the next runs are those of all campaigns, in order, without excluded dates and no more than max_runs allows', async () => {
  const HOUR_MS = 3_600_000
  const daily = activeCampaign(1, { schedule_settings: scheduleFromNow(2 * HOUR_MS, { frequency: 'daily' }) })
  const once = activeCampaign(2, { schedule_settings: scheduleFromNow(30 * HOUR_MS) })
  const few = activeCampaign(3, {
    schedule_settings: scheduleFromNow(HOUR_MS, { frequency: 'daily', max_runs: 1 })
  })
  const { folder } = await prepare({ campaigns: [daily, once, few, campaignRecord(4)] })
  const { engine } = await openEngine(folder)
  await engine.start()
  expect(engine.nextRuns(5).map(({ campaign_id }) => campaign_id)).toEqual([
    few._id,
    daily._id,
    daily._id,
    once._id,
    daily._id
  ])
  const second = engine.nextRuns(3)[2]
  await engine.skipSlot(daily._id, second?.occurrence.nominal.slice(0, 10) ?? '', true)
  expect(engine.nextRuns(3).map(({ campaign_id }) => campaign_id)).toEqual([few._id, daily._id, once._id])
})
