import { describe, expect, it } from 'vitest'
import { diagnosticsText, withoutHome } from '../../../src/shared/domain/diagnostics'
import type { Health } from '../../../src/shared/domain/health'
import {
  type HealthLevel,
  type HealthPart,
  healthLevels,
  worstLevel
} from '../../../src/shared/domain/health-level'

const NOW = '2026-03-10T08:00:00.000Z'

const well: Health = {
  checked_at: NOW,
  scheduler: { is_running: true, looked_at: NOW, armed_for: '2026-03-10T09:00:00.000Z', held_by: null },
  next: {
    campaign_name: 'Secret offer',
    occurrence: { at: '2026-03-10T09:00:00.000Z', zone: 'UTC' } as NonNullable<Health['next']>['occurrence']
  },
  disk: { free_bytes: 50e9, total_bytes: 100e9 },
  clock: { zone: 'Asia/Ho_Chi_Minh', offset_min: 420, last_jump: null, change: null },
  gateway: 'custom',
  channels: [{ channel: 'whatsapp', state: 'ready', queued: 0, last_answer: null, last_test: null }],
  open_runs: 0,
  still_runs: [],
  ledgers: { count: 3, bytes: 5_000 },
  log_bytes: 10_000,
  backup: { at: '2026-03-10T01:00:00.000Z', bytes: 1_000 },
  data_dir: '~/loa',
  log_file: '~/loa/logs/scheduler.log',
  versions: { app: '1.0.0', electron: '25', chromium: '114', node: '18', system: 'linux 6 x64' },
  memory_bytes: 300e6,
  uptime_s: 60
}

const scheduler = (changes: Partial<Health['scheduler']>) => ({
  scheduler: { ...well.scheduler, ...changes }
})
const clock = (changes: Partial<Health['clock']>) => ({ clock: { ...well.clock, ...changes } })
const channel = (changes: Partial<Health['channels'][number]>) => ({
  channels: [{ ...well.channels[0]!, ...changes }]
})

describe('how the parts are', () => {
  it('is good everywhere when all is well', () => {
    expect([...new Set(Object.values(healthLevels(well)))]).toEqual(['good'])
  })

  it.each<[string, HealthPart, HealthLevel, Partial<Health>]>([
    ['a scheduler that is not running', 'scheduler', 'bad', scheduler({ is_running: false })],
    ['a timer that is overdue', 'scheduler', 'bad', scheduler({ armed_for: '2026-03-10T07:58:00.000Z' })],
    ['the emergency stop', 'scheduler', 'bad', scheduler({ held_by: 'emergency' })],
    ['a pause of everything', 'scheduler', 'look', scheduler({ held_by: 'paused' })],
    ['a clock that nobody confirmed', 'clock', 'bad', scheduler({ held_by: 'clock' })],
    ['a jump today', 'clock', 'look', clock({ last_jump: { at: '2026-03-10T07:00:00.000Z', by_ms: 5_000 } })],
    [
      'a jump long ago',
      'clock',
      'good',
      clock({ last_jump: { at: '2026-03-01T07:00:00.000Z', by_ms: 5_000 } })
    ],
    [
      'a change next week',
      'clock',
      'look',
      clock({ change: { at: '2026-03-15T01:00:00.000Z', offset_min: 60 } })
    ],
    [
      'a change next month',
      'clock',
      'good',
      clock({ change: { at: '2026-04-15T01:00:00.000Z', offset_min: 60 } })
    ],
    ['a full disk', 'disk', 'bad', { disk: { free_bytes: 1e6, total_bytes: 1e9 } }],
    ['a disk that fills up', 'disk', 'look', { disk: { free_bytes: 500e6, total_bytes: 1e12 } }],
    ['a disk that says nothing', 'disk', 'look', { disk: null }],
    ['no backup', 'backup', 'look', { backup: null }],
    ['an old backup', 'backup', 'look', { backup: { at: '2026-03-01T00:00:00.000Z', bytes: 1 } }],
    ['a gateway out of reach', 'gateway', 'bad', channel({ state: 'unreachable' })],
    ['a refused message', 'gateway', 'look', channel({ last_answer: { at: NOW, outcome: 'failed' } })],
    ['a test that failed', 'gateway', 'look', channel({ last_test: { at: NOW, passed: false } })],
    ['no run ahead', 'next', 'look', { next: null }]
  ])('%s: %s is %s', (_what, part, level, changes) => {
    expect(healthLevels({ ...well, ...changes })[part]).toBe(level)
  })

  it('is as bad as its worst', () => {
    expect([worstLevel([]), worstLevel(['good', 'look']), worstLevel(['bad', 'look'])]).toEqual([
      'good',
      'look',
      'bad'
    ])
  })
})

describe('diagnostics', () => {
  it('tell everything but the campaign', () => {
    const text = diagnosticsText(well)
    expect(text).toContain('Scheduler (good): running')
    expect(text).toContain('Disk (good): 50000.0 MB free of 100000.0 MB')
    expect(text).not.toContain('Secret offer')
  })

  it.each([
    ['/home/an/.config/loa', '/home/an', '~/.config/loa'],
    ['/home/anna/loa', '/home/an', '/home/anna/loa'],
    ['C:\\Users\\An\\loa', 'C:\\Users\\An', '~\\loa'],
    ['/srv/loa', '/home/an', '/srv/loa']
  ])('write %s with the home %s as %s', (path, home, written) => {
    expect(withoutHome(path, home)).toBe(written)
  })
})
