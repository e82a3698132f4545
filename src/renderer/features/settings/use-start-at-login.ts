import { useEffect, useState } from 'react'
import { readStartAtLogin, setStartAtLogin } from '../../stores/start-at-login'
import { reportFailure } from '../../ui/report-failure'

interface StartAtLoginSwitch {
  /** Null until the system has answered. */
  readonly on: boolean | null
  readonly isBusy: boolean
  readonly change: (on: boolean) => void
}

/** Start at log-in as the system has it: asked anew whenever the window comes to the front, as it may change elsewhere. */
export function useStartAtLogin(): StartAtLoginSwitch {
  const [on, setOn] = useState<boolean | null>(null)
  const [isBusy, setBusy] = useState(false)

  useEffect(() => {
    let isShown = true
    const read = () =>
      void readStartAtLogin().then((read) => {
        if (isShown && read.ok) setOn(read.value.on)
      })
    read()
    window.addEventListener('focus', read)
    return () => {
      isShown = false
      window.removeEventListener('focus', read)
    }
  }, [])

  const save = async (wanted: boolean) => {
    setBusy(true)
    const saved = reportFailure(await setStartAtLogin(wanted))
    if (saved.ok) setOn(saved.value.on)
    setBusy(false)
  }
  return { on, isBusy, change: (wanted) => void save(wanted) }
}
