import type { ChannelHealth, Health } from './health'
import { healthLevels } from './health-level'

const MB = 1_000_000

/**
 * What somebody who helps from afar needs, as plain English text. Nothing of a person, a message or a campaign is in it,
 * and of the gateway only which of the three it is.
 */
export function diagnosticsText(health: Health): string {
  const { scheduler, clock, disk, backup, versions } = health
  const levels = healthLevels(health)
  return [
    `Loa ${versions.app}, Electron ${versions.electron}, Chromium ${versions.chromium}, Node ${versions.node}`,
    `System: ${versions.system}`,
    `Checked at: ${health.checked_at}, up for ${Math.round(health.uptime_s)} s`,
    `Scheduler (${levels.scheduler}): ${scheduler.is_running ? 'running' : 'stopped'}, last look ${orNever(scheduler.looked_at)}, timer ${scheduler.armed_for ?? 'not armed'}, held by ${scheduler.held_by ?? 'nothing'}`,
    `Next run (${levels.next}): ${health.next?.occurrence.at ?? 'none'}`,
    `Gateway (${levels.gateway}): ${health.gateway}`,
    ...health.channels.map(channelLine),
    `Clock (${levels.clock}): ${clock.zone}, UTC offset ${clock.offset_min} min, last jump ${jumpText(clock.last_jump)}, next change ${clock.change?.at ?? 'none in sight'}`,
    `Disk (${levels.disk}): ${disk === null ? 'unknown' : `${mb(disk.free_bytes)} free of ${mb(disk.total_bytes)}`}`,
    `Backup (${levels.backup}): ${backup === null ? 'never' : `${backup.at}, ${mb(backup.bytes)}`}`,
    `Runs: ${health.open_runs} open, ${health.still_runs.length} standing still, ${health.ledgers.count} ledgers, ${mb(health.ledgers.bytes)}`,
    `Log: ${health.log_file}, ${mb(health.log_bytes)}`,
    `Data folder: ${health.data_dir}`,
    `Memory (${levels.memory}): ${mb(health.memory_bytes)}`,
    ''
  ].join('\n')
}

/** A path with the home folder as `~`: it is often named after its owner. */
export function withoutHome(path: string, home: string): string {
  const rest = path.slice(home.length)
  const isInside = home !== '' && path.startsWith(home) && (rest === '' || /^[\\/]/.test(rest))
  return isInside ? `~${rest}` : path
}

const channelLine = ({ channel, state, queued, last_answer, last_test }: ChannelHealth): string =>
  `  ${channel}: ${state}, ${queued} waiting, last answer ${last_answer === null ? 'none' : `${last_answer.outcome} at ${last_answer.at}`}, last test ${last_test === null ? 'none' : `${last_test.passed ? 'passed' : 'failed'} at ${last_test.at}`}`

const orNever = (instant: string | null): string => instant ?? 'never'

const jumpText = (jump: Health['clock']['last_jump']): string =>
  jump === null ? 'none' : `${Math.round(jump.by_ms / 1000)} s at ${jump.at}`

const mb = (bytes: number): string => `${(bytes / MB).toFixed(1)} MB`
