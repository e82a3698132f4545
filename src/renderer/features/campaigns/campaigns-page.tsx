import { useState } from 'react'
import { useCampaignsStore } from '../../stores/campaigns-store'
import { CampaignEditor } from './editor/campaign-editor'
import { CampaignList } from './campaign-list'

/** What the page shows: the list, or one campaign in the editor (`null`: a new one). */
type View = { readonly kind: 'list' } | { readonly kind: 'editor'; readonly id: string | null }

/** The main page: the list of campaigns, and the editor in its place. */
export function CampaignsPage() {
  const [view, setView] = useState<View>({ kind: 'list' })
  const edited = useCampaignsStore((state) =>
    view.kind === 'editor' ? state.campaigns.find(({ campaign }) => campaign._id === view.id) : undefined
  )
  const openEditor = (id: string | null) => setView({ kind: 'editor', id })
  if (view.kind === 'list') return <CampaignList onOpen={openEditor} />
  return (
    <CampaignEditor key={view.id ?? ''} saved={edited ?? null} onLeave={() => setView({ kind: 'list' })} />
  )
}
