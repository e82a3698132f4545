import { AppShell, Tooltip, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconSpeakerphone } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { openRuns } from '../../shared/domain/open-runs'
import { toDecide } from '../../shared/domain/to-decide'
import { type Page, PAGES } from '../../shared/ipc/pages'
import type { AppState } from '../../shared/ipc/views'
import { digitOf, openPage, useNavigationStore } from '../stores/navigation-store'
import { useRunsStore } from '../stores/runs-store'
import { useStateStore } from '../stores/state-store'
import { PaletteButton } from './palette/palette-button'
import { PAGE_ICONS } from './page-icons'
import classes from './navigation.module.css'

const NO_CHANNELS: AppState['channels'] = []

function Count({ value, isUrgent }: { readonly value: number; readonly isUrgent: boolean }) {
  if (value === 0) return null
  return (
    <span aria-hidden className={classes['count']} data-urgent={isUrgent || undefined}>
      {value > 99 ? '99+' : value}
    </span>
  )
}

/** The pages. Narrow windows show icons; the names stay for screen readers and as tooltips. */
export function Navigation({ narrow }: { readonly narrow: boolean }) {
  const { t } = useTranslation(['navigation', 'common'])
  const current = useNavigationStore((state) => state.page)
  const channels = useStateStore((store) => store.state?.channels ?? NO_CHANNELS)
  const counts: Partial<Record<Page, number>> = {
    runs: useStateStore(({ state }) => (state === null ? 0 : openRuns(state).running)),
    attention: useRunsStore((store) => toDecide(store.runs, channels))
  }
  return (
    <AppShell.Navbar
      className={classes['navigation']}
      aria-label={t('label')}
      data-narrow={narrow || undefined}
    >
      <div className={classes['brand']}>
        <span className={classes['mark']} aria-hidden>
          <IconSpeakerphone size={18} stroke={1.8} />
        </span>
        {!narrow && <span className={classes['name']}>{t('app_name', { ns: 'common' })}</span>}
      </div>
      <PaletteButton narrow={narrow} />
      {PAGES.map((page) => {
        const Symbol = PAGE_ICONS[page]
        const digit = digitOf(page)
        return (
          <Tooltip key={page} label={t(page)} position="right" disabled={!narrow}>
            <UnstyledButton
              className={classes['item']}
              aria-current={page === current ? 'page' : undefined}
              aria-keyshortcuts={digit === null ? undefined : `Control+${digit}`}
              onClick={() => void openPage(page)}
            >
              <Symbol size={19} stroke={1.6} aria-hidden />
              {narrow ? (
                <VisuallyHidden>{t(page)}</VisuallyHidden>
              ) : (
                <span className={classes['label']}>{t(page)}</span>
              )}
              <Count value={counts[page] ?? 0} isUrgent={page === 'attention'} />
            </UnstyledButton>
          </Tooltip>
        )
      })}
    </AppShell.Navbar>
  )
}
