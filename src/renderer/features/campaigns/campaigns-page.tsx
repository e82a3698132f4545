import { useState } from 'react'
import { useShownPlace } from '../../stores/shown-place'
import { CampaignList } from './campaign-list'
import { EditorOpening } from './editor/editor-opening'
import type { EditorStep } from './editor/steps'

/** What the page shows: the list, or one campaign in the editor (`null`: a new one). */
type View =
  | { readonly kind: 'list' }
  | { readonly kind: 'editor'; readonly id: string | null; readonly step: EditorStep }

/** The main page: the list of campaigns, and the editor in its place. */
export function CampaignsPage() {
  const target = useShownPlace().campaign_id
  const [view, setView] = useState<View>(
    target === null
      ? { kind: 'list' }
      : { kind: 'editor', id: target === 'new' ? null : target, step: 'message' }
  )
  const open = (id: string | null, step: EditorStep = 'message') => setView({ kind: 'editor', id, step })
  if (view.kind === 'list') return <CampaignList onOpen={open} />
  return (
    <EditorOpening
      key={view.id ?? ''}
      id={view.id}
      firstStep={view.step}
      onLeave={() => setView({ kind: 'list' })}
    />
  )
}
