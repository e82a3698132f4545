import '@mantine/core/styles.css'
import '@mantine/dates/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import './styles/tokens.css'
import './styles/global.css'
import 'dayjs/locale/vi'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app'
import { forgetSavedDrafts } from './features/campaigns/forget-saved-drafts'
import { languageOf, startI18n } from './i18n'
import { loadSettings, useSettingsStore } from './stores/settings-store'
import { startStores } from './stores/start-stores'

/**
 * The settings come first, so the first paint is in the right language and theme; then what was saved is forgotten before
 * anything could be typed.
 */
async function start(): Promise<void> {
  const root = document.getElementById('root')
  if (root === null) throw new Error('index.html has no #root')
  await loadSettings()
  const { settings, info } = useSettingsStore.getState()
  await startI18n(languageOf(settings?.language ?? 'system', info))
  await forgetSavedDrafts()
  startStores()
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>
  )
}

void start()
