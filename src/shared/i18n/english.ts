import common from './en/common.json'
import navigation from './en/navigation.json'
import palette from './en/palette.json'
import errors from './en/errors.json'
import reasons from './en/reasons.json'
import tray from './en/tray.json'
import alerts from './en/alerts.json'
import attention from './en/attention.json'
import backup from './en/backup.json'
import campaigns from './en/campaigns.json'
import contacts from './en/contacts.json'
import person from './en/person.json'
import duplicates from './en/duplicates.json'
import importing from './en/import.json'
import runs from './en/runs.json'
import console from './en/console.json'
import practice from './en/practice.json'
import message from './en/message.json'
import rehearsal from './en/rehearsal.json'
import calendar from './en/calendar.json'
import overview from './en/overview.json'
import report from './en/report.json'
import settings from './en/settings.json'
import health from './en/health.json'
import shortcuts from './en/shortcuts.json'

/** Every sentence that Loa shows, in English. */
export const english = {
  common,
  navigation,
  palette,
  errors,
  reasons,
  tray,
  alerts,
  attention,
  backup,
  campaigns,
  contacts,
  person,
  duplicates,
  import: importing,
  runs,
  console,
  practice,
  message,
  rehearsal,
  calendar,
  overview,
  report,
  settings,
  health,
  shortcuts
} as const
