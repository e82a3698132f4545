import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { createEngine, type Engine } from '../../../src/engine/engine'
import { LONGEST_TEXT } from '../../../src/engine/messages/liquid-sandbox'
import { issuesOf } from '../../../src/shared/app-error'
import { audienceSchema, campaignDraftSchema, campaignSchema } from '../../../src/shared/domain/campaign'
import { type ChannelId, perChannel } from '../../../src/shared/domain/channel'
import { NO_LIMITS } from '../../../src/shared/domain/settings'
import { calls } from '../../../src/shared/ipc/contract'
import { processorMs, watchStalls } from '../../bench/measuring'
import { valueOf } from '../../support/contacts/importing'
import { makeTestFolder, type TestFolder } from '../../support/engine/data-folder'
import { campaignRecord, contactRecord, settingsFor } from '../../support/engine/records'
import { TestEngine } from '../../support/engine/test-engine'
import { openRecordingGateway, type RecordingGateway, textIn } from '../../support/gateway/recording-gateway'
import { messageWith } from '../../support/messages/filling'

const PEOPLE = 100_000
const FLOW: readonly ChannelId[] = ['whatsapp', 'telegram']
const AT_ONCE = 3
const SLOW_MS = 180_000

/** Work in stretches of some milliseconds; the rest of it is room for other threads and slow computers. */
const IN_STRETCHES_MS = 500
/** A run freezes its people in one go, so that nothing changes under it: some tenths of a second for so many. */
const FREEZING_MS = 2_500
/** The text once a person would be ten times as much. */
const MOST_MIB = 2_000

const OPENING = 'Chào {{ first_name }}, '
const ENDING = ' Hẹn gặp lại, {{ last_name }}!'
const FILLER = 'Chúng tôi rất vui được gặp bạn. '

/** As long as a text may be, to the letter, with a placeholder at either end. */
const TEXT =
  OPENING +
  FILLER.repeat(LONGEST_TEXT / FILLER.length).slice(0, LONGEST_TEXT - OPENING.length - ENDING.length) +
  ENDING

const textFor = (number: number): string =>
  TEXT.replace('{{ first_name }}', 'Contact').replace('{{ last_name }}', String(number))

const LAST = textFor(PEOPLE)

/** Somebody with a number and a name that nobody else has, among so many. */
function person(number: number) {
  const phone = `+8490${1_000_000 + number}`
  return contactRecord(number, { phone, whatsapp_number: phone })
}

/** Does something and gives what it came to, how much work held up the event loop at most, and how large the process became. */
async function watched<T>(act: () => Promise<T>) {
  const stalls = watchStalls(processorMs)
  const value = await act()
  return { value, ...stalls.stop() }
}

describe('the longest text, to a hundred thousand people', () => {
  const contacts = Array.from({ length: PEOPLE }, (_, index) => person(index + 1))
  const everybody = contacts.map(({ _id }) => _id)
  const campaign = campaignRecord(1, {
    contacts: everybody,
    flow: [...FLOW],
    call_script: TEXT,
    placeholders: true
  })
  let folder: TestFolder
  let gateway: RecordingGateway
  let engine: Engine
  let running: TestEngine

  beforeAll(async () => {
    folder = makeTestFolder()
    gateway = await openRecordingGateway()
    await folder.writeContacts(contacts)
    await folder.writeCampaigns([campaign])
    const limits = perChannel(() => ({ ...NO_LIMITS, concurrency: 1, per_minute: AT_ONCE }))
    await folder.writeSettings(settingsFor(gateway, { limits }))
    engine = await createEngine({ folder: folder.path })
    running = new TestEngine(engine)
    await engine.start()
  }, SLOW_MS)

  afterAll(async () => {
    await engine.stop()
    await gateway.close()
    await folder.remove()
  }, SLOW_MS)

  it('is as long as is allowed, and allowed', () => {
    expect(TEXT).toHaveLength(100_000)
    expect(campaignDraftSchema.safeParse(campaign).success).toBe(true)
    expect(campaignDraftSchema.safeParse({ ...campaign, call_script: `${TEXT}!` }).success).toBe(false)
  })

  it(
    'is checked over everybody, in stretches',
    async () => {
      const { value, longestMs, peakMiB } = await watched(() =>
        engine.messages.check(messageWith(TEXT), FLOW, everybody, audienceSchema.parse({}))
      )
      expect(value).toMatchObject({ problems: [], missing: [], failing: [] })
      // The longest is the one with the longest name.
      expect(value.longest.map(({ channel, size }) => [channel, size.characters])).toEqual([
        ['whatsapp', LAST.length],
        ['telegram', LAST.length]
      ])
      expect(longestMs).toBeLessThan(IN_STRETCHES_MS)
      expect(peakMiB).toBeLessThan(MOST_MIB)
    },
    SLOW_MS
  )

  it(
    'is reviewed: everybody is counted, and the first run is played through',
    async () => {
      const { value, longestMs, peakMiB } = await watched(() =>
        engine.reviews.review(campaignDraftSchema.parse(campaign))
      )
      expect(valueOf(value)).toMatchObject({
        contacts: PEOPLE,
        sent_by_channel: { whatsapp: PEOPLE, telegram: PEOPLE, ai_call: 0 },
        skipped: [],
        // At three a minute it is not over within a week.
        finished_at: null
      })
      expect(longestMs).toBeLessThan(FREEZING_MS)
      expect(peakMiB).toBeLessThan(MOST_MIB)
    },
    SLOW_MS
  )

  it(
    'is sent: each gets their own, the ledger holds it once, and a stop ends the rest in stretches',
    async () => {
      const id = campaign._id
      const begun = await watched(async () => {
        const { run_id } = valueOf(await engine.runsByHand.planManual(id))
        // The window asks for both, one after the other: between them everybody else has a turn.
        await new Promise(setImmediate)
        valueOf(await engine.runsByHand.startManual(id, run_id))
        await gateway.until(() => gateway.messages.length === AT_ONCE * FLOW.length, 'the first are out')
        return run_id
      })
      const runId = begun.value
      expect(begun.longestMs).toBeLessThan(FREEZING_MS)
      expect(begun.peakMiB).toBeLessThan(MOST_MIB)
      expect(gateway.messages.map(textIn).sort()).toEqual([1, 1, 2, 2, 3, 3].map(textFor).sort())

      const ledger = await folder.bytes(`runs/${runId}.jsonl`)
      // Some 250 bytes a person; with the text for each it would be more than ten gigabytes.
      expect(ledger.length).toBeLessThan(PEOPLE * 400 + 4 * LONGEST_TEXT)
      expect(ledger.indexOf(FILLER)).toBeLessThan(ledger.indexOf('\n'))
      expect(ledger.indexOf(FILLER, ledger.indexOf('\n'))).toBe(-1)

      const stopped = await watched(async () => {
        valueOf(await engine.runs.stopRun(runId, ''))
        await running.until(() => !engine.runs.hasOpenRun(id), 'the rest is skipped', SLOW_MS)
      })
      expect(stopped.longestMs).toBeLessThan(IN_STRETCHES_MS)
      expect(stopped.peakMiB).toBeLessThan(MOST_MIB)
      const sent = AT_ONCE * FLOW.length
      expect(running.run(runId)).toMatchObject({
        status: 'finished',
        counts: { sent, skipped: PEOPLE * FLOW.length - sent, failed: 0, unknown: 0, queued: 0, sending: 0 }
      })
      expect(gateway.messages).toHaveLength(sent)
    },
    SLOW_MS
  )

  describe('a text of a megabyte', () => {
    const text = TEXT.repeat(11).slice(0, 2 ** 20)
    const codesOf = (parsed: z.ZodSafeParseResult<unknown>) =>
      parsed.success ? [] : issuesOf(parsed.error).map(({ path, code }) => [path.at(-1), code])

    it('is not saved, nor taken from the disk', () => {
      const draft = { ...campaign, call_script: text }
      expect(codesOf(calls.saveCampaign.args.safeParse([draft]))).toEqual([['call_script', 'too_long']])
      expect(campaignSchema.safeParse(draft).success).toBe(false)
    })

    it('is checked without asking anybody, and named', async () => {
      const { value, longestMs } = await watched(() =>
        engine.messages.check(messageWith(text), FLOW, everybody, audienceSchema.parse({}))
      )
      const problem = { code: 'too_long', detail: '' }
      expect(value).toEqual({
        problems: FLOW.map((channel) => ({ channel, problem })),
        missing: [],
        failing: [],
        longest: []
      })
      expect(longestMs).toBeLessThan(IN_STRETCHES_MS)
      // What the window may ask about ends at a million characters.
      const asked = [messageWith(text), FLOW, everybody, audienceSchema.parse({})]
      expect(codesOf(calls.checkMessage.args.safeParse(asked))).toEqual([['call_script', 'too_long']])
    })
  })
})
