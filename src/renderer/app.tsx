import { MantineProvider } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import { ModalsProvider } from '@mantine/modals'
import { Notifications } from '@mantine/notifications'
import { useEffect, useLayoutEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { languageOf, switchLanguage } from './i18n'
import { Shell } from './shell/shell'
import { useSettingsStore } from './stores/settings-store'
import classes from './app.module.css'
import { cssVariablesResolver, theme } from './theme'

/** Monday, as in the schedule's numbering of the days. Weekends are not marked: red is for what went wrong. */
const FIRST_DAY_OF_WEEK = 1

interface AppProps {
  /** Called when there is something to see. */
  readonly onPainted: () => void
}

/** Theme, language and dialogs around the shell. Both follow the settings at once. */
export function App({ onPainted }: AppProps) {
  const chosenTheme = useSettingsStore((state) => state.settings?.theme ?? 'system')
  const language = useSettingsStore((state) => languageOf(state.settings?.language ?? 'system', state.info))
  const { i18n } = useTranslation()

  useEffect(() => {
    void switchLanguage(language)
  }, [language])
  // Not an effect, which comes after the paint: the window comes up while this is painted.
  useLayoutEffect(onPainted, [onPainted])

  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      {...(chosenTheme === 'system' ? {} : { forceColorScheme: chosenTheme })}
    >
      <DatesProvider settings={{ locale: i18n.language, firstDayOfWeek: FIRST_DAY_OF_WEEK, weekendDays: [] }}>
        <ModalsProvider>
          {/* One in front of the other: those behind wait until they are seen. */}
          <Notifications
            position="bottom-center"
            layout="stacked"
            containerWidth={380}
            className={classes['toasts']}
          />
          <Shell />
        </ModalsProvider>
      </DatesProvider>
    </MantineProvider>
  )
}
