import '@mantine/core/styles.css'
import '@mantine/dates/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import './styles/tokens.css'
import './styles/global.css'
import 'dayjs/locale/vi'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { loa } from './api'
import { App } from './app'
import { forgetSavedDrafts } from './features/campaigns/forget-saved-drafts'
import { expectedLanguage, languageOf, startI18n, wordsOf } from './i18n'
import { followLetGo, returnToLeftView } from './let-go'
import { loadPages } from './shell/pages'
import { startDesktopEvents } from './stores/desktop-events'
import { loadEditorDrafts } from './stores/editor-drafts-store'
import { returnToScroll } from './stores/kept-scroll'
import { useSettingsStore } from './stores/settings-store'
import { startStores } from './stores/start-stores'

/**
 * The settings are known before the first paint, so it is in the right language and theme, and so is what it shows; what
 * was saved is forgotten by then, before anything could be typed.
 */
async function start(): Promise<void> {
  const root = document.getElementById('root')
  if (root === null) throw new Error('index.html has no #root')
  // The language that the main process expects is loaded before it is known for sure.
  void wordsOf(expectedLanguage())
  const isShowable = startStores()
  const forgotten = forgetSavedDrafts()
  await Promise.all([isShowable, returnToLeftView().then(startDesktopEvents)])
  const { settings, info } = useSettingsStore.getState()
  await startI18n(languageOf(settings?.language ?? 'system', info))
  if (await forgotten) await loadEditorDrafts()
  followLetGo()
  createRoot(root).render(
    <StrictMode>
      <App onPainted={onPainted} />
    </StrictMode>
  )
}

/** The first second belongs to what is shown. */
const PAGES_LATER_MS = 1_000

function onPainted(): void {
  returnToScroll()
  void loa.notePainted()
  setTimeout(() => void loadPages(), PAGES_LATER_MS)
}

void start()
