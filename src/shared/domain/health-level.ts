import type { Health } from './health'

/** One plain word for each part: nothing to do; worth a look; something does not work. */
export type HealthLevel = 'good' | 'look' | 'bad'

/** The parts of the health page, in its order. */
export const HEALTH_PARTS = [
  'scheduler',
  'next',
  'gateway',
  'clock',
  'disk',
  'backup',
  'runs',
  'memory'
] as const

export type HealthPart = (typeof HEALTH_PARTS)[number]

const MB = 1024 ** 2
const DAY_MS = 86_400_000

/** Less is too little: a run of 100,000 people writes some 100 MB. */
export const DISK_BAD_BYTES = 200 * MB
const DISK_LOOK_BYTES = 1024 * MB
const MEMORY_LOOK_BYTES = 2048 * MB
/** A timer fires within a moment; one that is this late does not fire at all. */
const OVERDUE_MS = 60_000
const JUMP_SHOWN_MS = DAY_MS
const CHANGE_SHOWN_MS = 7 * DAY_MS
const BACKUP_LOOK_MS = 3 * DAY_MS

/** How each part is: the worst of what is known of it. */
export function healthLevels(health: Health): Readonly<Record<HealthPart, HealthLevel>> {
  return {
    scheduler: schedulerLevel(health),
    next: health.next === null ? 'look' : 'good',
    gateway: gatewayLevel(health),
    clock: clockLevel(health),
    disk: diskLevel(health),
    backup: backupLevel(health),
    runs: 'good',
    memory: health.memory_bytes > MEMORY_LOOK_BYTES ? 'look' : 'good'
  }
}

const ORDER: readonly HealthLevel[] = ['good', 'look', 'bad']

/** The worst of several. */
export const worstLevel = (levels: readonly HealthLevel[]): HealthLevel =>
  ORDER[Math.max(0, ...levels.map((level) => ORDER.indexOf(level)))] ?? 'good'

function schedulerLevel({ scheduler, checked_at }: Health): HealthLevel {
  if (!scheduler.is_running) return 'bad'
  if (scheduler.held_by !== null) return scheduler.held_by === 'paused' ? 'look' : 'bad'
  const { armed_for: armedFor } = scheduler
  return armedFor !== null && Date.parse(checked_at) - Date.parse(armedFor) > OVERDUE_MS ? 'bad' : 'good'
}

function gatewayLevel({ channels }: Health): HealthLevel {
  return worstLevel(
    channels.map(({ state, last_answer, last_test }) => {
      if (state === 'unreachable') return 'bad'
      const isTroubled = last_answer !== null && last_answer.outcome !== 'sent'
      return state === 'retry_after' || isTroubled || last_test?.passed === false ? 'look' : 'good'
    })
  )
}

function clockLevel({ clock, checked_at, scheduler }: Health): HealthLevel {
  if (scheduler.held_by === 'clock') return 'bad'
  const nowMs = Date.parse(checked_at)
  const { last_jump: jump, change } = clock
  const hasJumped = jump !== null && nowMs - Date.parse(jump.at) < JUMP_SHOWN_MS
  const changesSoon = change !== null && Date.parse(change.at) - nowMs < CHANGE_SHOWN_MS
  return hasJumped || changesSoon ? 'look' : 'good'
}

function diskLevel({ disk }: Health): HealthLevel {
  if (disk === null) return 'look'
  if (disk.free_bytes < DISK_BAD_BYTES) return 'bad'
  return disk.free_bytes < DISK_LOOK_BYTES ? 'look' : 'good'
}

function backupLevel({ backup, checked_at }: Health): HealthLevel {
  if (backup === null) return 'look'
  return Date.parse(checked_at) - Date.parse(backup.at) > BACKUP_LOOK_MS ? 'look' : 'good'
}
