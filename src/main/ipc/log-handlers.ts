import { clipboard, shell } from 'electron'
import type { Engine } from '../../engine/engine'
import { writeLines } from '../../engine/contacts/export/export-file'
import { selectedText } from '../../engine/log/selected-text'
import { inPieces } from '../../engine/pieces'
import { InTurn } from '../../engine/runner/in-turn'
import type { LogSelection } from '../../shared/domain/log-filter'
import type { SavedFile } from '../../shared/ipc/contact-views'
import { ok, type Result } from '../../shared/result'
import type { LogFeed } from './log-feed'
import type { Handlers } from './answer-calls'
import type { SavedFiles } from './saved-files'

type LogCall = 'getLog' | 'copyLog' | 'exportLog' | 'showLogFile'

/** The log as the window sees it, and what leaves it: to the clipboard, to a file. */
export function logHandlers(engine: Engine, feed: LogFeed, files: SavedFiles): Pick<Handlers, LogCall> {
  const turns = new InTurn()

  async function exportLog(selection: LogSelection): Promise<Result<SavedFile>> {
    const path = await files.pathFor(`loa-log-${engine.now().slice(0, 10)}`, 'txt')
    const selected = selectedText(engine.log, selection)
    const written = await writeLines(path, selected.pages)
    return files.saved(path, written.ok ? ok(selected.count()) : written)
  }

  return {
    getLog: (seq) => ok(feed.read(seq)),
    copyLog: async (selection) => {
      const selected = selectedText(engine.log, selection)
      const pieces = inPieces()
      let text = ''
      for (const page of selected.pages) {
        text += page
        if (pieces.isDue()) await pieces.rest()
      }
      // The last line ends without a break, so that one line can be pasted into a line.
      await clipboard.writeText(text.slice(0, -1))
      return ok(selected.count())
    },
    // One after the other: two at once would be given the same free name.
    exportLog: (selection) => turns.do('export', () => exportLog(selection)),
    showLogFile: () => {
      shell.showItemInFolder(engine.logFile)
      return ok(null)
    }
  }
}
