import { SegmentedControl } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Settings } from '../../../shared/domain/settings'
import { saveSettings } from '../../stores/settings-store'
import { reportFailure } from '../../ui/report-failure'
import { Resettable } from './resettable'
import { DEFAULT_SETTINGS } from './settings-draft'
import { SettingsSection } from './settings-section'
import classes from './settings.module.css'

const LANGUAGES = ['system', 'en', 'vi'] as const
const THEMES = ['system', 'light', 'dark'] as const

/** Language and theme. Both hold at once and leave what is unsaved elsewhere on the page alone. */
export function LookSection({ settings }: { readonly settings: Settings }) {
  const { t } = useTranslation('settings')
  const languageId = useId()
  const themeId = useId()
  const apply = async (part: Partial<Pick<Settings, 'language' | 'theme'>>) => {
    reportFailure(await saveSettings({ ...settings, ...part }))
  }
  return (
    <SettingsSection title={t('look.title')} text={t('look.text')}>
      <div className={classes['look']}>
        <Resettable
          field={t('look.language')}
          isDefault={settings.language === DEFAULT_SETTINGS.language}
          value={t('look.languages.system')}
          onReset={() => void apply({ language: DEFAULT_SETTINGS.language })}
        >
          <div className={classes['label']} id={languageId}>
            {t('look.language')}
          </div>
          <SegmentedControl
            aria-labelledby={languageId}
            data={LANGUAGES.map((value) => ({ value, label: t(`look.languages.${value}`) }))}
            value={settings.language}
            onChange={(language) => void apply({ language })}
          />
          <p className={classes['hint']}>{t('look.language_hint')}</p>
        </Resettable>
        <Resettable
          field={t('look.theme')}
          isDefault={settings.theme === DEFAULT_SETTINGS.theme}
          value={t('look.themes.system')}
          onReset={() => void apply({ theme: DEFAULT_SETTINGS.theme })}
        >
          <div className={classes['label']} id={themeId}>
            {t('look.theme')}
          </div>
          <SegmentedControl
            aria-labelledby={themeId}
            data={THEMES.map((value) => ({ value, label: t(`look.themes.${value}`) }))}
            value={settings.theme}
            onChange={(theme) => void apply({ theme })}
          />
          <p className={classes['hint']}>{t('look.theme_hint')}</p>
        </Resettable>
      </div>
    </SettingsSection>
  )
}
