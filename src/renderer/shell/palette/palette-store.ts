import { createSpotlight, type SpotlightActionData } from '@mantine/spotlight'
import { swallowRepeatedEnter } from './repeated-enter'

/** Whether the palette is open, and what of it is chosen; the button of the navigation opens it too. */
export const [paletteStore, palette] = createSpotlight()

/** Dialogs and drawers have their own overlays; one that fades away is closed already. */
const isDialogOpen = (): boolean =>
  [...document.querySelectorAll<HTMLElement>('.mantine-Modal-overlay, .mantine-Drawer-overlay')].some(
    ({ style }) => style.opacity !== '0'
  )

/** Opens the palette, but never above a question that waits for its answer. */
export function openPalette(): void {
  if (!isDialogOpen()) palette.open()
}

const chosen = (): Element | null => document.querySelector('[data-action][data-selected]')

/** What Enter would do now: the package moves its choice past React and past screen readers. */
export const chosenText = (): string => chosen()?.textContent ?? ''

/** Chooses the first action that is shown. The package does so for what is there when a key is struck. */
export function chooseFirst(): void {
  chosen()?.removeAttribute('data-selected')
  document.querySelector('[data-action]')?.setAttribute('data-selected', 'true')
  paletteStore.updateState((state) => ({ ...state, selected: 0 }))
}

/** The action as it is done once: what a second click or Enter finds is on its way out. */
export const once = (action: SpotlightActionData): SpotlightActionData => ({
  ...action,
  onClick: (event) => {
    if (!paletteStore.getState().opened) return
    const byKey = event.detail === 0
    if (byKey && action.closeSpotlightOnTrigger !== false) swallowRepeatedEnter()
    action.onClick?.(event)
  }
})
