import type { SpotlightActionData } from '@mantine/spotlight'
import { IconDeviceDesktop, IconLanguage, IconMoon, IconSun } from '@tabler/icons-react'
import type { TFunction } from 'i18next'
import type { Settings } from '../../../shared/domain/settings'
import { openSettingsSection } from '../../stores/navigation-store'
import { SETTINGS_SECTIONS } from '../../stores/settings-sections'
import { saveSettings, useSettingsStore } from '../../stores/settings-store'
import { reportFailure } from '../../ui/report-failure'
import { PAGE_ICONS } from '../page-icons'

type T = TFunction<['palette', 'settings', 'backup']>

const ICON_SIZE = 18
const SettingsIcon = PAGE_ICONS.settings
const LANGUAGES = ['en', 'vi'] as const
const THEME_ICONS = { light: IconSun, dark: IconMoon, system: IconDeviceDesktop } as const
const THEMES = ['light', 'dark', 'system'] as const

/** Leads to each section of the settings. */
export const sectionActions = (t: T): SpotlightActionData[] =>
  SETTINGS_SECTIONS.map(({ id, titleKey }) => ({
    id: `settings-${id}`,
    label: t(titleKey),
    description: t('setting'),
    leftSection: <SettingsIcon size={ICON_SIZE} stroke={1.6} aria-hidden />,
    onClick: () => void openSettingsSection(id)
  }))

/** The other language and the other themes: what holds already is not offered. */
export const lookActions = (
  t: T,
  language: string,
  theme: Settings['theme'] | undefined
): SpotlightActionData[] => [
  ...LANGUAGES.filter((each) => each !== language).map((each) => ({
    id: `language-${each}`,
    label: t('language', { language: t(`settings:look.languages.${each}`) }),
    leftSection: <IconLanguage size={ICON_SIZE} stroke={1.6} aria-hidden />,
    onClick: () => void change({ language: each })
  })),
  ...THEMES.filter((each) => each !== theme).map((each) => {
    const ThemeIcon = THEME_ICONS[each]
    return {
      id: `theme-${each}`,
      label: t('theme', { theme: t(`settings:look.themes.${each}`) }),
      leftSection: <ThemeIcon size={ICON_SIZE} stroke={1.6} aria-hidden />,
      onClick: () => void change({ theme: each })
    }
  })
]

async function change(part: Partial<Pick<Settings, 'language' | 'theme'>>): Promise<void> {
  const { settings } = useSettingsStore.getState()
  if (settings !== null) reportFailure(await saveSettings({ ...settings, ...part }))
}
