import type { FunctionComponent } from 'react'
import type { Page } from '../../shared/ipc/pages'
import { AttentionPage } from '../features/attention/attention-page'
import { CalendarPage } from '../features/calendar/calendar-page'
import { CampaignsPage } from '../features/campaigns/campaigns-page'
import { ConsolePage } from '../features/console/console-page'
import { ContactsPage } from '../features/contacts/contacts-page'
import { HealthPage } from '../features/health/health-page'
import { OverviewPage } from '../features/overview/overview-page'
import { PracticePage } from '../features/practice/practice-page'
import { RunsPage } from '../features/runs/runs-page'
import { SettingsPage } from '../features/settings/settings-page'

export const PAGE_COMPONENTS: Readonly<Record<Page, FunctionComponent>> = {
  overview: OverviewPage,
  campaigns: CampaignsPage,
  calendar: CalendarPage,
  attention: AttentionPage,
  contacts: ContactsPage,
  runs: RunsPage,
  console: ConsolePage,
  practice: PracticePage,
  settings: SettingsPage,
  health: HealthPage
}
