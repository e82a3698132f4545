import type { MenuItemConstructorOptions } from 'electron'
import { localeOf } from '../../shared/i18n/locale'
import type { AppState } from '../../shared/ipc/views'
import type { Words } from '../words'

export interface TrayActions {
  readonly open: () => void
  /** Opens the page of what waits for the operator. */
  readonly decide: () => void
  readonly setPausedAll: (paused: boolean) => void
  /** Stops everything at once; off only releases, it sends nothing by itself. */
  readonly setEmergencyStop: (on: boolean) => void
  readonly quit: () => void
}

/** What the tray shows beside the state of the app. */
export interface TrayState extends AppState {
  /** How many runs wait for a word of the operator. */
  readonly to_decide: number
}

/** The tray's menu for a state of the app. */
export function trayMenu(state: TrayState, words: Words, actions: TrayActions): MenuItemConstructorOptions[] {
  const t = words.tray
  const deciding: MenuItemConstructorOptions[] =
    state.to_decide > 0 ? [{ label: t('to_decide', { count: state.to_decide }), click: actions.decide }] : []
  const running: MenuItemConstructorOptions[] =
    state.open_runs > 0 ? [{ label: t('running', { count: state.open_runs }), enabled: false }] : []
  return [
    { label: t('open'), click: actions.open },
    ...deciding,
    { type: 'separator' },
    ...running,
    { label: nextRunText(state, words), enabled: false },
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

/** The tooltip: what matters most in one line. */
export function trayTooltip(state: AppState, words: Words): string {
  const t = words.tray
  if (state.emergency_stop !== null) return t('tooltip_stopped')
  if (state.paused_all) return t('tooltip_paused')
  const name = state.gateway === 'practice' ? t('tooltip_practice') : t('tooltip')
  return state.next === null ? name : `${name}\n${nextRunText(state, words)}`
}

function nextRunText({ next }: AppState, { tray: t, language }: Words): string {
  if (next === null) return t('no_next')
  const when = new Intl.DateTimeFormat(localeOf(language), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: next.occurrence.zone
  }).format(new Date(next.occurrence.at))
  return t('next', { name: shortened(next.campaign_name), when })
}

const LONGEST_NAME = 40

const shortened = (name: string): string =>
  name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - 1)}…`
