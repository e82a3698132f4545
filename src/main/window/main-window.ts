import { BrowserWindow, type NativeImage, nativeTheme } from 'electron'
import type { EventName, EventPayload, Page } from '../../shared/ipc/contract'

export interface MainWindow {
  /** Brings the window to the front, making it when it is not there. */
  show(): void
  /** Brings the window to the front, on a page. */
  open(page: Page): void
  /** Sends an event to the page; nobody hears it while there is none. */
  send<Name extends EventName>(name: Name, payload: EventPayload<Name>): void
  /** Is it the page of this window that calls? */
  owns(contents: Electron.WebContents): boolean
  picture(): Promise<NativeImage | null>
  /** Takes the window away while the app stops. */
  conceal(): void
}

export interface WindowConfig {
  readonly url: string
  readonly preload: string
  readonly icon: string
  /** The window was closed and lives on in the tray. */
  readonly onHidden: () => void
}

const BACKGROUND = { light: '#ffffff', dark: '#1f1f24' } as const

/** The one window. Closing hides it: the campaigns go on, and opening it again is instant. */
export function createMainWindow({ url, preload, icon, onHidden }: WindowConfig): MainWindow {
  let window: BrowserWindow | null = null
  let released = false

  function make(): BrowserWindow {
    const made = new BrowserWindow({
      width: 1280,
      height: 820,
      minWidth: 860,
      minHeight: 560,
      show: false,
      title: 'Loa',
      icon,
      backgroundColor: BACKGROUND[nativeTheme.shouldUseDarkColors ? 'dark' : 'light'],
      webPreferences: {
        preload,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        spellcheck: false
      }
    })
    // The menu is there for its shortcuts; Alt would show words that are not in the operator's language.
    made.setMenuBarVisibility(false)
    made.once('ready-to-show', () => made.show())
    made.on('close', (event) => {
      if (released) return
      event.preventDefault()
      made.hide()
      onHidden()
    })
    made.on('closed', () => (window = null))
    made.webContents.on('render-process-gone', () => made.webContents.reload())
    void made.loadURL(url)
    return made
  }

  function show(): BrowserWindow {
    if (window === null) return (window = make())
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
    return window
  }

  return {
    show: () => void show(),
    open(page) {
      const { webContents } = show()
      const tell = () => webContents.send('openPage' satisfies EventName, page)
      // A page that is still loading hears nothing.
      if (webContents.isLoading()) webContents.once('did-finish-load', tell)
      else tell()
    },
    send(name, payload) {
      if (window !== null && !window.webContents.isDestroyed()) window.webContents.send(name, payload)
    },
    owns: (contents) => window?.webContents === contents,
    picture: async () => (window === null ? null : window.webContents.capturePage()),
    conceal() {
      released = true
      window?.hide()
    }
  }
}
