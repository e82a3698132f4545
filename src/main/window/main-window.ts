import { BrowserWindow, type NativeImage, nativeTheme } from 'electron'
import type { EventName, EventPayload } from '../../shared/ipc/contract'
import type { Page } from '../../shared/ipc/pages'
import type { Destination } from '../../shared/ipc/desktop'
import { type KeepAliveConfig, keepWindowAlive } from './keep-window-alive'
import type { PlaceMemory } from './place-memory'
import { placeNow, rememberPlace } from './remember-place'
import { SMALLEST } from './window-place'

export interface MainWindow {
  /** Brings the window to the front, making it when it is not there. */
  show(): void
  /** Brings the window to the front, at a place. */
  open(destination: Destination<Page>): void
  /** Brings the window to the front and sends it an event, once it can hear it. */
  showAndSend<Name extends EventName>(name: Name, payload: EventPayload<Name>): void
  /** The page listens to events from now on. */
  noteListening(): void
  /** Puts the window where a click on the desktop brings it back, without a tray. */
  showMinimised(): void
  isHidden(): boolean
  /** Does the operator work in it now? */
  isFocused(): boolean
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
  /** Is there a tray, from which a hidden window can be opened again? */
  readonly hasTray: () => Promise<boolean>
  /** The window was closed and lives on: in the tray, or minimised where there is none. */
  readonly onHidden: (place: 'tray' | 'minimised') => void
}

const BACKGROUND = { light: '#ffffff', dark: '#1f1f24' } as const

/**
 * The one window. Closing hides it, or minimises it where nothing would bring a hidden window back: the campaigns go on,
 * and opening it again is instant.
 */
export function createMainWindow({
  url,
  preload,
  icon,
  place,
  keepAlive,
  hasTray,
  onHidden
}: WindowConfig): MainWindow {
  let window: BrowserWindow | null = null
  let released = false
  let keepPlace = (): Promise<void> => Promise.resolve()
  /** A page that is still loading hears nothing: what is to be said waits until it says that it listens. */
  let isListening = false
  let unsaid: (() => void)[] = []

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
    made.on('close', (event) => {
      if (released) return
      event.preventDefault()
      void putAway(made)
    })
    made.on('closed', () => (window = null))
    made.webContents.on('did-start-loading', () => (isListening = false))
    if (maximized) made.once('show', () => made.maximize())
    keepPlace = rememberPlace(made, place)
    keepWindowAlive(made, keepAlive)
    void made.loadURL(url)
    return made
  }

  async function putAway(closed: BrowserWindow): Promise<void> {
    const inTray = await hasTray()
    if (released) return
    if (inTray) closed.hide()
    else closed.minimize()
    onHidden(inTray ? 'tray' : 'minimised')
  }

  function show(): BrowserWindow {
    if (window === null) {
      const made = (window = make())
      made.once('ready-to-show', () => made.show())
      return made
    }
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
    return window
  }

  function showAndSend<Name extends EventName>(name: Name, payload: EventPayload<Name>): void {
    const { webContents } = show()
    const tell = () => webContents.send(name, payload)
    if (isListening) tell()
    else unsaid.push(tell)
  }

  return {
    show: () => void show(),
    open: (destination) => showAndSend('openPage', destination),
    showAndSend,
    noteListening() {
      isListening = true
      for (const tell of unsaid) tell()
      unsaid = []
    },
    showMinimised() {
      const there = (window ??= make())
      there.showInactive()
      there.minimize()
    },
    isHidden: () => window === null || !(window.isVisible() || window.isMinimized()),
    isFocused: () => window?.isFocused() === true,
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
