import { Button } from '@mantine/core'
import { IconMoodEmpty } from '@tabler/icons-react'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EditorDraft } from '../../../../shared/ipc/views'
import { loa } from '../../../api'
import { loadCampaigns, useCampaignsStore } from '../../../stores/campaigns-store'
import { NEW_CAMPAIGN } from '../../../stores/editor-drafts-store'
import { useIsUnreadable } from '../../../stores/state-store'
import { EmptyState } from '../../../ui/empty-state'
import { LoadFailure } from '../../../ui/load-failure'
import { LoadingRows } from '../../../ui/loading-rows'
import { Page } from '../../../ui/page'
import { PageHeader } from '../../../ui/page-header'
import { UnreadableFile } from '../../../ui/unreadable-file'
import { CampaignEditor } from './campaign-editor'
import type { EditorStep } from './steps'

interface EditorOpeningProps {
  /** Null for a new campaign. */
  readonly id: string | null
  readonly firstStep: EditorStep
  readonly onLeave: () => void
}

/** Finds the campaign, and what was typed for it the last time, before the editor begins with them. */
export function EditorOpening({ id: openedId, firstStep, onLeave }: EditorOpeningProps) {
  const { t } = useTranslation('campaigns')
  const [id, setId] = useState(openedId)
  const [found, setFound] = useState<{ readonly draft: EditorDraft | null } | null>(null)
  const { campaigns, status, error } = useCampaignsStore()
  const saved = campaigns.find(({ campaign }) => campaign._id === id) ?? null

  useEffect(() => {
    let isCurrent = true
    void loa.getEditorDraft(openedId ?? NEW_CAMPAIGN).then((result) => {
      if (isCurrent) setFound({ draft: result.ok ? result.value : null })
    })
    return () => {
      isCurrent = false
    }
  }, [openedId])

  if (found === null || status !== 'ready') {
    return (
      <Page header={<PageHeader title={saved?.campaign.name ?? t('editor.new_title')} />}>
        {status === 'failed' && error !== null ? (
          <LoadFailure error={error} onRetry={() => void loadCampaigns()} />
        ) : (
          <LoadingRows height={64} rows={5} />
        )}
      </Page>
    )
  }
  return (
    <FoundCampaign isThere={openedId === null || saved !== null || found.draft !== null} onLeave={onLeave}>
      <CampaignEditor
        // Moved back to the drafts it begins anew, with what was typed before it was archived.
        key={String(saved?.campaign.status === 'archived')}
        id={id}
        saved={saved}
        draft={found.draft}
        firstStep={firstStep}
        onSaved={setId}
        onLeave={onLeave}
      />
    </FoundCampaign>
  )
}

interface FoundCampaignProps {
  readonly isThere: boolean
  readonly onLeave: () => void
  readonly children: ReactNode
}

/** The editor, or why there is none. A campaign that goes away later does not take its editor with it. */
function FoundCampaign({ isThere, onLeave, children }: FoundCampaignProps) {
  const { t } = useTranslation('campaigns')
  const isUnreadable = useIsUnreadable('campaigns.json')
  const [wasThere] = useState(isThere)
  if (wasThere) return children
  if (isUnreadable)
    return (
      <Page header={<PageHeader title={t('title')} />}>
        <UnreadableFile file="campaigns.json" />
      </Page>
    )
  return (
    <Page header={<PageHeader title={t('title')} />}>
      <EmptyState
        icon={IconMoodEmpty}
        title={t('editor.missing.title')}
        text={t('editor.missing.text')}
        action={<Button onClick={onLeave}>{t('editor.back')}</Button>}
      />
    </Page>
  )
}
