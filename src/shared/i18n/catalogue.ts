import enAlerts from './en/alerts.json'
import enAttention from './en/attention.json'
import enBackup from './en/backup.json'
import enCampaigns from './en/campaigns.json'
import enCommon from './en/common.json'
import enConsole from './en/console.json'
import enContacts from './en/contacts.json'
import enDuplicates from './en/duplicates.json'
import enErrors from './en/errors.json'
import enHealth from './en/health.json'
import enImport from './en/import.json'
import enMessage from './en/message.json'
import enRehearsal from './en/rehearsal.json'
import enCalendar from './en/calendar.json'
import enOverview from './en/overview.json'
import enReport from './en/report.json'
import enNavigation from './en/navigation.json'
import enPalette from './en/palette.json'
import enPerson from './en/person.json'
import enPractice from './en/practice.json'
import enReasons from './en/reasons.json'
import enRuns from './en/runs.json'
import enShortcuts from './en/shortcuts.json'
import enSettings from './en/settings.json'
import enTray from './en/tray.json'
import viAlerts from './vi/alerts.json'
import viAttention from './vi/attention.json'
import viBackup from './vi/backup.json'
import viCampaigns from './vi/campaigns.json'
import viCommon from './vi/common.json'
import viConsole from './vi/console.json'
import viContacts from './vi/contacts.json'
import viDuplicates from './vi/duplicates.json'
import viErrors from './vi/errors.json'
import viHealth from './vi/health.json'
import viImport from './vi/import.json'
import viMessage from './vi/message.json'
import viRehearsal from './vi/rehearsal.json'
import viCalendar from './vi/calendar.json'
import viOverview from './vi/overview.json'
import viReport from './vi/report.json'
import viNavigation from './vi/navigation.json'
import viPalette from './vi/palette.json'
import viPerson from './vi/person.json'
import viPractice from './vi/practice.json'
import viReasons from './vi/reasons.json'
import viRuns from './vi/runs.json'
import viShortcuts from './vi/shortcuts.json'
import viSettings from './vi/settings.json'
import viTray from './vi/tray.json'

/** Every sentence that Loa shows, by language and namespace. Window, tray and notifications read the same one. */
export const catalogue = {
  en: {
    common: enCommon,
    navigation: enNavigation,
    palette: enPalette,
    errors: enErrors,
    reasons: enReasons,
    tray: enTray,
    alerts: enAlerts,
    attention: enAttention,
    backup: enBackup,
    campaigns: enCampaigns,
    contacts: enContacts,
    person: enPerson,
    duplicates: enDuplicates,
    import: enImport,
    runs: enRuns,
    console: enConsole,
    practice: enPractice,
    message: enMessage,
    rehearsal: enRehearsal,
    calendar: enCalendar,
    overview: enOverview,
    report: enReport,
    settings: enSettings,
    health: enHealth,
    shortcuts: enShortcuts
  },
  vi: {
    common: viCommon,
    navigation: viNavigation,
    palette: viPalette,
    errors: viErrors,
    reasons: viReasons,
    tray: viTray,
    alerts: viAlerts,
    attention: viAttention,
    backup: viBackup,
    campaigns: viCampaigns,
    contacts: viContacts,
    person: viPerson,
    duplicates: viDuplicates,
    import: viImport,
    runs: viRuns,
    console: viConsole,
    practice: viPractice,
    message: viMessage,
    rehearsal: viRehearsal,
    calendar: viCalendar,
    overview: viOverview,
    report: viReport,
    settings: viSettings,
    health: viHealth,
    shortcuts: viShortcuts
  }
} as const

export type Language = keyof typeof catalogue

export type Namespace = keyof (typeof catalogue)['en']
