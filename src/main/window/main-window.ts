import { BrowserWindow, type NativeImage, nativeTheme } from 'electron'
import type { EventName, EventPayload } from '../../shared/ipc/contract'
import type { Page } from '../../shared/ipc/pages'
import type { Destination } from '../../shared/ipc/desktop'
import { type KeepAliveConfig, keepWindowAlive } from './keep-window-alive'
import { type LetGo, letGoLater } from './let-go'
import type { PlaceMemory } from './place-memory'
import { placeNow, rememberPlace } from './remember-place'
import { SMALLEST } from './window-place'

export interface MainWindow {
  /** Makes the window and loads the page. It comes up as soon as the page has something to say, or when it is asked for. */
  prepare(): void
  /** Brings the window to the front, making it when it is not there. */
  show(): void
  /** Brings the window to the front, at a place. */
  open(destination: Destination<Page>): void
  /** Brings the window to the front and sends it an event, once it can hear it. */
  showAndSend<Name extends EventName>(name: Name, payload: EventPayload<Name>): void
  /** The page listens to events from now on. */
  noteListening(): void
  /** What the page says when it is asked whether it may go; see `LetGo`. */
  readonly answerLetGo: LetGo['answer']
  /** What the page before wanted to find again; told once. Null when there was none, or it lost nothing. */
  readonly takeLeftView: () => string | null
  /** The page has something to say from now on. */
  notePainted(): void
  /** Puts the window where a click on the desktop brings it back, without a tray. */
  showMinimised(): void
  isHidden(): boolean
  /** Does the operator work in it now? */
  isFocused(): boolean
  /** Sends an event to the page; nobody hears it while there is none. */
  send<Name extends EventName>(name: Name, payload: EventPayload<Name>): void
  /** Sends an event to a page that hears it; false when there is none. */
  sendIfListening<Name extends EventName>(name: Name, payload: EventPayload<Name>): boolean
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
  /** How long the window is kept after it was closed to the tray. */
  readonly keptInTrayMs: number
  /** Is there a tray, from which a hidden window can be opened again? */
  readonly hasTray: () => Promise<boolean>
  /** The window was closed and lives on: in the tray, or minimised where there is none. */
  readonly onHidden: (place: 'tray' | 'minimised') => void
  /** The window was given up: nobody asks for anything until there is one again. */
  readonly onGivenUp: () => void
  /** There is a window again. */
  readonly onMade: () => void
}

/** A page that was loaded and still says nothing is shown as it is: whoever asked for the window must see one. */
const LONGEST_BLANK_MS = 5_000

const BACKGROUND = { light: '#ffffff', dark: '#1f1f24' } as const

/**
 * The one window. Closing hides it, or minimises it where nothing would bring a hidden window back: the campaigns go on.
 * Opening it again is instant for a while; then the window is given up with its process, once nothing would be lost with
 * it, and made anew when it is wanted.
 */
export function createMainWindow({
  url,
  preload,
  icon,
  place,
  keepAlive,
  keptInTrayMs,
  hasTray,
  onHidden,
  onGivenUp,
  onMade
}: WindowConfig): MainWindow {
  let window: BrowserWindow | null = null
  let released = false
  let keepPlace = (): Promise<void> => Promise.resolve()
  /** A page that is still loading hears nothing: what is to be said waits until it says that it listens. */
  let isListening = false
  let unsaid: (() => void)[] = []
  let leftView: string | null = null
  const lettingGo = letGoLater({
    afterMs: keptInTrayMs,
    ask: (question) => send('letGoAsked', question),
    onFree: giveUp
  })
  /** Shows a window that was made and has not been seen yet; null when there is none. */
  let reveal: (() => void) | null = null
  let isPainted = false

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
    made.on('closed', () => {
      if (window === made) window = null
    })
    isPainted = false
    reveal = () => {
      reveal = null
      if (!made.isDestroyed() && !released) made.show()
    }
    made.webContents.on('did-start-loading', () => (isListening = false))
    if (maximized) made.once('show', () => made.maximize())
    keepPlace = rememberPlace(made, place)
    keepWindowAlive(made, keepAlive)
    void made.loadURL(url)
    onMade()
    return made
  }

  async function putAway(closed: BrowserWindow): Promise<void> {
    const inTray = await hasTray()
    if (released) return
    // Closed before it was seen: a page that is painted now must not bring it up.
    reveal = null
    if (inTray) {
      closed.hide()
      lettingGo.start()
    } else closed.minimize()
    onHidden(inTray ? 'tray' : 'minimised')
  }

  /** Whoever wants the window in this very moment finds none, and makes one. */
  function giveUp(view: string): void {
    const free = window
    if (free === null || free.isVisible() || free.isMinimized()) return
    void keepPlace()
    leftView = view
    isListening = false
    window = null
    free.destroy()
    onGivenUp()
  }

  function send<Name extends EventName>(name: Name, payload: EventPayload<Name>): void {
    if (window !== null && !window.webContents.isDestroyed()) window.webContents.send(name, payload)
  }

  function show(): void {
    lettingGo.stop()
    const there = (window ??= make())
    if (reveal !== null) {
      // An empty window that fills would be a flash. Nobody is kept waiting for a page that does not come.
      if (isPainted) reveal()
      else setTimeout(() => reveal?.(), LONGEST_BLANK_MS).unref()
      return
    }
    if (there.isMinimized()) there.restore()
    there.show()
    there.focus()
  }

  function showAndSend<Name extends EventName>(name: Name, payload: EventPayload<Name>): void {
    show()
    const tell = () => send(name, payload)
    if (isListening) tell()
    else unsaid.push(tell)
  }

  function sendIfListening<Name extends EventName>(name: Name, payload: EventPayload<Name>): boolean {
    if (window === null || !isListening || window.webContents.isCrashed()) return false
    send(name, payload)
    return true
  }

  return {
    prepare: () => void (window ??= make()),
    show,
    open: (destination) => showAndSend('openPage', destination),
    showAndSend,
    noteListening() {
      isListening = true
      for (const tell of unsaid) tell()
      unsaid = []
    },
    answerLetGo: lettingGo.answer,
    takeLeftView() {
      const view = leftView
      leftView = null
      return view
    },
    notePainted() {
      isPainted = true
      reveal?.()
    },
    showMinimised() {
      lettingGo.stop()
      const there = (window ??= make())
      reveal = null
      there.showInactive()
      there.minimize()
    },
    isHidden: () => window === null || !(window.isVisible() || window.isMinimized()),
    isFocused: () => window?.isFocused() === true,
    send,
    sendIfListening,
    owns: (contents) => window?.webContents === contents,
    picture: async () => (window === null ? null : window.webContents.capturePage()),
    conceal() {
      released = true
      lettingGo.stop()
      const kept = keepPlace()
      window?.hide()
      return kept
    }
  }
}
