import type { Engine } from '../../engine/engine'
import type { Page } from '../../shared/ipc/contract'
import type { Result } from '../../shared/result'
import type { Words } from '../words'
import { toDecide } from '../../shared/domain/to-decide'
import type { AppTray } from './tray'
import { trayMenu, trayTooltip } from './tray-menu'

export interface TrayContext {
  readonly engine: Engine
  readonly tray: AppTray
  /** In the operator's language of this moment. */
  readonly words: () => Words
  readonly openWindow: () => void
  readonly openPage: (page: Page) => void
  readonly quit: () => void
}

/** Gives the function that shows the present state of the app in the tray. */
export function stateInTray({ engine, tray, words, openWindow, openPage, quit }: TrayContext): () => void {
  /** The tick of a checkbox has moved already; it moves back when the disk refuses the change. */
  const change = async (changed: Promise<Result<unknown>>): Promise<void> => {
    if ((await changed).ok) return
    tray.distrust()
    refresh()
  }
  function refresh(): void {
    const shown = engine.state()
    const state = { ...shown, to_decide: toDecide(engine.runs.list(), shown.channels) }
    const menu = trayMenu(state, words(), {
      open: openWindow,
      decide: () => openPage('attention'),
      setPausedAll: (paused) => void change(engine.settings.setPausedAll(paused)),
      setEmergencyStop: (on) => void change(engine.setEmergencyStop(on)),
      quit
    })
    tray.show(menu, trayTooltip(state, words()))
  }
  return refresh
}
