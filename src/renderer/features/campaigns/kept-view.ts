import { useKeptPart, useLeftPart } from '../../stores/kept-state'
import type { EditorStep } from './editor/steps'

/** What the page shows: the list, or one campaign in the editor (`null`: a new one). */
export type CampaignsView =
  | { readonly kind: 'list' }
  | { readonly kind: 'editor'; readonly id: string | null; readonly step: EditorStep }

const NAME = 'campaigns'

/** What the page showed when the window was taken away in the tray. */
export const useLeftView = (): CampaignsView | undefined => useLeftPart(NAME) as CampaignsView | undefined

/** Says what the page shows, for when the window is made anew. */
export const useKeptView = (view: CampaignsView | undefined): void => useKeptPart(NAME, view)
