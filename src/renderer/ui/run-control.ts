import i18next from 'i18next'
import type { RunSummary } from '../../shared/domain/run'
import { continueRun, pauseRun, stopRun } from '../stores/run-commands'
import { askWithNote } from './note-dialog'
import { reportFailure } from './report-failure'
import { showToast } from './toast'

const words = { ns: 'runs' } as const

/** Pauses a run, with the operator's note. */
export async function askAndPause({ id }: RunSummary): Promise<void> {
  const note = await askWithNote({
    title: i18next.t('actions.pause_title', words),
    body: i18next.t('actions.pause_body', words),
    confirm: i18next.t('actions.pause', words)
  })
  if (note === null) return
  const paused = reportFailure(await pauseRun(id, note))
  if (paused.ok) showToast({ message: () => i18next.t('actions.paused_toast', words) })
}

/** Lets a paused run go on, with the operator's note. */
export async function askAndContinue({ id, counts }: RunSummary): Promise<void> {
  const note = await askWithNote({
    title: i18next.t('actions.continue_title', words),
    body: i18next.t('actions.continue_body', { ...words, count: counts.queued }),
    confirm: i18next.t('actions.continue', words)
  })
  if (note === null) return
  const continued = reportFailure(await continueRun(id, note))
  if (continued.ok) showToast({ message: () => i18next.t('actions.continued_toast', words) })
}

/** Ends a run for good, with the operator's note. */
export async function askAndStop({ id, counts }: RunSummary): Promise<void> {
  const note = await askWithNote({
    title: i18next.t('actions.stop_title', words),
    body: i18next.t('actions.stop_body', { ...words, count: counts.queued }),
    confirm: i18next.t('actions.stop', words),
    danger: true
  })
  if (note === null) return
  const stopped = reportFailure(await stopRun(id, note))
  if (stopped.ok) showToast({ message: () => i18next.t('actions.stopped_toast', words) })
}
