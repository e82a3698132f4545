import { useEffect } from 'react'
import { loadDailyMessages, useDailyMessagesStore } from '../../stores/daily-messages'
import { useRunsStore } from '../../stores/runs-store'
import { useStateStore } from '../../stores/state-store'
import { useNow } from '../../ui/use-now'

/** A run of thousands tells of itself a few times a second; its messages are counted less often. */
const RUNS_PAUSE_MS = 3_000
const MINUTE_MS = 60_000

/** The messages of the last days, kept current while the component is there. */
export function useDailyMessages() {
  const isPractice = useStateStore(({ state }) => state?.gateway === 'practice')
  const today = new Date(useNow(MINUTE_MS)).toDateString()

  useEffect(() => {
    void loadDailyMessages()
  }, [isPractice, today])

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null
    const unsubscribe = useRunsStore.subscribe(({ runs }, before) => {
      if (runs === before.runs) return
      timer ??= setTimeout(() => {
        timer = null
        void loadDailyMessages()
      }, RUNS_PAUSE_MS)
    })
    return () => {
      unsubscribe()
      if (timer !== null) clearTimeout(timer)
    }
  }, [])

  const { days, is_practice, error } = useDailyMessagesStore()
  // What was counted for the other kind of gateway must not be taken for this one.
  return { days: is_practice === isPractice ? days : null, error, isPractice }
}
