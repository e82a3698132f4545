import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import type { NextRun } from '../../../src/engine/calendar/next-runs'
import { nameInMenu, shortName } from '../../../src/main/short-name'
import { trayMenu, type TrayLists, whenText } from '../../../src/main/tray/tray-menu'
import { trayMood, type TrayState } from '../../../src/main/tray/tray-mood'
import { trayTooltip } from '../../../src/main/tray/tray-tooltip'
import { noDeliveries } from '../../../src/shared/domain/delivery'
import type { RunSummary } from '../../../src/shared/domain/run'
import type { Language } from '../../../src/shared/i18n/catalogue'
import { mainWords } from '../../support/main-words'

const QUIET: TrayState = {
  paused_all: false,
  gateway: 'custom',
  next: null,
  open_runs: 0,
  still_runs: [],
  emergency_stop: null,
  clock_hold: null,
  channels: [],
  warnings: [],
  storage_problems: [],
  to_decide: 0,
  local_zone: 'Asia/Bangkok',
  now: new Date('2026-03-10T09:00:00.000Z')
}
const STOP = { at: '2026-03-10T09:00:00.000Z', reason: 'operator' } as const
const RUN: RunSummary = {
  id: `${'a'.repeat(24)}_manual_1`,
  campaign_id: 'a'.repeat(24),
  campaign_name: 'Trà chiều',
  trigger: 'manual',
  status: 'running',
  slot: null,
  gateway: 'custom',
  started_at: null,
  finished_at: null,
  paused_channels: [],
  total_contacts: 1200,
  counts: { ...noDeliveries, sent: 1100, queued: 100 },
  sent_by_channel: { whatsapp: 0, telegram: 0, ai_call: 0 }
}
const NEXT: NextRun = {
  campaign_id: 'b'.repeat(24),
  campaign_name: 'Daily greeting',
  occurrence: {
    at: '2026-03-11T02:00:00.000Z',
    local: '2026-03-11T09:00:00+07:00',
    nominal: '2026-03-11T09:00:00',
    zone: 'Asia/Ho_Chi_Minh'
  } as NextRun['occurrence']
}

/** With or without a comma behind the weekday: that is the runtime's affair. */
const WHEN = whenText(NEXT, QUIET, mainWords('en'))

/** A checkbox as it is after a click. */
const CHECKED = Object.create(null, { checked: { value: true } }) as Electron.MenuItem

/** The words of a menu, and where each entry leads. */
function menuOf(state: TrayState, lists: Partial<TrayLists>, language: Language = 'en') {
  const opened: unknown[] = []
  const menu = trayMenu(state, { runs: [], next: [], campaigns: [], ...lists }, mainWords(language), {
    openWindow: () => opened.push('window'),
    open: (to) => opened.push(to),
    setPausedAll: (paused) => opened.push({ paused }),
    setEmergencyStop: (stopped) => opened.push({ stopped }),
    quit: () => opened.push('quit')
  })
  const press = (label: string, entries: readonly MenuItemConstructorOptions[] = menu) => {
    const entry = entries.find((each) => each.label === label)
    entry?.click?.(CHECKED, undefined, {})
    return opened.at(-1)
  }
  const runNow = menu.find(({ submenu }) => submenu !== undefined)?.submenu as
    MenuItemConstructorOptions[] | undefined
  return { labels: menu.map(({ label = '-' }) => label), press, runNow: runNow ?? [] }
}

describe('the mood of the icon', () => {
  it.each<[string, Partial<TrayState>, string]>([
    ['nothing', {}, 'idle'],
    ['a run at work', { open_runs: 1 }, 'running'],
    ['a paused run alone', { open_runs: 1, still_runs: ['a'], to_decide: 1 }, 'attention'],
    ['something to decide while another run works', { open_runs: 1, to_decide: 1 }, 'attention'],
    ['a run that stands still', { open_runs: 1, still_runs: ['a'] }, 'idle'],
    ['a clock in doubt', { clock_hold: { at: STOP.at, by_ms: 1 } }, 'attention'],
    ['a disk that refuses', { warnings: [{ kind: 'storage_failed', file: 'a', detail: 'b' }] }, 'attention'],
    ['pause all over everything', { paused_all: true, to_decide: 1, open_runs: 1 }, 'paused'],
    ['the emergency stop', { emergency_stop: STOP }, 'paused']
  ])('%s', (_what, state, mood) => expect(trayMood({ ...QUIET, ...state })).toBe(mood))
})

describe('the menu', () => {
  it('lists what runs with its progress, and the next runs; each opens its page', () => {
    const paused: RunSummary = { ...RUN, id: `${'c'.repeat(24)}_manual_1`, status: 'paused' }
    const held: RunSummary = { ...RUN, id: `${'d'.repeat(24)}_manual_1` }
    expect(WHEN).toMatch(/^Wed,? 11 Mar, 09:00$/)
    const { labels, press } = menuOf(
      { ...QUIET, open_runs: 3, still_runs: [paused.id, held.id] },
      { runs: [RUN, paused, held], next: [NEXT] }
    )
    expect(labels).toEqual([
      'Open Loa',
      '-',
      '1 run is running',
      '2 runs stand still',
      'Trà chiều: 1,100 of 1,200',
      'Trà chiều: 1,100 of 1,200, paused',
      'Trà chiều: 1,100 of 1,200, stands still',
      '-',
      'Next runs',
      `Daily greeting, ${WHEN}`,
      '-',
      'Run now',
      'Pause all',
      'Emergency stop',
      '-',
      'Quit Loa'
    ])
    expect(press('Trà chiều: 1,100 of 1,200')).toEqual({ page: 'runs', run_id: RUN.id })
    expect(press(`Daily greeting, ${WHEN}`)).toEqual({
      page: 'campaigns',
      campaign_id: NEXT.campaign_id
    })
    expect(press('Emergency stop')).toEqual({ stopped: true })
  })

  it('only asks about "run now", and never hides its end behind a long list', () => {
    const campaigns = Array.from({ length: 40 }, (_, index) => ({ id: String(index), name: `C${index}` }))
    const runs = Array.from({ length: 20 }, (_, index) => ({ ...RUN, id: `${index}` }))
    const { labels, press, runNow } = menuOf({ ...QUIET, open_runs: 20 }, { campaigns, runs })
    expect(press('C3…', runNow)).toEqual({ page: 'campaigns', run_now: '3' })
    expect(press('All campaigns', runNow)).toEqual({ page: 'campaigns' })
    expect(runNow).toHaveLength(31)
    expect(labels).toContain('12 more runs')
    expect(labels.length).toBeLessThan(25)
  })

  it('speaks Vietnamese', () => {
    const { labels } = menuOf({ ...QUIET, to_decide: 2, open_runs: 1 }, { runs: [RUN], next: [NEXT] }, 'vi')
    expect(labels).toContain('2 việc cần quyết định')
    expect(labels).toContain('Trà chiều: 1.100/1.200')
    expect(labels.filter((label) => /^[a-z_.]+$|\{\{/.test(label))).toEqual([])
  })

  it('shows a name as text: in one line, in its own direction, without a key of its own', () => {
    expect(nameInMenu('Tea\n& \u202ecake')).toBe('Tea && cake')
    expect(nameInMenu('\u061cTea\u200b\ufeff')).toBe('Tea')
    expect(nameInMenu('x'.repeat(60))).toHaveLength(40)
    expect(nameInMenu('😀'.repeat(60))).toBe(`${'😀'.repeat(39)}…`)
  })
})

it('the tooltip says what holds the sending, or what runs, waits and comes next', () => {
  const words = mainWords('en')
  expect(trayTooltip({ ...QUIET, emergency_stop: STOP }, NEXT, words)).toBe('Loa: emergency stop')
  expect(trayTooltip({ ...QUIET, paused_all: true }, NEXT, words)).toBe('Loa: all sending is paused')
  expect(trayTooltip({ ...QUIET, open_runs: 3, still_runs: ['a', 'b'], to_decide: 2 }, NEXT, words)).toBe(
    `Loa\n2 to decide\n1 run is running\n2 runs stand still\nNext: Daily greeting, ${WHEN}`
  )
  expect(trayTooltip({ ...QUIET, gateway: 'practice' }, undefined, words)).toBe('Loa (practice)')
  // A tooltip knows no keys: the mark stays as it is.
  const nasty = `Tea & cake\n\u202e${'x'.repeat(200)}`
  expect(trayTooltip(QUIET, { ...NEXT, campaign_name: nasty }, words)).toBe(
    `Loa\nNext: ${shortName(nasty)}, ${WHEN}`
  )
})

it.each([
  ['en', 'Asia/Bangkok', /^Wed,? 11 Mar, 09:00$/],
  ['en', 'Europe/Berlin', /^Wed,? 11 Mar, 09:00 Ho Chi Minh$/],
  ['vi', 'Europe/Berlin', /^Th(ứ)? 4, 11\/3, 09:00 Ho Chi Minh$/]
] as const)('a time names its zone where the clocks here show another (%s, %s)', (language, zone, said) => {
  const state = { ...QUIET, local_zone: zone }
  const words = mainWords(language)
  expect(whenText(NEXT, state, words)).toMatch(said)
  const when = whenText(NEXT, state, words)
  expect(trayTooltip(state, NEXT, words)).toContain(`Daily greeting, ${when}`)
  expect(menuOf(state, { next: [NEXT] }, language).labels).toContain(`Daily greeting, ${when}`)
})

it('a zone that nobody knows does not take the menu with it', () => {
  const odd = { ...NEXT, occurrence: { ...NEXT.occurrence, zone: 'Mars/Base' } }
  expect(whenText(odd, { ...QUIET, local_zone: 'UTC' }, mainWords('en'))).toMatch(/^Wed,? 11 Mar, 02:00/)
})
