import { loa } from './api'
import { rememberedList, rememberList } from './features/contacts/list/remembered-list'
import { useRunListStore } from './features/runs/list/run-list-store'
import { chooseZone, useCalendarStore } from './stores/calendar-store'
import { useConsoleView } from './stores/console-view'
import { keepScroll, scrolledPlaces } from './stores/kept-scroll'
import { type KeptStore, returnToView, viewToLeave } from './stores/left-view'
import { useNavigationStore } from './stores/navigation-store'
import { isPageHeld } from './stores/page-holds'

const kept = <Value>(take: () => Value, put: (value: Value) => void): KeptStore => ({
  take,
  put: (value) => put(value as Value)
})

/** Where the operator is, and what they chose to see there. */
const STORES = {
  place: kept(useNavigationStore.getState, ({ visit: _visit, ...place }) =>
    useNavigationStore.setState(place)
  ),
  console: kept(useConsoleView.getState, (view) => useConsoleView.setState(view)),
  contacts: kept(rememberedList, rememberList),
  runs: kept(useRunListStore.getState, (view) => useRunListStore.setState(view)),
  calendar: kept(
    () => useCalendarStore.getState().zone,
    (zone) => {
      if (zone !== null) chooseZone(zone)
    }
  ),
  scroll: kept(scrolledPlaces, keepScroll)
}

/** Goes back to where the operator was when the window was taken away. Call before anything is drawn. */
export async function returnToLeftView(): Promise<void> {
  const left = await loa.takeLeftView()
  if (left.ok && left.value !== null) returnToView(STORES, left.value)
}

/** Says whether the window could be taken away, whenever it is asked, until the returned function is called. */
export const followLetGo = (): (() => void) =>
  loa.onLetGoAsked((question) => void loa.answerLetGo(question, isPageHeld() ? null : viewToLeave(STORES)))
