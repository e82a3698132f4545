import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp, IconArrowLeft } from '@tabler/icons-react'
import type { Icon } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CampaignStatus } from '../../../../shared/domain/campaign'
import { formatTime } from '../../../../shared/text/date-format'
import { useLocalZone } from '../../../stores/settings-store'
import { PageHeader } from '../../../ui/page-header'
import { CampaignStatusBadge } from '../../../ui/status-badge'
import classes from './editor.module.css'
import type { Kept } from './use-autosave'
import type { EditHistoryControls } from './use-edit-history'

interface EditorHeaderProps {
  readonly name: string
  readonly status: CampaignStatus
  /** Was it ever saved? A new campaign is kept as a draft, an old one with unsaved changes. */
  readonly isNew: boolean
  readonly kept: Kept
  readonly history: EditHistoryControls
  /** An archived campaign is only looked at. */
  readonly isReadOnly: boolean
  readonly isSaving: boolean
  /** The step that is open has the button itself. */
  readonly isSavedBelow: boolean
  readonly onSave: () => void
  readonly onLeave: () => void
}

/** Which campaign it is, whether what was typed is safe, and the way back: out of the editor, and through its changes. */
export function EditorHeader(props: EditorHeaderProps) {
  const { name, status, isNew, kept, history, isReadOnly, isSaving, isSavedBelow, onSave, onLeave } = props
  const { t } = useTranslation(['campaigns', 'common'])
  return (
    <PageHeader
      before={
        <ActionIcon variant="subtle" color="gray" size={34} aria-label={t('editor.back')} onClick={onLeave}>
          <IconArrowLeft size={20} aria-hidden />
        </ActionIcon>
      }
      title={name}
      beside={<CampaignStatusBadge status={status} />}
      {...(!isReadOnly && {
        actions: (
          <>
            <KeptNote kept={kept} isNew={isNew} />
            <HistoryButton
              label={t('actions.undo', { ns: 'common' })}
              keys="Control+Z"
              icon={IconArrowBackUp}
              disabled={!history.canUndo}
              onClick={history.undo}
            />
            <HistoryButton
              label={t('editor.redo')}
              keys="Control+Shift+Z"
              icon={IconArrowForwardUp}
              disabled={!history.canRedo}
              onClick={history.redo}
            />
            {!isSavedBelow && (
              <Button
                variant="default"
                ml={4}
                disabled={isSaving}
                aria-keyshortcuts="Control+S"
                onClick={onSave}
              >
                {t('editor.save')}
              </Button>
            )}
          </>
        )
      })}
    />
  )
}

/** Says that nothing is lost, and since when. */
function KeptNote({ kept, isNew }: { readonly kept: Kept; readonly isNew: boolean }) {
  const { t, i18n } = useTranslation('campaigns')
  const zone = useLocalZone()
  if (kept.state === 'nothing') return null
  if (kept.state === 'kept') {
    const time = formatTime(kept.at, zone, i18n.language)
    const text = t(isNew ? 'editor.kept.new' : 'editor.kept.changes', { time })
    return <span className={classes['kept']}>{text}</span>
  }
  return (
    <span className={classes['kept']} data-tone="bad" role="alert">
      {t('editor.kept.failed')}
    </span>
  )
}

interface HistoryButtonProps {
  readonly label: string
  readonly keys: string
  readonly icon: Icon
  readonly disabled: boolean
  readonly onClick: () => void
}

function HistoryButton({ label, keys, icon: Symbol, disabled, onClick }: HistoryButtonProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={34}
        aria-label={label}
        aria-keyshortcuts={keys}
        disabled={disabled}
        onClick={onClick}
      >
        <Symbol size={20} stroke={1.7} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}
