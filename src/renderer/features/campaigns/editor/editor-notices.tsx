import { Button, CloseButton } from '@mantine/core'
import {
  IconAlertTriangle,
  IconArchive,
  IconHistory,
  IconInfoCircle,
  IconPlayerPlay,
  IconReplace,
  IconTrash
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CampaignView } from '../../../../shared/ipc/views'
import { formatDate, formatTime } from '../../../../shared/text/date-format'
import { useLocalZone } from '../../../stores/settings-store'
import { changeStatus } from '../campaign-commands'
import { EditorNotice } from './editor-notice'
import classes from './editor-notice.module.css'
import type { Stored } from './use-stored'

interface EditorNoticesProps {
  readonly saved: CampaignView | null
  /** What is wrong where no field can say it. */
  readonly problem: string | null
  /** What is typed, beside what is stored. */
  readonly stored: Stored
  /** The campaign was deleted while something was typed for it. */
  readonly isGone: boolean
  /** A save is under way: what it changes was not changed by others. */
  readonly isSaving: boolean
  readonly onForget: () => void
  readonly onSaveAsNew: () => void
}

/** What there is to know about the campaign as a whole before one types on. */
export function EditorNotices(props: EditorNoticesProps) {
  const { saved, problem, stored, isGone, isSaving, onForget, onSaveAsNew } = props
  const { t } = useTranslation(['campaigns', 'common'])
  const shownTime = useShownTime()
  const status = saved?.campaign.status
  const { restoredAt } = stored
  const isChanged = stored.isChanged && !isSaving
  return (
    <div className={classes['notices']}>
      {problem !== null && (
        <EditorNotice tone="bad" icon={IconAlertTriangle} isUrgent>
          {problem}
        </EditorNotice>
      )}
      {isGone && (
        <EditorNotice
          tone="caution"
          icon={IconTrash}
          isUrgent
          actions={
            <>
              <Choice label={t('editor.gone.save')} onClick={onSaveAsNew} />
              <Choice label={t('editor.gone.discard')} onClick={onForget} />
            </>
          }
        >
          {t('editor.gone.text')}
        </EditorNotice>
      )}
      {isChanged && saved !== null && (
        <EditorNotice
          tone="caution"
          icon={IconReplace}
          isUrgent
          actions={
            <>
              <Choice label={t('editor.changed.mine')} onClick={stored.keepMine} />
              <Choice label={t('editor.changed.theirs')} onClick={stored.takeTheirs} />
            </>
          }
        >
          {t('editor.changed.text', { time: shownTime(saved.campaign.updated_at) })}
        </EditorNotice>
      )}
      {restoredAt !== null && !isGone && !isChanged && (
        <EditorNotice
          tone="busy"
          icon={IconHistory}
          actions={
            <>
              <Choice label={t('editor.restored.discard')} onClick={stored.discard} />
              <CloseButton
                aria-label={t('actions.close', { ns: 'common' })}
                onClick={stored.dismissRestored}
              />
            </>
          }
        >
          {t('editor.restored.text', { time: shownTime(restoredAt) })}
        </EditorNotice>
      )}
      {saved !== null && status === 'archived' && (
        <EditorNotice
          tone="neutral"
          icon={IconArchive}
          actions={
            <Choice
              label={t('actions.unarchive')}
              onClick={() => void changeStatus(saved.campaign, 'draft')}
            />
          }
        >
          {t('editor.archived_note')}
        </EditorNotice>
      )}
      {saved !== null && saved.open_run !== null ? (
        <EditorNotice tone="busy" icon={IconPlayerPlay}>
          {t('editor.running_note')}
        </EditorNotice>
      ) : (
        status === 'active' && (
          <EditorNotice tone="quiet" icon={IconInfoCircle}>
            {t('editor.active_note')}
          </EditorNotice>
        )
      )}
    </div>
  )
}

function Choice({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return (
    <Button size="xs" variant="default" onClick={onClick}>
      {label}
    </Button>
  )
}

/** `10:42`, with the day when it was not today. */
function useShownTime(): (instant: string) => string {
  const { i18n } = useTranslation()
  const zone = useLocalZone()
  return (instant) => {
    const at = new Date(instant)
    const now = new Date()
    const day = (of: Date) => formatDate(of, zone, i18n.language, now)
    const time = formatTime(at, zone, i18n.language)
    return day(at) === day(now) ? time : `${day(at)}, ${time}`
  }
}
