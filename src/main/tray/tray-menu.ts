import type { MenuItemConstructorOptions } from 'electron'
import type { TFunction } from 'i18next'
import type { Language } from '../../shared/i18n/catalogue'
import { localeOf } from '../../shared/i18n/locale'
import type { AppState } from '../../shared/ipc/views'

export interface TrayActions {
  readonly open: () => void
  readonly setPausedAll: (paused: boolean) => void
  readonly quit: () => void
}

/** The tray's menu for a state of the app. */
export function trayMenu(
  state: AppState,
  t: TFunction<'tray'>,
  language: Language,
  actions: TrayActions
): MenuItemConstructorOptions[] {
  const running: MenuItemConstructorOptions[] =
    state.open_runs > 0 ? [{ label: t('running', { count: state.open_runs }), enabled: false }] : []
  return [
    { label: t('open'), click: actions.open },
    { type: 'separator' },
    ...running,
    { label: nextRunText(state, t, language), enabled: false },
    {
      label: t('pause_all'),
      type: 'checkbox',
      checked: state.paused_all,
      click: (item) => actions.setPausedAll(item.checked)
    },
    { type: 'separator' },
    { label: t('quit'), click: actions.quit }
  ]
}

/** The tooltip: what matters most in one line. */
export function trayTooltip(state: AppState, t: TFunction<'tray'>, language: Language): string {
  if (state.paused_all) return t('tooltip_paused')
  const name = state.gateway === 'practice' ? t('tooltip_practice') : t('tooltip')
  return state.next === null ? name : `${name}\n${nextRunText(state, t, language)}`
}

function nextRunText({ next }: AppState, t: TFunction<'tray'>, language: Language): string {
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
