import { describe, expect, it } from 'vitest'
import { processorMs, watchStalls } from '../../bench/measuring'
import { accept, Held } from '../../support/gateway/gateway-answers'
import { activeCampaign, contactRecords, limitsOf, scheduleFromNow } from '../../support/engine/records'
import { DAY_MS } from '../../support/engine/test-clock'
import { openEngine, prepare } from '../../support/engine/test-engine'

const contacts = contactRecords(6)
const everybody = contacts.map(({ _id }) => _id)

/** A run of a slot that was stopped in the middle: two are sent, four wait. */
async function interrupted() {
  const held = new Held()
  const campaign = activeCampaign(1, {
    contacts: everybody,
    flow: ['whatsapp'],
    schedule_settings: scheduleFromNow(-2_000)
  })
  const { folder, gateway } = await prepare({
    contacts,
    campaigns: [campaign],
    answer: () => held.answer,
    settings: { limits: limitsOf(2), timeouts_s: { whatsapp: 60 } }
  })
  const running = await openEngine(folder)
  await running.engine.start()
  await gateway.until(() => held.count === 2, 'two requests are under way')
  const runId = running.runs[0]?.id ?? ''
  const stopped = running.engine.stop()
  gateway.answer = () => accept
  held.release()
  await stopped
  const name = `runs/${runId}.jsonl`
  const lines = (await folder.text(name)).trimEnd().split('\n')
  const restart = async () => {
    const again = await openEngine(folder)
    await again.engine.start()
    return again
  }
  const write = (changed: readonly string[]) => folder.write(name, changed.join('\n') + '\n')
  return { folder, gateway, runId, name, lines, write, restart }
}

const unreadable = (line: string): string => line.slice(0, line.length / 2)

const numberOf = (messages: readonly { bodyText: string }[]): number =>
  new Set(messages.map(({ bodyText }) => bodyText)).size

describe('design, Crash: nobody gets two, whatever happened to the ledger', () => {
  it('a torn last line was acknowledged to nobody: it is cut off and the run goes on', async () => {
    const { folder, gateway, name, restart, runId } = await interrupted()
    await folder.write(name, (await folder.text(name)) + '{"type":"sending","contact_id":"0000')
    const again = await restart()
    expect((await again.finished(runId)).counts.sent).toBe(6)
    expect(numberOf(gateway.messages)).toBe(6)
    expect(gateway.messages).toHaveLength(6)
  })

  it.each([
    ['a contact', 2],
    ['the line that closes the head', 7],
    ['an intent', 8]
  ])(
    'a damaged line in the middle (%s): what is undecided becomes unknown, and nothing is sent again',
    async (_what, index) => {
      const { gateway, lines, write, restart, runId } = await interrupted()
      await write(lines.map((line, at) => (at === index ? unreadable(line) : line)))
      const again = await restart()
      const run = await again.finished(runId)
      expect(run.counts.queued).toBe(0)
      expect(run.counts.unknown).toBeGreaterThanOrEqual(3)
      expect(run.counts.sent).toBeGreaterThanOrEqual(1)
      expect(gateway.messages).toHaveLength(2)
    }
  )

  it('a ledger of which not even the head can be read: the run never starts again, and the operator is told', async () => {
    const { gateway, lines, write, restart, runId } = await interrupted()
    await write(lines.map((line, at) => (at === 0 ? unreadable(line) : line)))
    const again = await restart()
    expect(again.run(runId)).toMatchObject({ status: 'finished', counts: { unknown: 6 } })
    expect(again.lines.join('\n')).toContain('cannot be read: all of the run may have been sent')
    await again.engine.stop()
    expect(gateway.messages).toHaveLength(2)
  })

  it('an index that is lost is made from the ledgers again: they say which slots ran', async () => {
    const { folder, gateway, restart, runId } = await interrupted()
    const first = await restart()
    await first.finished(runId)
    await first.engine.stop()
    await folder.write('runs.json', '{"schema_version":1,"runs":[]}')
    const again = await restart()
    expect(again.run(runId)).toMatchObject({ status: 'finished', counts: { sent: 6 } })
    await again.engine.stop()
    expect(gateway.messages).toHaveLength(6)
  })

  it('a finished ledger is compacted, and still says who got what', async () => {
    const { folder, restart, runId } = await interrupted()
    const again = await restart()
    await again.finished(runId)
    await again.engine.stop()
    const types = (await folder.ledger(runId)).map(({ type }) => type)
    expect(types).not.toContain('sending')
    expect(types.filter((type) => type === 'outcome')).toHaveLength(6)
    const reader = await openEngine(folder)
    expect(await reader.states(runId)).toEqual(everybody.map((_id, at) => `Contact ${at + 1} whatsapp: sent`))
  })
})

describe('a journal of a million lines', () => {
  it('is read without the rest of Loa standing still, and the run goes on', async () => {
    const people = 1_000
    const many = contactRecords(people)
    const campaign = activeCampaign(1, {
      contacts: many.map(({ _id }) => _id),
      flow: ['whatsapp'],
      schedule_settings: scheduleFromNow(DAY_MS)
    })
    const { folder, gateway } = await prepare({ contacts: many, campaigns: [campaign] })
    const runId = `${campaign._id}_manual_0123456789abcdef01234567`
    const at = new Date().toISOString()
    const head = {
      type: 'head',
      schema_version: 2,
      run_id: runId,
      campaign_id: campaign._id,
      campaign_name: campaign.name,
      trigger: 'manual',
      slot: null,
      text: 'Hello',
      flow: ['whatsapp'],
      gateway: { id: 'custom', base_url: gateway.url, ai_call_url: gateway.callUrl, user_id: '' },
      timeouts_s: { whatsapp: 5, telegram: 5, ai_call: 5 },
      started_at: at
    }
    const frozen = many.map(({ _id, whatsapp_number }) => ({
      type: 'contact',
      contact_id: _id,
      name: _id,
      addresses: { whatsapp: { to: whatsapp_number } }
    }))
    // A gateway that was out of reach for days: each delivery was taken up and put back five hundred times.
    const waits = frozen.flatMap(({ contact_id }) => [
      { type: 'sending', contact_id, channel: 'whatsapp', at },
      { type: 'requeued', contact_id, channel: 'whatsapp', at, reason: 'unreachable' }
    ])
    const text = [head, ...frozen, { type: 'ready', contacts: people }].map(
      (line) => JSON.stringify(line) + '\n'
    )
    const round = waits.map((line) => JSON.stringify(line) + '\n').join('')
    await folder.write(`runs/${runId}.jsonl`, text.join('') + round.repeat(500))

    const stalls = watchStalls(processorMs)
    const running = await openEngine(folder)
    await running.engine.start()
    await running.finished(runId)
    const { longestMs } = stalls.stop()
    process.stdout.write(`a million lines: the longest standstill was ${Math.round(longestMs)} ms\n`)
    expect(running.run(runId).counts.sent).toBe(people)
    expect(gateway.messages).toHaveLength(people)
    expect(longestMs).toBeLessThan(2_000)
  }, 120_000)
})
