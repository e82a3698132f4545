import { BrowserWindow, type NativeImage, nativeTheme } from 'electron'
import type { EventName, EventPayload, Page } from '../../shared/ipc/contract'
import { type KeepAliveConfig, keepWindowAlive } from './keep-window-alive'
import type { PlaceMemory } from './place-memory'
import { placeNow, rememberPlace } from './remember-place'
import { SMALLEST } from './window-place'

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
  /** Takes the window away while the app stops. Resolves when its place is written down. */
  conceal(): Promise<void>
}

export interface WindowConfig {
  readonly url: string
  readonly preload: string
  readonly icon: string
  readonly place: PlaceMemory
  readonly keepAlive: KeepAliveConfig
  /** The window was closed and lives on in the tray. */
  readonly onHidden: () => void
}

const BACKGROUND = { light: '#ffffff', dark: '#1f1f24' } as const

/** The one window. Closing hides it: the campaigns go on, and opening it again is instant. */
export function createMainWindow({
  url,
  preload,
  icon,
  place,
  keepAlive,
  onHidden
}: WindowConfig): MainWindow {
  let window: BrowserWindow | null = null
  let released = false
  let keepPlace = (): Promise<void> => Promise.resolve()

  function make(): BrowserWindow {
    const { maximized, ...bounds } = placeNow(place)
    const made = new BrowserWindow({
      ...bounds,
      minWidth: SMALLEST.width,
      minHeight: SMALLEST.height,
      show: false,
      title: 'Loa',
      icon,
      backgroundColor: BACKGROUND[nativeTheme.shouldUseDarkColors ? 'dark' : 'light'],
      webPreferences: {
        preload,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
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
    if (maximized) made.once('show', () => made.maximize())
    keepPlace = rememberPlace(made, place)
    keepWindowAlive(made, keepAlive)
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
      const kept = keepPlace()
      window?.hide()
      return kept
    }
  }
}
