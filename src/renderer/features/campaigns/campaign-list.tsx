import { Button } from '@mantine/core'
import { IconPlus, IconSearchOff, IconSpeakerphone } from '@tabler/icons-react'
import { type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CampaignView } from '../../../shared/ipc/views'
import { loadCampaigns, useCampaignsStore } from '../../stores/campaigns-store'
import { useEditorDraftsStore } from '../../stores/editor-drafts-store'
import { useKeptState } from '../../stores/kept-state'
import { useIsUnreadable } from '../../stores/state-store'
import { EmptyState } from '../../ui/empty-state'
import { LoadFailure } from '../../ui/load-failure'
import { LoadingRows } from '../../ui/loading-rows'
import { Page } from '../../ui/page'
import { PageHeader } from '../../ui/page-header'
import { RunNowDialog } from '../../ui/run-now-dialog'
import { UnreadableFile } from '../../ui/unreadable-file'
import { shownCampaigns, type StatusFilter, statusCounts, unfinishedOf } from './campaign-order'
import { CampaignTable } from './campaign-table'
import type { EditorStep } from './editor/steps'
import { ListFilter } from './list-filter'
import { UnfinishedCampaign } from './unfinished-campaign'

/** A list that is taken in at one glance needs no search. */
const MANY = 6

interface CampaignListProps {
  /** Opens the editor; `null` for a new campaign. */
  readonly onOpen: (id: string | null, step?: EditorStep) => void
}

/** All campaigns, the next to run first. */
export function CampaignList({ onOpen }: CampaignListProps) {
  const { t } = useTranslation('campaigns')
  const { campaigns, status, error } = useCampaignsStore()
  const isUnreadable = useIsUnreadable('campaigns.json')
  const [query, setQuery] = useKeptState('campaigns.query', () => '')
  const [filter, setFilter] = useKeptState<StatusFilter>('campaigns.filter', () => 'all')
  const [toRun, setToRun] = useState<CampaignView | null>(null)
  const notes = useEditorDraftsStore((state) => state.notes)
  const unsaved = useMemo(() => new Set(notes.map(({ key }) => key)), [notes])
  const counts = useMemo(() => statusCounts(campaigns), [campaigns])
  const shownFilter = counts.has(filter) ? filter : 'all'
  const shown = useMemo(() => shownCampaigns(campaigns, shownFilter, query), [campaigns, shownFilter, query])

  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => onOpen(null)}>
      {t('new')}
    </Button>
  )
  const filtered = query !== '' || shownFilter !== 'all'
  const searchable = campaigns.length > MANY || counts.has('archived')

  let content: ReactNode
  if (status === 'failed' && error !== null)
    content = <LoadFailure error={error} onRetry={() => void loadCampaigns()} />
  else if (status === 'loading') content = <LoadingRows height={64} />
  else if (isUnreadable) content = <UnreadableFile file="campaigns.json" />
  else if (campaigns.length === 0)
    content = (
      <EmptyState icon={IconSpeakerphone} title={t('empty.title')} text={t('empty.text')} action={add} />
    )
  else if (shown.length === 0 && filtered)
    content = (
      <EmptyState
        icon={IconSearchOff}
        title={t('nothing_found.title')}
        text={t('nothing_found.text')}
        action={
          <Button
            variant="default"
            onClick={() => {
              setQuery('')
              setFilter('all')
            }}
          >
            {t('nothing_found.action')}
          </Button>
        }
      />
    )
  else
    content = (
      <CampaignTable
        views={shown}
        unsaved={unsaved}
        onOpen={onOpen}
        onReview={(id) => onOpen(id, 'review')}
        onRunNow={setToRun}
      />
    )

  return (
    <Page
      scroll="own"
      header={
        <PageHeader
          title={t('title')}
          description={t('description')}
          actions={campaigns.length > 0 ? add : undefined}
        />
      }
    >
      {status === 'ready' &&
        unfinishedOf(notes, campaigns).map((note) => (
          <UnfinishedCampaign key={note.key} note={note} onContinue={onOpen} />
        ))}
      {searchable && (
        <ListFilter
          query={query}
          onQuery={setQuery}
          filter={shownFilter}
          onFilter={setFilter}
          counts={counts}
        />
      )}
      {content}
      {toRun && <RunNowDialog campaign={toRun.campaign} onClose={() => setToRun(null)} />}
    </Page>
  )
}
