import { create } from 'zustand'
import type { Settings, SettingsPatch } from '../../shared/domain/settings'
import type { AppInfo } from '../../shared/ipc/views'
import type { Result } from '../../shared/result'
import { loa } from '../api'
import { loaded, loadFailed, type Loadable, notLoaded } from './loadable'

interface SettingsState extends Loadable {
  readonly settings: Settings | null
  readonly info: AppInfo | null
}

export const useSettingsStore = create<SettingsState>(() => ({ ...notLoaded, settings: null, info: null }))

/** Reads the settings and what the app says about itself. */
export async function loadSettings(): Promise<void> {
  const [settings, info] = await Promise.all([loa.getSettings(), loa.getAppInfo()])
  if (!settings.ok) useSettingsStore.setState(loadFailed(settings.error))
  else if (!info.ok) useSettingsStore.setState(loadFailed(info.error))
  else useSettingsStore.setState({ ...loaded, settings: settings.value, info: info.value })
}

/** Saves and shows what was really stored. */
export async function saveSettings(patch: SettingsPatch): Promise<Result<Settings>> {
  const saved = await loa.saveSettings(patch)
  if (saved.ok) useSettingsStore.setState({ settings: saved.value })
  return saved
}

/** The zone of this computer; UTC until it is known. */
export const useLocalZone = (): string => useSettingsStore((state) => state.info?.local_zone ?? 'UTC')

/** The zone that a new campaign begins with. */
export const useDefaultZone = (): string =>
  useSettingsStore(({ settings, info }) =>
    settings === null || settings.default_zone === '' ? (info?.local_zone ?? 'UTC') : settings.default_zone
  )

/** Listens until the returned function is called. */
export const startSettingsStore = (): (() => void) =>
  loa.onSettingsChanged((settings) => useSettingsStore.setState({ settings }))
