import { AppShell, Button, Switch, Tooltip, UnstyledButton } from '@mantine/core'
import { IconBroadcast, IconFlask, IconHandStop } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { openPage } from '../stores/navigation-store'
import { setPausedAll, useStateStore } from '../stores/state-store'
import { reportFailure } from '../ui/report-failure'
import { stopEverything } from '../ui/emergency-stop'
import { useIsTight } from '../ui/use-is-narrow'
import { NextRun } from './next-run'
import classes from './status-bar.module.css'

/** What Loa is about to do, through which gateway, and the switch that stops it all. On every page. */
export function StatusBar() {
  const { t } = useTranslation()
  const isTight = useIsTight()
  const state = useStateStore((store) => store.state)
  if (state === null) return <AppShell.Footer className={classes['bar']} />
  const practice = state.gateway === 'practice'
  const GatewayIcon = practice ? IconFlask : IconBroadcast
  const badge = practice ? t('status_bar.practice_badge') : t('status_bar.live_badge')
  const pause = async (paused: boolean) => reportFailure(await setPausedAll(paused))
  return (
    <AppShell.Footer className={classes['bar']} aria-label={t('status_bar.label')}>
      <NextRun state={state} />
      <Tooltip
        multiline
        maw={300}
        label={
          practice
            ? t('status_bar.practice_explained')
            : t('status_bar.live_explained', { gateway: t(`gateways.${state.gateway}`) })
        }
      >
        <UnstyledButton
          className={classes['gateway']}
          data-tone={practice ? 'caution' : 'busy'}
          aria-label={`${t('status_bar.gateway')}: ${badge}`}
          onClick={() => void openPage(practice ? 'practice' : 'settings')}
        >
          <GatewayIcon size={15} stroke={1.8} aria-hidden />
          {badge}
        </UnstyledButton>
      </Tooltip>
      <Switch
        size="sm"
        className={classes['pause']}
        color="yellow.8"
        aria-label={t('status_bar.pause_all')}
        label={t(isTight ? 'status_bar.short.pause_all' : 'status_bar.pause_all')}
        labelPosition="left"
        checked={state.paused_all}
        onChange={(event) => void pause(event.currentTarget.checked)}
      />
      <Tooltip label={t('status_bar.emergency_hint')} multiline maw={280}>
        <Button
          size="compact-sm"
          color="red"
          variant={state.emergency_stop === null ? 'light' : 'filled'}
          className={classes['emergency']}
          data-stopped={state.emergency_stop !== null || undefined}
          leftSection={<IconHandStop size={15} stroke={1.8} aria-hidden />}
          aria-keyshortcuts="Control+Shift+S"
          disabled={state.emergency_stop !== null}
          onClick={() => void stopEverything()}
        >
          {t(state.emergency_stop === null ? 'status_bar.emergency' : 'status_bar.emergency_on')}
        </Button>
      </Tooltip>
    </AppShell.Footer>
  )
}
