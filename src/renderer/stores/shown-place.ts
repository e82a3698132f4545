import { createContext, useContext } from 'react'
import { type Place, useNavigationStore } from './navigation-store'

/** The place whose page is drawn. It follows the one that was asked for. */
export const ShownPlace = createContext<Place>(useNavigationStore.getState())

/** Where on the page the operator was sent to, for the page itself: what was asked for meanwhile is another page's. */
export const useShownPlace = (): Place => useContext(ShownPlace)
