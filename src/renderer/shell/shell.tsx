import { AppShell } from '@mantine/core'
import { type HotkeyItem, useHotkeys, useMediaQuery } from '@mantine/hooks'
import { OVERLAYS_ID } from '../theme'
import { PAGES } from '../../shared/ipc/pages'
import { digitOf, openPage } from '../stores/navigation-store'
import { BANNERS_ID } from '../ui/banners'
import { AskedRunNow } from './asked-run-now'
import { ClockBanner } from './clock-banner'
import { EmergencyBanner } from './emergency-banner'
import { stopEverything } from '../ui/emergency-stop'
import { Navigation } from './navigation'
import { Palette } from './palette/palette'
import { PageOutlet } from './page-outlet'
import { PausedBanner } from './paused-banner'
import { QuitQuestion } from './quit-question'
import { ShortcutsDialog } from './shortcuts/shortcuts-dialog'
import { showShortcuts } from './shortcuts/shortcuts-store'
import { StatusBar } from './status-bar'
import { StorageBanner } from './storage-banner'
import classes from './shell.module.css'

const NARROW = '(max-width: 899px)'
const NAVIGATION_WIDTH = 224
const NAVIGATION_WIDTH_NARROW = 60
const STATUS_BAR_HEIGHT = 44

/** The frame of the window: pages on the left, what is happening at the bottom, the page in between. */
export function Shell() {
  const narrow = useMediaQuery(NARROW, false, { getInitialValueInEffect: false })
  useHotkeys(
    [
      ...PAGES.flatMap((target): HotkeyItem[] => {
        const digit = digitOf(target)
        return digit === null ? [] : [[`mod+${digit}`, () => void openPage(target)]]
      }),
      ['mod+/', showShortcuts],
      ['mod+shift+S', () => void stopEverything()]
    ],
    []
  )
  // Where a question mark is typed it is a letter.
  useHotkeys([['shift+?', showShortcuts]])
  return (
    <AppShell
      navbar={{ width: narrow ? NAVIGATION_WIDTH_NARROW : NAVIGATION_WIDTH, breakpoint: 0 }}
      footer={{ height: STATUS_BAR_HEIGHT }}
      transitionDuration={0}
      padding={0}
    >
      <Navigation narrow={narrow} />
      <AppShell.Main className={classes['main']}>
        <div id={BANNERS_ID}>
          <StorageBanner />
          <EmergencyBanner />
          <ClockBanner />
          <PausedBanner />
        </div>
        <PageOutlet />
        <div id={OVERLAYS_ID} className={classes['overlays']} />
      </AppShell.Main>
      <StatusBar />
      <Palette />
      <AskedRunNow />
      <QuitQuestion />
      <ShortcutsDialog />
    </AppShell>
  )
}
