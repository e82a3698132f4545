import { app, dialog } from 'electron'
import { complain } from '../terminal'
import { loadWords, systemLanguage } from '../words'

/**
 * Says, on the screen and on stderr, that a Loa without a window has the data folder, and ends the app with status 1.
 * Electron must be ready: before that, Linux shows no dialog.
 */
export async function sayFolderInUse(folder: string): Promise<void> {
  complain(`Another Loa has this data folder open: ${folder}`)
  const end = () => app.exit(1)
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, end)
  const { alerts } = (await loadWords())(systemLanguage())
  await dialog.showMessageBox({
    type: 'error',
    title: 'Loa',
    message: alerts('folder_in_use.title'),
    detail: alerts('folder_in_use.body', { folder })
  })
  end()
}
