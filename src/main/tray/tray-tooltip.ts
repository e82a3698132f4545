import { openRuns, openRunsSaid } from '../../shared/domain/open-runs'
import { shortName } from '../short-name'
import type { Words } from '../words'
import type { NextRun } from '../../engine/calendar/next-runs'
import { whenText } from './tray-menu'
import type { TrayState } from './tray-mood'

/** What matters most, in a line or two: what holds the sending, or what runs and what waits, and the next run. */
export function trayTooltip(state: TrayState, next: NextRun | undefined, words: Words): string {
  const t = words.tray
  if (state.emergency_stop !== null) return t('tooltip_stopped')
  if (state.paused_all) return t('tooltip_paused')
  const name = t(state.gateway === 'practice' ? 'tooltip_practice' : 'tooltip')
  const lines = [
    name,
    ...(state.to_decide > 0 ? [t('to_decide', { count: state.to_decide })] : []),
    ...openRunsSaid(openRuns(state)).map(({ key, count }) => words.common(key, { count })),
    ...(next === undefined
      ? []
      : [t('next', { name: shortName(next.campaign_name), when: whenText(next, state, words) })])
  ]
  return lines.join('\n')
}
