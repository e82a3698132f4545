/** The sections of the settings in their order on the page, each with the key of its title. The id is also the anchor. */
export const SETTINGS_SECTIONS = [
  { id: 'gateway', titleKey: 'settings:gateway.title' },
  { id: 'limits', titleKey: 'settings:limits.title' },
  { id: 'quiet-hours', titleKey: 'settings:quiet.title' },
  { id: 'frequency-cap', titleKey: 'settings:cap.title' },
  { id: 'timeouts', titleKey: 'settings:timeouts.title' },
  { id: 'defaults', titleKey: 'settings:country.title' },
  { id: 'notifications', titleKey: 'settings:notify.title' },
  { id: 'login', titleKey: 'settings:login.title' },
  { id: 'look', titleKey: 'settings:look.title' },
  { id: 'backup', titleKey: 'backup:title' },
  { id: 'log', titleKey: 'settings:log.title' },
  { id: 'keep', titleKey: 'settings:keep.title' },
  { id: 'data', titleKey: 'settings:data.title' },
  { id: 'updates', titleKey: 'settings:updates.title' },
  { id: 'about', titleKey: 'settings:about.title' }
] as const

export type SettingsSectionId = (typeof SETTINGS_SECTIONS)[number]['id']
