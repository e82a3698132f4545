import { nativeTheme } from 'electron'
import type { Engine } from '../../engine/engine'

/**
 * The theme of the settings for everything that Loa shows, before there is a page: the window's first colour, the page's
 * first paint, dialogs.
 *
 * @returns stops following
 */
export function followTheme(engine: Engine): () => void {
  const follow = () => {
    const { theme } = engine.settings.value
    if (nativeTheme.themeSource !== theme) nativeTheme.themeSource = theme
  }
  follow()
  return engine.subscribe(({ kind }) => {
    if (kind === 'settings') follow()
  })
}
