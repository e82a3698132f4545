import type { Engine } from '../../engine/engine'
import type { UpdateStanding, UpdateWay } from '../../shared/ipc/views'
import type { Notifier } from '../notifications/show-notification'
import type { Words } from '../words'
import { keepUpToDate, type UpToDate } from './keep-up-to-date'
import type { UpdateChannel } from './signed-provider'

export interface UpdatesConfig {
  readonly engine: Engine
  readonly channel: UpdateChannel | null
  readonly way: UpdateWay
  readonly notifier: Notifier
  readonly words: () => Words
  readonly openWindow: () => void
  readonly onStanding: (standing: UpdateStanding) => void
}

export interface Updates {
  readonly standing: () => UpdateStanding
  /** Looks for one without waiting for its time. */
  readonly lookNow: () => void
  readonly stop: () => void
}

/** Keeps Loa up to date where that is its own business. */
export function openUpdates(config: UpdatesConfig): Updates {
  const { engine, channel, way, notifier, words, openWindow } = config
  let standing: UpdateStanding = { kind: 'not_looked' }
  const nothing = () => undefined
  if (channel === null || way !== 'self') return { standing: () => standing, lookNow: nothing, stop: nothing }
  let hasEnded = false
  let kept: UpToDate = { lookNow: nothing, stop: nothing }
  const onStanding = (next: UpdateStanding) => {
    standing = next
    config.onStanding(next)
  }
  const onReady = (version: string) => {
    const { alerts } = words()
    if (!engine.settings.value.notifications.on) return
    notifier.show({ title: alerts('update.title', { version }), body: alerts('update.body') }, openWindow)
  }
  // Half a megabyte of code that most Loas never need.
  void import('./fetch-update').then(({ updateFetcher }) => {
    if (hasEnded) return
    const fetcher = updateFetcher(channel, (event) => engine.log.log(event))
    kept = keepUpToDate({ engine, fetcher, onReady, onStanding })
  })
  return {
    standing: () => standing,
    lookNow: () => kept.lookNow(),
    stop() {
      hasEnded = true
      kept.stop()
    }
  }
}
