import { toldOnce } from '../told-once'
import type { Words } from '../words'
import type { Notifier } from './show-notification'

export interface ClosingContext {
  /** Where this computer remembers what was said; null when nothing is to be remembered. */
  readonly memory: string | null
  readonly notifier: Notifier
  /** Does the operator want notifications at all? */
  readonly isOn: () => boolean
  readonly words: () => Words
  readonly openWindow: () => void
}

/** Says the first time that the window is closed that Loa goes on, and where it is to be found. */
export function tellOfClosing({ memory, notifier, isOn, words, openWindow }: ClosingContext) {
  const told = toldOnce(memory)
  const tell = async (place: 'tray' | 'minimised') => {
    if (!isOn() || !(await told.isFirst(`closed-${place}`))) return
    const { alerts } = words()
    const text =
      place === 'tray'
        ? { title: alerts('in_tray.title'), body: alerts('in_tray.body') }
        : { title: alerts('minimised.title'), body: alerts('minimised.body') }
    notifier.show(text, openWindow)
  }
  return (place: 'tray' | 'minimised'): void => void tell(place)
}
