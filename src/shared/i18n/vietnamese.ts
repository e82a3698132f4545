import common from './vi/common.json'
import navigation from './vi/navigation.json'
import palette from './vi/palette.json'
import errors from './vi/errors.json'
import reasons from './vi/reasons.json'
import tray from './vi/tray.json'
import alerts from './vi/alerts.json'
import attention from './vi/attention.json'
import backup from './vi/backup.json'
import campaigns from './vi/campaigns.json'
import contacts from './vi/contacts.json'
import person from './vi/person.json'
import duplicates from './vi/duplicates.json'
import importing from './vi/import.json'
import runs from './vi/runs.json'
import console from './vi/console.json'
import practice from './vi/practice.json'
import message from './vi/message.json'
import rehearsal from './vi/rehearsal.json'
import calendar from './vi/calendar.json'
import overview from './vi/overview.json'
import report from './vi/report.json'
import settings from './vi/settings.json'
import health from './vi/health.json'
import shortcuts from './vi/shortcuts.json'

/** Every sentence that Loa shows, in Vietnamese. */
export const vietnamese = {
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
