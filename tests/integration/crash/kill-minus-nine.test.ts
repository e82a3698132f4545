import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { DeliveryState } from '../../../src/shared/domain/delivery'
import { finishedStates, sentTwice } from '../../support/crash/ledger-states'
import { RealApp } from '../../support/crash/real-app'
import { type Screen, startScreen } from '../../support/crash/screen'
import { pollUntil } from '../../support/engine/changes'
import type { TestFolder } from '../../support/engine/data-folder'
import { activeCampaign, contactRecords, phoneOf, scheduleFromNow } from '../../support/engine/records'
import { prepare } from '../../support/engine/test-engine'
import { accept, acceptAfter, chosenBy, silence } from '../../support/gateway/gateway-answers'

const KILLS = 20
/** More than the kills can use up. */
const PEOPLE = 140
/** Contacts that the engine serves side by side: what one kill can leave undecided at the most. */
const PARALLEL = 8

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
    const interrupted = gateway.requests.filter((request) => request.bodyText.includes(held))
    gateway.answer = () => accept
    const states = await finish(folder)

    expect(interrupted).toHaveLength(1)
    expect(states.size).toBe(18)
    expect([...states].filter(([, state]) => state !== 'sent')).toEqual([
      [interrupted[0]?.idempotencyKey, 'unknown']
    ])
    expect(gateway.requests).toHaveLength(18)
    expect(sentTwice(gateway)).toEqual([])
  })

  it(`${KILLS} times at random moments: nobody gets two, every delivery is final, ledger and gateway agree`, async () => {
    const { folder, gateway } = await due(PEOPLE)
    gateway.answer = () => acceptAfter(250)
    for (let kill = 0; kill < KILLS; kill += 1) {
      const seen = gateway.requests.length
      const app = start(folder)
      // Every fifth app dies while it starts, the others while they send.
      const sends = kill % 5 !== 4
      if (sends) await gateway.until(() => gateway.requests.length > seen, 'it sends')
      // The moment of the kill is the subject of this test, so here time is waited for.
      await wait(Math.random() * 400)
      await app.kill()
    }
    const states = await finish(folder)

    const count = (state: DeliveryState) => [...states.values()].filter((each) => each === state).length
    const [sent, unknown] = [count('sent'), count('unknown')]
    process.stdout.write(
      `${KILLS} kills: ${states.size} deliveries, ${gateway.requests.length} requests, ${sent} sent, ${unknown} unknown, ` +
        `${sentTwice(gateway).length} sent twice\n`
    )
    expect(sentTwice(gateway)).toEqual([])
    expect(states.size).toBe(PEOPLE * 3)
    expect(sent + unknown).toBe(PEOPLE * 3)
    expect(unknown).toBeGreaterThan(0)
    expect(unknown).toBeLessThanOrEqual(KILLS * PARALLEL)
    const asked = new Set(gateway.requests.map((request) => request.idempotencyKey))
    for (const [id, state] of states) if (state === 'sent') expect(asked).toContain(id)
    for (const id of asked) expect(states.has(id)).toBe(true)
  }, 240_000)
})
