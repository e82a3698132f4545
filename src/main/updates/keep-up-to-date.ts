import type { Engine } from '../../engine/engine'
import type { UpdateStanding } from '../../shared/ipc/views'
import { coalesce } from '../coalesce'
import type { UpdateFetcher } from './fetch-update'

export interface UpdateContext {
  readonly engine: Engine
  readonly fetcher: UpdateFetcher
  /** An update lies ready and is installed when Loa ends. */
  readonly onReady: (version: string) => void
  readonly onStanding: (standing: UpdateStanding) => void
}

export interface UpToDate {
  /** Looks as soon as no run is at work, without waiting for its time. */
  readonly lookNow: () => void
  /** Stops looking. */
  readonly stop: () => void
}

const SETTLE_MS = 100
const LOOK_AGAIN_MS = 6 * 3_600_000

/**
 * Looks for updates while the operator wants it and no run is at work: not before one, not beside one, and what is being
 * fetched when one begins is given up and fetched later.
 */
export function keepUpToDate({ engine, fetcher, onReady, onStanding }: UpdateContext): UpToDate {
  let isDue = true
  let isLooking = false
  let isReady = false
  let again: NodeJS.Timeout | null = null
  const isWanted = () => engine.settings.value.updates_on
  const isSending = () => engine.runs.working > 0
  const mayLook = () => isWanted() && !isSending()
  /** Why there is no look now. */
  const held = (): UpdateStanding => ({ kind: isWanted() ? 'waits' : 'not_looked' })

  async function fetchNow(): Promise<void> {
    isLooking = true
    onStanding({ kind: 'looking' })
    try {
      const version = await fetcher.fetch(mayLook, (found) =>
        onStanding({ kind: 'fetching', version: found })
      )
      // A run began between the two: this look does not count.
      isDue = version === null && !mayLook()
      if (version === null) return onStanding(isDue ? held() : { kind: 'current', at: engine.now() })
      isReady = true
      onStanding({ kind: 'ready', version })
      engine.log.log({
        type: 'app',
        level: 'info',
        text: `Update: ${version} is ready; it is installed when Loa ends`
      })
      onReady(version)
    } catch (error) {
      isDue = !mayLook()
      if (isDue) return onStanding(held())
      const detail = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
      onStanding({ kind: 'failed', at: engine.now(), detail })
      engine.log.log({ type: 'app', level: 'warning', text: `Update: ${detail}` })
    } finally {
      isLooking = false
      if (again !== null) clearTimeout(again)
      again = isDue ? null : setTimeout(becomeDue, LOOK_AGAIN_MS)
    }
  }
  function becomeDue(): void {
    isDue = true
    look.soon()
  }
  const look = coalesce(SETTLE_MS, () => {
    fetcher.allowInstall(mayLook())
    if (!mayLook()) {
      fetcher.stop()
      if (isDue && !isLooking) onStanding(held())
    } else if (isDue && !isLooking && !isReady) void fetchNow()
  })
  const stopWatching = engine.subscribe(({ kind }) => {
    // Whoever turns it on again wants to see something happen.
    if (!isWanted()) isDue = true
    if (kind === 'run' || kind === 'state' || kind === 'settings') look.soon()
  })
  look.soon()
  return {
    lookNow: becomeDue,
    stop() {
      stopWatching()
      look.cancel()
      if (again !== null) clearTimeout(again)
      fetcher.stop()
    }
  }
}
