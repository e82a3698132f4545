import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { DeliveryState } from '../../../src/shared/domain/delivery'
import { finishedStates, sentTwice } from '../../support/crash/ledger-states'
import { killRounds, PARALLEL } from '../../support/crash/kill-rounds'
import { RealApp } from '../../support/crash/real-app'
import { type Screen, startScreen } from '../../support/crash/screen'
import { pollUntil } from '../../support/engine/changes'
import type { TestFolder } from '../../support/engine/data-folder'
import { activeCampaign, contactRecords, phoneOf, scheduleFromNow } from '../../support/engine/records'
import { prepare } from '../../support/engine/test-engine'
import { accept, chosenBy, silence } from '../../support/gateway/gateway-answers'

/** The whole of it is `npm run test:kills`. */
const KILLS = 25

let screen: Screen

beforeAll(async () => {
  screen = await startScreen()
})

afterAll(() => screen.stop())

/** A data folder with a campaign to so many people that is due in two seconds, and the gateway that it sends to. */
async function due(people: number) {
  const contacts = contactRecords(people)
  const campaign = activeCampaign(1, {
    contacts: contacts.map((contact) => contact._id),
    schedule_settings: scheduleFromNow(2_000)
  })
  return prepare({ contacts, campaigns: [campaign] })
}

function start(folder: TestFolder): RealApp {
  const app = new RealApp(folder.path, screen)
  onTestFinished(() => app.kill())
  return app
}

async function finish(folder: TestFolder): Promise<Map<string, DeliveryState>> {
  const app = start(folder)
  await pollUntil(async () => (await finishedStates(folder)) !== null, 'the run is finished', 60_000)
  await app.kill()
  return (await finishedStates(folder)) ?? new Map<string, DeliveryState>()
}

describe('kill -9 of the real app', () => {
  it('while the gateway holds one reply: that delivery is unknown, the rest is sent, nobody gets two', async () => {
    const { folder, gateway } = await due(6)
    const held = phoneOf(3)
    const holding = chosenBy((request) => (request.bodyText.includes(held) ? silence : accept))
    gateway.answer = ({ path }) => (path === '/whatsapp/send' ? holding : accept)

    const app = start(folder)
    await pollUntil(async () => {
      const log = await folder.text('logs/scheduler.log').catch(() => '')
      return log.split('AI call initiated').length === 6
    }, 'everybody else has had all three')
    await app.kill()
    const interrupted = gateway.messages.filter((request) => request.bodyText.includes(held))
    gateway.answer = () => accept
    const states = await finish(folder)

    expect(interrupted).toHaveLength(1)
    expect(states.size).toBe(18)
    expect([...states].filter(([, state]) => state !== 'sent')).toEqual([
      [interrupted[0]?.idempotencyKey, 'unknown']
    ])
    expect(gateway.messages).toHaveLength(18)
    expect(sentTwice(gateway)).toEqual([])
  })

  it(`${KILLS} times at random moments: nobody gets two, every delivery is final or unknown, ledger and gateway agree`, async () => {
    const figures = await killRounds(KILLS, screen, (line) => process.stdout.write(`${line}\n`))
    expect(figures).toMatchObject({ kills: KILLS, sentTwice: 0, lost: 0, sentUnseen: 0, seenUnrecorded: 0 })
    expect(figures.unknown).toBeGreaterThan(0)
    expect(figures.mostUnknownByOneKill).toBeLessThanOrEqual(3 * PARALLEL)
  }, 600_000)
})
