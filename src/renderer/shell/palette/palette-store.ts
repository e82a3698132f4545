import { createSpotlight } from '@mantine/spotlight'

/** Whether the palette is open, and what of it is chosen; the button of the navigation opens it too. */
export const [paletteStore, palette] = createSpotlight()

const chosen = (): Element | null => document.querySelector('[data-action][data-selected]')

/** What Enter would do now: the package moves its choice past React and past screen readers. */
export const chosenText = (): string => chosen()?.textContent ?? ''

/** Chooses the first action, unless one is chosen already. The package does so for what is there when a key is struck. */
export function chooseFirst(): void {
  if (chosen() !== null) return
  document.querySelector('[data-action]')?.setAttribute('data-selected', 'true')
  paletteStore.updateState((state) => ({ ...state, selected: 0 }))
}
