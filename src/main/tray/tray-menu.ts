import type { MenuItemConstructorOptions } from 'electron'
import { openRuns, openRunsSaid, standsStill } from '../../shared/domain/open-runs'
import type { RunSummary } from '../../shared/domain/run'
import { localeOf } from '../../shared/i18n/locale'
import type { Destination } from '../../shared/ipc/desktop'
import type { NextRun } from '../../engine/calendar/next-runs'
import type { Page } from '../../shared/ipc/pages'
import { formatDateTimeOf } from '../../shared/text/date-format'
import { nameInMenu } from '../short-name'
import type { Words } from '../words'
import type { TrayState } from './tray-mood'

export interface TrayActions {
  readonly openWindow: () => void
  readonly open: (destination: Destination<Page>) => void
  readonly setPausedAll: (paused: boolean) => void
  /** Stops everything at once; off only releases, it sends nothing by itself. */
  readonly setEmergencyStop: (on: boolean) => void
  readonly quit: () => void
}

/** What the menu lists beside the state of the app. */
export interface TrayLists {
  readonly runs: readonly RunSummary[]
  readonly next: readonly NextRun[]
  /** The campaigns that can be run by hand, in the order of the list. */
  readonly campaigns: readonly { readonly id: string; readonly name: string }[]
}

/** A menu that is longer than the screen hides its end, which holds the emergency stop. */
const MOST_RUNS = 8
const MOST_CAMPAIGNS = 30

/** The tray's menu for a state of the app. */
export function trayMenu(
  state: TrayState,
  lists: TrayLists,
  words: Words,
  actions: TrayActions
): MenuItemConstructorOptions[] {
  const t = words.tray
  const deciding = () => actions.open({ page: 'attention' })
  return [
    { label: t('open'), click: actions.openWindow },
    ...(state.to_decide > 0 ? [{ label: t('to_decide', { count: state.to_decide }), click: deciding }] : []),
    { type: 'separator' },
    ...openEntries(lists.runs, state, words, actions),
    ...nextEntries(lists.next, state, words, actions),
    { type: 'separator' },
    runNowEntry(lists.campaigns, words, actions),
    {
      label: t('pause_all'),
      type: 'checkbox',
      checked: state.paused_all,
      click: (item) => actions.setPausedAll(item.checked)
    },
    {
      label: t('emergency_stop'),
      type: 'checkbox',
      checked: state.emergency_stop !== null,
      click: (item) => actions.setEmergencyStop(item.checked)
    },
    { type: 'separator' },
    { label: t('quit'), click: actions.quit }
  ]
}

function openEntries(
  runs: readonly RunSummary[],
  state: TrayState,
  { tray: t, common, language }: Words,
  { open }: TrayActions
): MenuItemConstructorOptions[] {
  if (runs.length === 0) return []
  const number = new Intl.NumberFormat(localeOf(language))
  const entries = runs.slice(0, MOST_RUNS).map((run): MenuItemConstructorOptions => {
    const total = Object.values(run.counts).reduce((sum, count) => sum + count, 0)
    const done = total - run.counts.queued - run.counts.sending
    const counted = {
      name: nameInMenu(run.campaign_name),
      done: number.format(done),
      total: number.format(total)
    }
    return {
      label: t(
        run.status === 'paused' ? 'run_paused' : standsStill(run, state) ? 'run_still' : 'run',
        counted
      ),
      click: () => open({ page: 'runs', run_id: run.id })
    }
  })
  const others = runs.length - entries.length
  if (others > 0)
    entries.push({ label: t('more_runs', { count: others }), click: () => open({ page: 'runs' }) })
  return [
    ...openRunsSaid(openRuns(state)).map(({ key, count }) => ({
      label: common(key, { count }),
      enabled: false
    })),
    ...entries,
    { type: 'separator' }
  ]
}

function nextEntries(
  next: readonly NextRun[],
  state: TrayState,
  words: Words,
  { open }: TrayActions
): MenuItemConstructorOptions[] {
  if (next.length === 0) return [{ label: words.tray('no_next'), enabled: false }]
  return [
    { label: words.tray('next_runs'), enabled: false },
    ...next.map((run) => ({
      label: words.tray('next_run', {
        name: nameInMenu(run.campaign_name),
        when: whenText(run, state, words)
      }),
      click: () => open({ page: 'campaigns', campaign_id: run.campaign_id })
    }))
  ]
}

/** Only asks: the window shows what would be sent to whom, and sends nothing before a yes. */
function runNowEntry(
  campaigns: TrayLists['campaigns'],
  { tray: t }: Words,
  { open }: TrayActions
): MenuItemConstructorOptions {
  if (campaigns.length === 0) return { label: t('run_now'), enabled: false }
  const submenu = campaigns.slice(0, MOST_CAMPAIGNS).map(({ id, name }): MenuItemConstructorOptions => {
    return {
      // A long name ends in the dots that say: this asks first.
      label: t('run_now_campaign', { name: nameInMenu(name).replace(/…$/, '') }),
      click: () => open({ page: 'campaigns', run_now: id })
    }
  })
  if (campaigns.length > MOST_CAMPAIGNS) {
    submenu.push({ label: t('all_campaigns'), click: () => open({ page: 'campaigns' }) })
  }
  return { label: t('run_now'), submenu }
}

/** When a run is due, on the clock of its campaign, as the window says it. */
export const whenText = (
  { occurrence: { at, zone } }: NextRun,
  { local_zone, now }: Pick<TrayState, 'local_zone' | 'now'>,
  { language }: Words
): string => formatDateTimeOf(new Date(at), zone, local_zone, language, now)
