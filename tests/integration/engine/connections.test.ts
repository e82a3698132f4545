import { describe, expect, it } from 'vitest'
import { accept, acceptAfter, resetAfterReading } from '../../support/gateway/gateway-answers'
import { campaignRecord, contactRecords, idOf, limitsOf } from '../../support/engine/records'
import { startEngine } from '../../support/engine/test-engine'

/** One contact on all channels: three requests, one after the other. */
const campaign = campaignRecord(1, { contacts: [idOf(1)] })

describe('connections to the gateway', () => {
  it('are used again for the next request, and closed after two idle seconds instead of used once more', async () => {
    const { gateway, running } = await startEngine({ campaigns: [campaign] })
    await running.runToEnd(campaign._id)
    expect(gateway.requests.map(({ connection }) => connection)).toEqual([1, 1, 1])

    const idleFromMs = performance.now()
    await gateway.until(() => gateway.openConnections.length === 0, 'the idle connection is closed')
    const idleMs = performance.now() - idleFromMs
    expect(idleMs).toBeGreaterThan(1_500)
    expect(idleMs).toBeLessThan(3_500)

    const { summary } = await running.runToEnd(campaign._id)
    expect(summary.counts.sent).toBe(3)
    expect(gateway.requests.slice(3).map(({ connection }) => connection)).toEqual([2, 2, 2])
  })

  it('that become free all at once are all used again', async () => {
    const [parallel, waves] = [100, 3]
    const contacts = contactRecords(parallel * waves)
    const all = campaignRecord(1, { contacts: contacts.map(({ _id }) => _id), flow: ['whatsapp'] })
    const settings = { limits: limitsOf(parallel) }
    const { gateway, running } = await startEngine({ contacts, campaigns: [all], settings })
    let waiting: (() => void)[] = []
    gateway.answer = () => ({
      give: (response, request) => {
        waiting.push(() => accept.give(response, request))
        if (waiting.length < parallel) return
        for (const answer of waiting) answer()
        waiting = []
      }
    })
    const { summary } = await running.runToEnd(all._id)
    expect(summary.counts.sent).toBe(parallel * waves)
    expect(new Set(gateway.requests.map(({ connection }) => connection)).size).toBe(parallel)
  })

  it('an answer that takes longer than the idle limit arrives on a used connection all the same', async () => {
    const { gateway, running } = await startEngine({ campaigns: [campaign] })
    gateway.answer = ({ path }) => (path === '/telegram/send' ? acceptAfter(2_600) : accept)
    const { summary } = await running.runToEnd(campaign._id)
    expect(gateway.requests.map(({ connection }) => connection)).toEqual([1, 1, 1])
    expect(summary.counts).toMatchObject({ sent: 3, unknown: 0 })
  })

  it('a used connection that breaks under a request leaves it unknown, never failed', async () => {
    const { gateway, running } = await startEngine({ campaigns: [campaign] })
    gateway.answer = ({ path }) => (path === '/telegram/send' ? resetAfterReading : accept)
    const { deliveries } = await running.runToEnd(campaign._id)
    expect(gateway.requests.map(({ connection }) => connection)).toEqual([1, 1, 2])
    expect(deliveries[1]).toMatchObject({ state: 'unknown', reason: { code: 'connection_lost' } })
  })
})
