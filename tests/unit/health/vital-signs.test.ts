import { expect, it } from 'vitest'
import { VitalSigns } from '../../../src/engine/health/vital-signs'
import type { ChannelId } from '../../../src/shared/domain/channel'
import type { Channel, SendResult } from '../../../src/engine/ports'

const clock = { nowMs: () => Date.parse('2026-03-10T09:00:00.000Z'), monotonicMs: () => 0 }

const channelThat = (id: ChannelId, result: SendResult): Channel => ({
  id,
  isSetUp: () => true,
  isReachable: () => Promise.resolve(true),
  send: () => Promise.resolve(result)
})
const request = {} as Parameters<Channel['send']>[0]

it('tells what the last answer was, and calls nothing an answer that never left', async () => {
  const signs = new VitalSigns(clock)
  const refused = { outcome: { state: 'failed', reason: { code: 'unreachable' } } } as const
  const silent: SendResult = { ...refused, wait: { kind: 'unreachable' } }
  const busy: SendResult = { ...refused, wait: { kind: 'busy', retryAfterMs: null } }
  const channels = signs.watched({
    whatsapp: channelThat('whatsapp', silent),
    telegram: channelThat('telegram', busy),
    ai_call: channelThat('ai_call', refused)
  })
  for (const channel of Object.values(channels)) await channel.send(request)
  expect(signs.of('whatsapp').last_answer).toBeNull()
  const answer = { at: '2026-03-10T09:00:00.000Z', outcome: 'failed' }
  expect(signs.of('telegram').last_answer).toEqual(answer)
  expect(signs.of('ai_call').last_answer).toEqual(answer)
})
