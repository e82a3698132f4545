import { expect, it } from 'vitest'
import { alertText } from '../../../src/main/notifications/alert-text'
import type { Alert } from '../../../src/shared/domain/alert'
import { emergencyReasonSchema } from '../../../src/shared/domain/settings'
import { pauseReasonSchema } from '../../../src/shared/domain/run'
import { mainWords } from '../../support/main-words'

const RUN = { run_id: 'r', campaign_name: 'Tea' }
const SOON = { campaign_name: 'Tea', at: '2026-03-10T09:00:00.000Z' }

const ALERTS: readonly Alert[] = [
  ...pauseReasonSchema.options.map((reason) => ({ type: 'run_paused' as const, ...RUN, reason })),
  { type: 'channel_paused', ...RUN, channel: 'whatsapp' },
  { type: 'calls_held', ...RUN, count: 7, approved: 5 },
  { type: 'run_finished', ...RUN, sent: 1200, failed: 2, unknown: 1 },
  { type: 'run_finished', ...RUN, sent: 0, failed: 1, unknown: 0 },
  { type: 'channel_waits', channel: 'telegram', reason: 'unreachable' },
  { type: 'channel_waits', channel: 'ai_call', reason: 'retry_after' },
  { type: 'slots_missed', campaign_name: 'Tea', count: 1 },
  { type: 'slots_missed', campaign_name: 'Tea', count: 7 },
  { type: 'gateway_down', ...SOON, channels: ['whatsapp', 'telegram'] },
  { type: 'asleep_likely', ...SOON },
  { type: 'storage_failed', file: 'runs.json', detail: 'ENOSPC' },
  { type: 'disk_low', free_bytes: 12_000_000 },
  { type: 'clock_jump', by_ms: 13 * 3_600_000 },
  { type: 'clock_jump', by_ms: -24 * 3_600_000 },
  ...emergencyReasonSchema.options.map((reason) => ({ type: 'emergency_stop' as const, reason }))
]

it.each(['en', 'vi'] as const)('says every alert in full, alone and with others (%s)', (language) => {
  const words = mainWords(language)
  for (const alert of ALERTS) {
    for (const { title, body } of [alertText([alert], words), alertText([alert, alert, alert], words)]) {
      // A key that is missing comes back as itself; a value that is missing stays in its braces.
      expect(`${title} ${body}`).not.toMatch(/\{\{|^[a-z_]+\.[a-z]+/)
      expect(body).not.toMatch(/^[a-z_]+\.[a-z_]+$/)
    }
  }
})

it('names what it is about, and how many there are', () => {
  const words = mainWords('en')
  const [first, second]: readonly [Alert, Alert] = [
    { type: 'slots_missed', campaign_name: 'Tea', count: 2 },
    { type: 'slots_missed', campaign_name: 'Cake', count: 3 }
  ]
  expect(alertText([first], words)).toEqual({
    title: 'A run was missed',
    body: '“Tea” missed 2 times. You can still send them now.',
    opens: { page: 'attention' }
  })
  expect(alertText([first, second], words).body).toBe('5 runs were missed.')
  expect(alertText([{ type: 'clock_jump', by_ms: -86_400_000 }], words).body).toContain('back by 24 hours')
})

it('is short and in one line, whatever a campaign is called and the system complains about', () => {
  const nasty = `Tea\n\u001b[2J\u202e${'x'.repeat(200)}`
  const bodyOf = (alert: Alert) => alertText([alert], mainWords('en')).body
  const alerts: readonly Alert[] = [
    { type: 'slots_missed', campaign_name: nasty, count: 2 },
    { type: 'channel_paused', run_id: 'r', campaign_name: nasty, channel: 'whatsapp' }
  ]
  for (const alert of alerts) {
    expect(bodyOf(alert)).toMatch(/“Tea \[2Jx{50,}…”/)
    expect(bodyOf(alert).length).toBeLessThan(200)
  }
  expect(bodyOf({ type: 'backup_failed', detail: nasty.repeat(10) }).length).toBeLessThan(400)
})

it('says of a run that is over what there was, and opens what needs a word first', () => {
  const finished = (counts: { sent: number; failed: number; unknown: number }): Alert => {
    return { type: 'run_finished', run_id: 'r1', campaign_name: 'Tea', ...counts }
  }
  const words = mainWords('en')
  expect(alertText([finished({ sent: 1200, failed: 2, unknown: 0 })], words)).toEqual({
    title: 'A run did not go all well',
    body: '“Tea”: 1,200 sent, 2 failed.',
    opens: { page: 'runs', run_id: 'r1', state: 'failed' }
  })
  expect(alertText([finished({ sent: 0, failed: 2, unknown: 3 })], words)).toMatchObject({
    body: '“Tea”: 2 failed, 3 may have arrived.',
    opens: { page: 'runs', run_id: 'r1', state: 'unknown' }
  })
  const two = [
    finished({ sent: 1, failed: 1, unknown: 0 }),
    finished({ sent: 1, failed: 1, unknown: 0 })
  ] as const
  expect(alertText(two, words).opens).toEqual({ page: 'runs' })
})
