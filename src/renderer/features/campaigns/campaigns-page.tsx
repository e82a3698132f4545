import { useState } from 'react'
import { useShownPlace } from '../../stores/shown-place'
import { CampaignList } from './campaign-list'
import { EditorOpening } from './editor/editor-opening'
import type { EditorStep } from './editor/steps'
import { type CampaignsView, useKeptView, useLeftView } from './kept-view'

/** The main page: the list of campaigns, and the editor in its place. */
export function CampaignsPage() {
  const target = useShownPlace().campaign_id
  const left = useLeftView()
  const [view, setView] = useState<CampaignsView>(() => left ?? viewOf(target))
  // What the editor shows it says itself: a new campaign gets its id there.
  useKeptView(view.kind === 'list' ? view : undefined)
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

const viewOf = (target: string | null): CampaignsView =>
  target === null
    ? { kind: 'list' }
    : { kind: 'editor', id: target === 'new' ? null : target, step: 'message' }
