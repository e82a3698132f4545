import * as electron from 'electron'
import { contextBridge, ipcRenderer } from 'electron'
import { CALL_NAMES, EVENT_NAMES } from '../shared/ipc/names'

// `window.loa`: one named function a call and one `on...` an event. The page can name no channel of its own.
const callFunctions = CALL_NAMES.map(
  (name) => [name, (...args: unknown[]) => ipcRenderer.invoke(name, ...args)] as const
)

const eventFunctions = EVENT_NAMES.map((name) => {
  const on = (listener: (payload: unknown) => void) => {
    const forward = (_event: Electron.IpcRendererEvent, payload: unknown) => listener(payload)
    ipcRenderer.on(name, forward)
    return () => void ipcRenderer.off(name, forward)
  }
  return [`on${name.charAt(0).toUpperCase()}${name.slice(1)}`, on] as const
})

/** Where a file lies that was chosen or dropped. Since Electron 32 only the preload knows; before, the file itself. */
const pathOf = (file: File): string => {
  const { webUtils } = electron as { webUtils?: { getPathForFile(file: File): string } }
  return webUtils?.getPathForFile(file) ?? ''
}

contextBridge.exposeInMainWorld('loa', {
  ...Object.fromEntries([...callFunctions, ...eventFunctions]),
  pathOf
})
