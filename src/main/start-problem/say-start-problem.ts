import { app, dialog } from 'electron'
import { relaunch } from '../relaunch'
import { systemLanguage } from '../system-language'
import { complain } from '../terminal'
import { storedLook } from '../window/stored-look'
import { loadWords, type Words } from '../words'
import { type StartProblem, terminalText } from './start-problem'

/**
 * Says on the screen and on stderr why Loa cannot start, and that nothing is sent; then starts again, or ends with
 * status 1. Electron must be ready: before that, Linux shows no dialog.
 */
export async function sayStartProblem(problem: StartProblem, folder: string): Promise<void> {
  complain(terminalText(problem))
  const end = () => app.exit(1)
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, end)
  const { alerts } = (await loadWords())(storedLook(folder).language ?? systemLanguage())
  const { response } = await dialog.showMessageBox({
    type: 'error',
    title: 'Loa',
    message: alerts(problem.kind === 'folder_in_use' ? 'folder_in_use.title' : 'cannot_start.title'),
    detail: detailOf(problem, alerts),
    buttons: [alerts('cannot_start.again'), alerts('cannot_start.quit')],
    defaultId: 0,
    cancelId: 1,
    noLink: true
  })
  if (response === 0) relaunch(end)
  else end()
}

function detailOf(problem: StartProblem, alerts: Words['alerts']): string {
  switch (problem.kind) {
    case 'folder_in_use':
      return alerts('folder_in_use.body', { folder: problem.folder })
    case 'folder_unusable':
      return alerts('cannot_start.folder', { folder: problem.folder, code: problem.code })
    case 'file_unusable':
      return alerts('cannot_start.file', { file: problem.file, code: problem.code })
    case 'file_in_the_way':
      return alerts('cannot_start.in_the_way', { file: problem.file })
    case 'wrong_secret':
      return problem.text
    case 'bug':
      return alerts('cannot_start.bug', { text: problem.text })
  }
}
