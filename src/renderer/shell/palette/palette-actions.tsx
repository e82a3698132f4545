import { Kbd } from '@mantine/core'
import type { SpotlightActionData } from '@mantine/spotlight'
import {
  IconCopyCheck,
  IconDeviceFloppy,
  IconFileImport,
  IconHandStop,
  IconKeyboard,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlus,
  IconRestore,
  IconUserPlus
} from '@tabler/icons-react'
import i18next, { type TFunction } from 'i18next'
import { foldText, holdsWords, queryWords } from '../../../shared/text/fold-text'
import type { AppState } from '../../../shared/ipc/views'
import { PAGES } from '../../../shared/ipc/pages'
import { digitOf, openPage, openSettingsSection } from '../../stores/navigation-store'
import { setPausedAll } from '../../stores/state-store'
import { backUpNow } from '../../ui/back-up-now'
import { reportFailure } from '../../ui/report-failure'
import { showToast } from '../../ui/toast'
import { releaseEmergencyStop, stopEverything } from '../../ui/emergency-stop'
import { PAGE_ICONS } from '../page-icons'
import { showShortcuts } from '../shortcuts/shortcuts-store'

type T = TFunction<['palette', 'navigation', 'backup']>

const ICON_SIZE = 18

/** Every page, with its key. */
export const pageActions = (t: T): SpotlightActionData[] =>
  PAGES.map((page) => {
    const Symbol = PAGE_ICONS[page]
    const digit = digitOf(page)
    return {
      id: `page-${page}`,
      label: t('go_to', { page: t(`navigation:${page}`) }),
      leftSection: <Symbol size={ICON_SIZE} stroke={1.6} aria-hidden />,
      rightSection: digit === null ? undefined : <Kbd size="xs">{t('page_keys', { number: digit })}</Kbd>,
      onClick: () => void openPage(page)
    }
  })

/** What can be done from everywhere. */
export function commandActions(t: T, state: AppState | null, askWhoStops: () => void): SpotlightActionData[] {
  const isPaused = state?.paused_all ?? false
  const isStopped = (state?.emergency_stop ?? null) !== null
  return [
    {
      id: 'ask-stop',
      label: t('ask_stop'),
      description: t('ask_stop_hint'),
      leftSection: <IconHandStop size={ICON_SIZE} stroke={1.6} aria-hidden />,
      closeSpotlightOnTrigger: false,
      onClick: askWhoStops
    },
    {
      id: 'new-campaign',
      label: t('new_campaign'),
      leftSection: <IconPlus size={ICON_SIZE} stroke={1.6} aria-hidden />,
      onClick: () => void openPage('campaigns', { campaign_id: 'new' })
    },
    {
      id: 'add',
      label: t('add'),
      leftSection: <IconUserPlus size={ICON_SIZE} stroke={1.6} aria-hidden />,
      onClick: () => void openPage('contacts', { contacts_view: 'add' })
    },
    {
      id: 'import',
      label: t('import'),
      leftSection: <IconFileImport size={ICON_SIZE} stroke={1.6} aria-hidden />,
      onClick: () => void openPage('contacts', { contacts_view: 'import' })
    },
    {
      id: 'duplicates',
      label: t('duplicates'),
      leftSection: <IconCopyCheck size={ICON_SIZE} stroke={1.6} aria-hidden />,
      onClick: () => void openPage('contacts', { contacts_view: 'duplicates' })
    },
    {
      id: 'suppress',
      label: t('suppress'),
      leftSection: <IconFileImport size={ICON_SIZE} stroke={1.6} aria-hidden />,
      onClick: () => void openPage('contacts', { contacts_view: 'suppress' })
    },
    {
      id: 'pause',
      label: t(isPaused ? 'resume_all' : 'pause_all'),
      leftSection: isPaused ? (
        <IconPlayerPlay size={ICON_SIZE} stroke={1.6} aria-hidden />
      ) : (
        <IconPlayerPause size={ICON_SIZE} stroke={1.6} aria-hidden />
      ),
      onClick: () => void pauseAll(!isPaused)
    },
    {
      id: 'emergency',
      label: t(isStopped ? 'release' : 'emergency'),
      leftSection: <IconHandStop size={ICON_SIZE} stroke={1.6} aria-hidden />,
      rightSection: isStopped ? undefined : <Kbd size="xs">{t('emergency_keys')}</Kbd>,
      onClick: () => void (isStopped ? releaseEmergencyStop() : stopEverything())
    },
    {
      id: 'backup',
      label: t('backup:now'),
      keywords: t('backup_words'),
      leftSection: <IconDeviceFloppy size={ICON_SIZE} stroke={1.6} aria-hidden />,
      onClick: () => void backUpNow('downloads')
    },
    {
      id: 'restore',
      label: t('restore'),
      description: t('restore_hint'),
      leftSection: <IconRestore size={ICON_SIZE} stroke={1.6} aria-hidden />,
      onClick: () => void openSettingsSection('backup')
    },
    {
      id: 'shortcuts',
      label: t('shortcuts'),
      leftSection: <IconKeyboard size={ICON_SIZE} stroke={1.6} aria-hidden />,
      rightSection: <Kbd size="xs">{t('shortcuts_keys')}</Kbd>,
      onClick: showShortcuts
    }
  ]
}

async function pauseAll(paused: boolean): Promise<void> {
  const done = reportFailure(await setPausedAll(paused))
  if (done.ok)
    showToast({ message: () => i18next.t(paused ? 'paused_toast' : 'resumed_toast', { ns: 'palette' }) })
}

/** Does the text find the action, by its label or its other words? Accents and case do not count. */
export const matches = ({ label = '', keywords = '' }: SpotlightActionData, text: string): boolean =>
  holdsWords(foldText([label, keywords].flat().join(' ')), queryWords(text))
