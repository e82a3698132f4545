import type { Engine } from '../../engine/engine'
import { isOpen } from '../../shared/domain/run'
import { toDecide } from '../../shared/domain/to-decide'
import type { Page } from '../../shared/ipc/pages'
import type { Destination } from '../../shared/ipc/desktop'
import type { Result } from '../../shared/result'
import { coalesce } from '../coalesce'
import type { Words } from '../words'
import type { AppTray } from './tray'
import { trayMenu } from './tray-menu'
import { trayMood } from './tray-mood'
import { trayTooltip } from './tray-tooltip'

const NEXT_RUNS = 5

/** An open menu may close when its numbers are replaced, so they are not replaced while somebody reads them. */
const PROGRESS_INTERVAL_MS = 10_000

export interface TrayContext {
  readonly engine: Engine
  readonly tray: AppTray
  /** The zone of this computer. */
  readonly localZone: string
  /** In the operator's language of this moment. */
  readonly words: () => Words
  readonly openWindow: () => void
  readonly open: (destination: Destination<Page>) => void
  readonly quit: () => void
}

/** The state of the app in the tray. */
export interface StateInTray {
  /** Shows what is now. */
  readonly refresh: () => void
  readonly stop: () => void
}

/** Shows what the engine is at in the tray: at every `refresh`, and as its runs get on. */
export function stateInTray(context: TrayContext): StateInTray {
  const { engine, tray, localZone, words, openWindow, open, quit } = context
  /** The tick of a checkbox has moved already; it moves back when the disk refuses the change. */
  const change = async (changed: Promise<Result<unknown>>): Promise<void> => {
    if ((await changed).ok) return
    tray.distrust()
    refresh()
  }
  const actions = {
    openWindow,
    open,
    setPausedAll: (paused: boolean) => void change(engine.settings.setPausedAll(paused)),
    setEmergencyStop: (on: boolean) => void change(engine.setEmergencyStop(on)),
    quit
  }
  function refresh(): void {
    const shown = engine.state()
    const runs = engine.runs.list()
    const state = {
      ...shown,
      to_decide: toDecide(runs, shown.channels),
      local_zone: localZone,
      now: new Date(engine.nowMs())
    }
    const next = engine.nextRuns(NEXT_RUNS)
    const campaigns = engine.campaigns
      .list()
      .filter(({ status }) => status !== 'archived')
      .map(({ _id: id, name }) => ({ id, name }))
    tray.show({
      mood: trayMood(state),
      menu: trayMenu(state, { runs: runs.filter(isOpen), next, campaigns }, words(), actions),
      tooltip: trayTooltip(state, next[0], words())
    })
  }
  const progress = coalesce(PROGRESS_INTERVAL_MS, refresh)
  const stopWatching = engine.subscribe(({ kind }) => {
    if (kind === 'run') progress.soon()
  })
  return {
    refresh,
    stop() {
      stopWatching()
      progress.cancel()
    }
  }
}
