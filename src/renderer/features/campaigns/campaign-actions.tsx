import { ActionIcon, Menu } from '@mantine/core'
import {
  IconArchive,
  IconArchiveOff,
  IconChecks,
  IconCopy,
  IconDots,
  IconEraser,
  IconEye,
  IconPencil,
  IconPlayerPause,
  IconPlayerPlay,
  IconPower,
  IconTerminal2,
  IconTrash
} from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isAllowedMove } from '../../../shared/domain/campaign'
import type { CampaignView } from '../../../shared/ipc/views'
import { showInConsole } from '../../stores/console-view'
import { changeStatus, confirmAndDelete, discardDraft, duplicate } from './campaign-commands'
import { activateWord } from './campaign-moves'
import classes from './campaigns.module.css'
import { RowButton } from './row-button'

interface CampaignActionsProps {
  readonly view: CampaignView
  /** Something was typed for it and not saved. */
  readonly hasDraft: boolean
  readonly onEdit: () => void
  /** Whoever activates reads the campaign through first. */
  readonly onReview: () => void
  readonly onRunNow: () => void
  readonly onOpenCopy: (id: string) => void
}

/** The buttons of a row: what is done every day is visible, the rest is in a menu. They mirror the allowed moves. */
export function CampaignActions(props: CampaignActionsProps) {
  const { view, hasDraft, onEdit, onReview, onRunNow, onOpenCopy } = props
  const { t } = useTranslation('campaigns')
  const [busy, setBusy] = useState(false)
  const hintId = useId()
  const { campaign, open_run: openRun } = view
  const { status } = campaign
  const blocked = openRun !== null
  const blockedHint = blocked ? t('actions.blocked_by_run') : undefined

  const during = async (command: Promise<unknown>) => {
    setBusy(true)
    await command
    setBusy(false)
  }
  const copy = async () => {
    const id = await duplicate(campaign)
    if (id !== null) onOpenCopy(id)
  }

  /** Somebody looked at it before it was paused. What speaks against it now is said by the review. */
  const resume = async () => {
    if (!(await changeStatus(campaign, 'active'))) onReview()
  }

  return (
    <div className={classes['actions']}>
      {isAllowedMove(status, 'active') && (
        <RowButton
          label={t(activateWord(status))}
          icon={IconPower}
          disabled={busy}
          onClick={() => (status === 'paused' ? void during(resume()) : onReview())}
        />
      )}
      {isAllowedMove(status, 'paused') && (
        <RowButton
          label={t('actions.pause')}
          icon={IconPlayerPause}
          disabled={busy}
          onClick={() => void during(changeStatus(campaign, 'paused'))}
        />
      )}
      {status !== 'archived' && (
        <RowButton
          label={t('actions.run_now')}
          icon={IconPlayerPlay}
          hint={blockedHint}
          disabled={busy || blocked}
          onClick={onRunNow}
        />
      )}
      <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={30}
            aria-label={t('row.more_label', { name: campaign.name })}
          >
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={
              status === 'archived' ? <IconEye size={16} aria-hidden /> : <IconPencil size={16} aria-hidden />
            }
            onClick={onEdit}
          >
            {t(status === 'archived' ? 'actions.open' : 'actions.edit')}
          </Menu.Item>
          {hasDraft && (
            <Menu.Item
              leftSection={<IconEraser size={16} aria-hidden />}
              onClick={() => void during(discardDraft(campaign._id))}
            >
              {t('actions.discard_draft')}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconCopy size={16} aria-hidden />} onClick={() => void during(copy())}>
            {t('actions.duplicate')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconTerminal2 size={16} aria-hidden />}
            onClick={() => void showInConsole({ campaign_id: campaign._id })}
          >
            {t('actions.console')}
          </Menu.Item>
          <Menu.Divider />
          {isAllowedMove(status, 'completed') && (
            <Menu.Item
              leftSection={<IconChecks size={16} aria-hidden />}
              onClick={() => void during(changeStatus(campaign, 'completed'))}
            >
              {t('actions.complete')}
            </Menu.Item>
          )}
          {blockedHint !== undefined && <Menu.Label id={hintId}>{blockedHint}</Menu.Label>}
          {isAllowedMove(status, 'archived') && (
            <Menu.Item
              leftSection={<IconArchive size={16} aria-hidden />}
              disabled={blocked}
              aria-describedby={blocked ? hintId : undefined}
              onClick={() => void during(changeStatus(campaign, 'archived'))}
            >
              {t('actions.archive')}
            </Menu.Item>
          )}
          {isAllowedMove(status, 'draft') && (
            <Menu.Item
              leftSection={<IconArchiveOff size={16} aria-hidden />}
              onClick={() => void during(changeStatus(campaign, 'draft'))}
            >
              {t('actions.unarchive')}
            </Menu.Item>
          )}
          <Menu.Item
            c="var(--mantine-color-error)"
            leftSection={<IconTrash size={16} aria-hidden />}
            disabled={blocked}
            aria-describedby={blocked ? hintId : undefined}
            onClick={() => void during(confirmAndDelete(campaign))}
          >
            {t('actions.delete')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}
