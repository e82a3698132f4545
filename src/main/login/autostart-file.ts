import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type DesktopEntry, desktopEntryText, isOn } from './desktop-entry'

/** Whether Loa starts, hidden, when the operator logs in. The system keeps it: what was changed there counts. */
export interface LoginStart {
  isOn(): Promise<boolean>
  /** Rejects when the system refuses. */
  set(on: boolean): Promise<void>
  /** Loa may have moved since it was switched on: what starts it then is brought up to date. Never switches it on. */
  repair(): Promise<void>
}

/** Start at log-in by a file in the autostart folder, which desktops read. */
export function autostartFile(file: string, entry: DesktopEntry): LoginStart {
  const text = desktopEntryText(entry)
  const present = () => readFile(file, 'utf8').catch(() => '')

  async function write(): Promise<void> {
    await mkdir(dirname(file), { recursive: true })
    const temporary = `${file}.new`
    const handle = await open(temporary, 'w')
    try {
      await handle.writeFile(text)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(temporary, file)
  }
  return {
    isOn: async () => isOn(await present(), entry.folder),
    set: (on) => (on ? write() : rm(file, { force: true })),
    async repair() {
      const found = await present()
      // Another data folder's file is not ours, and one that the desktop has switched off stays off.
      if (found !== text && isOn(found, entry.folder)) await write()
    }
  }
}
