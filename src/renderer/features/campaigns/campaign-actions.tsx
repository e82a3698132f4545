import { ActionIcon, Menu } from '@mantine/core'
import {
  IconArchive,
  IconArchiveOff,
  IconChecks,
  IconCopy,
  IconDots,
  IconPencil,
  IconPlayerPause,
  IconPlayerPlay,
  IconPower,
  IconTrash
} from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isAllowedMove } from '../../../shared/domain/campaign'
import type { CampaignView } from '../../../shared/ipc/views'
import { changeStatus, confirmAndDelete, duplicate } from './campaign-commands'
import classes from './campaigns.module.css'
import { RowButton } from './row-button'

interface CampaignActionsProps {
  readonly view: CampaignView
  readonly onEdit: () => void
  readonly onRunNow: () => void
  readonly onOpenCopy: (id: string) => void
}

/** The buttons of a row: what is done every day is visible, the rest is in a menu. They mirror the allowed moves. */
export function CampaignActions({ view, onEdit, onRunNow, onOpenCopy }: CampaignActionsProps) {
  const { t } = useTranslation('campaigns')
  const [busy, setBusy] = useState(false)
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

  return (
    <div className={classes['actions']}>
      {isAllowedMove(status, 'active') && (
        <RowButton
          label={t('actions.activate')}
          icon={IconPower}
          disabled={busy}
          onClick={() => void during(changeStatus(campaign, 'active'))}
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
          {status !== 'archived' && (
            <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={onEdit}>
              {t('actions.edit')}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconCopy size={16} aria-hidden />} onClick={() => void during(copy())}>
            {t('actions.duplicate')}
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
          {isAllowedMove(status, 'archived') && (
            <Menu.Item
              leftSection={<IconArchive size={16} aria-hidden />}
              disabled={blocked}
              title={blockedHint}
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
            title={blockedHint}
            onClick={() => void during(confirmAndDelete(campaign))}
          >
            {t('actions.delete')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}
