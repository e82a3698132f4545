import { create } from 'zustand'

/** Whether the list of shortcuts is open: keys, the palette and the navigation open it. */
export const useShortcutsStore = create<{ readonly isOpen: boolean }>(() => ({ isOpen: false }))

export const showShortcuts = (): void => useShortcutsStore.setState({ isOpen: true })

export const hideShortcuts = (): void => useShortcutsStore.setState({ isOpen: false })
