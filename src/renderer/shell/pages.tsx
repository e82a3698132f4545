import { type FunctionComponent, lazy } from 'react'
import type { Page } from '../../shared/ipc/pages'
import { OverviewPage } from '../features/overview/overview-page'

/** How the code of a page is loaded that is not shown first. */
const LOADS = {
  campaigns: async () => (await import('../features/campaigns/campaigns-page')).CampaignsPage,
  calendar: async () => (await import('../features/calendar/calendar-page')).CalendarPage,
  attention: async () => (await import('../features/attention/attention-page')).AttentionPage,
  contacts: async () => (await import('../features/contacts/contacts-page')).ContactsPage,
  runs: async () => (await import('../features/runs/runs-page')).RunsPage,
  console: async () => (await import('../features/console/console-page')).ConsolePage,
  practice: async () => (await import('../features/practice/practice-page')).PracticePage,
  settings: async () => (await import('../features/settings/settings-page')).SettingsPage,
  health: async () => (await import('../features/health/health-page')).HealthPage
} as const satisfies Readonly<Record<Exclude<Page, 'overview'>, () => Promise<FunctionComponent>>>

const later = (load: () => Promise<FunctionComponent>) => lazy(async () => ({ default: await load() }))

export const PAGE_COMPONENTS: Readonly<Record<Page, FunctionComponent>> = {
  overview: OverviewPage,
  campaigns: later(LOADS.campaigns),
  calendar: later(LOADS.calendar),
  attention: later(LOADS.attention),
  contacts: later(LOADS.contacts),
  runs: later(LOADS.runs),
  console: later(LOADS.console),
  practice: later(LOADS.practice),
  settings: later(LOADS.settings),
  health: later(LOADS.health)
}

/** Loads the code of all pages, one after the other while nothing else is to be done: going to one is at once then. */
export async function loadPages(): Promise<void> {
  for (const load of Object.values(LOADS)) {
    await new Promise((resolve) => requestIdleCallback(resolve))
    // A page that cannot be loaded says so when it is asked for.
    await load().catch(() => undefined)
  }
}
