import {
  type Icon,
  IconAddressBook,
  IconChecklist,
  IconHistory,
  IconInbox,
  IconSettings,
  IconSpeakerphone,
  IconTerminal2
} from '@tabler/icons-react'
import type { Page } from '../../shared/ipc/contract'

/** The sign of each page, wherever the page is named. */
export const PAGE_ICONS: Readonly<Record<Page, Icon>> = {
  campaigns: IconSpeakerphone,
  attention: IconChecklist,
  contacts: IconAddressBook,
  runs: IconHistory,
  console: IconTerminal2,
  practice: IconInbox,
  settings: IconSettings
}
