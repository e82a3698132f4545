import type { TFunction } from 'i18next'
import type { ChannelHealth, Health } from '../../../shared/domain/health'
import type { HealthLevel, HealthPart } from '../../../shared/domain/health-level'
import { openRuns, openRunsSaid } from '../../../shared/domain/open-runs'
import { formatDateTime, formatRelative } from '../../../shared/text/date-format'
import { sizeText } from '../../../shared/text/size-text'
import { zoneCity, zoneOffset } from '../../../shared/text/zone-clock'
import { spanText } from '../../ui/span-text'

export interface HealthWords {
  /** What is so, one fact each. */
  readonly facts: readonly string[]
  /** What to do, where there is something. */
  readonly advice?: string | undefined
}

type T = TFunction<['health', 'common']>

/** Everything that the words of one moment need. */
export interface HealthTongue {
  readonly health: Health
  readonly t: T
  readonly ofCommon: TFunction
  readonly language: string
  /** This computer's zone, in which all instants are told. */
  readonly zone: string
}

/** What is told of a part, in the operator's language. */
export function healthWords(part: HealthPart, level: HealthLevel, tongue: HealthTongue): HealthWords {
  return WORDS[part](tongue, level)
}

const WORDS: Readonly<Record<HealthPart, (tongue: HealthTongue, level: HealthLevel) => HealthWords>> = {
  scheduler: schedulerWords,
  next: nextWords,
  gateway: gatewayWords,
  clock: clockWords,
  disk: diskWords,
  backup: backupWords,
  runs: runsWords,
  memory: ({ health, t, language }, level) => ({
    facts: [t('memory.used', { size: sizeText(health.memory_bytes, language) })],
    advice: level === 'good' ? undefined : t('memory.look_do')
  })
}

const instantText = ({ health, language, zone }: HealthTongue, at: string): string =>
  formatDateTime(new Date(at), zone, language, new Date(health.checked_at))

function schedulerWords(tongue: HealthTongue, level: HealthLevel): HealthWords {
  const { health, t } = tongue
  const { is_running, held_by, armed_for, looked_at } = health.scheduler
  if (!is_running) return { facts: [t('scheduler.stopped')], advice: t('scheduler.stopped_do') }
  const looked =
    looked_at === null
      ? t('scheduler.never')
      : t('scheduler.looked', { time: instantText(tongue, looked_at) })
  if (held_by !== null)
    return { facts: [t(`scheduler.held.${held_by}`), looked], advice: t('scheduler.held_do') }
  if (armed_for === null) return { facts: [t('scheduler.idle'), looked] }
  const time = instantText(tongue, armed_for)
  return level === 'bad'
    ? { facts: [t('scheduler.late', { time }), looked], advice: t('scheduler.late_do') }
    : { facts: [t('scheduler.armed', { time }), looked] }
}

function nextWords(tongue: HealthTongue): HealthWords {
  const { health, t } = tongue
  if (health.next === null) return { facts: [t('next.none')], advice: t('next.none_do') }
  const { campaign_name: name, occurrence } = health.next
  return { facts: [t('next.at', { name, time: instantText(tongue, occurrence.at) })] }
}

function gatewayWords(tongue: HealthTongue, level: HealthLevel): HealthWords {
  const { health, t } = tongue
  const gateway = t(`common:gateways.${health.gateway}`)
  return {
    facts: [gateway, ...health.channels.map((channel) => channelText(channel, tongue))],
    advice: level === 'good' ? undefined : t(level === 'bad' ? 'gateway.bad_do' : 'gateway.look_do')
  }
}

function channelText(
  { channel, state, last_answer, last_test }: ChannelHealth,
  tongue: HealthTongue
): string {
  const { t } = tongue
  const said = [
    t(`gateway.states.${state}`),
    last_answer === null
      ? t('gateway.not_asked')
      : t(`gateway.answered.${last_answer.outcome}`, { time: instantText(tongue, last_answer.at) }),
    last_test === null
      ? ''
      : t(last_test.passed ? 'gateway.tested' : 'gateway.test_failed', {
          time: instantText(tongue, last_test.at)
        })
  ]
  return `${t(`common:channels.${channel}`)}: ${said.filter((text) => text !== '').join(' · ')}`
}

function clockWords(tongue: HealthTongue, level: HealthLevel): HealthWords {
  const { health, t, ofCommon, zone } = tongue
  const { last_jump: jump, change } = health.clock
  const now = new Date(health.checked_at)
  return {
    facts: [
      t('clock.is', {
        time: instantText(tongue, health.checked_at),
        zone: zoneCity(zone),
        offset: utcText(zone, now)
      }),
      jump === null
        ? t('clock.steady')
        : t('clock.jumped', { duration: spanText(jump.by_ms, ofCommon), time: instantText(tongue, jump.at) }),
      change === null
        ? t('clock.no_change')
        : t('clock.change', {
            time: instantText(tongue, change.at),
            offset: utcText(zone, new Date(change.at))
          })
    ],
    advice: level === 'good' ? undefined : t(level === 'bad' ? 'clock.bad_do' : 'clock.look_do')
  }
}

const utcText = (zone: string, at: Date): string => `UTC${zoneOffset(zone, at)}`

function diskWords({ health, t, language }: HealthTongue, level: HealthLevel): HealthWords {
  const { disk } = health
  if (disk === null) return { facts: [t('disk.unknown')], advice: t('disk.unknown_do') }
  const free = sizeText(disk.free_bytes, language)
  const total = sizeText(disk.total_bytes, language)
  return {
    facts: [t('disk.free', { free, total })],
    advice: level === 'good' ? undefined : t(level === 'bad' ? 'disk.bad_do' : 'disk.look_do')
  }
}

function backupWords({ health, t, language }: HealthTongue, level: HealthLevel): HealthWords {
  const { backup } = health
  const advice = level === 'good' ? undefined : t('backup.look_do')
  if (backup === null) return { facts: [t('backup.never')], advice }
  const when = formatRelative(new Date(backup.at), new Date(health.checked_at), language)
  return { facts: [t('backup.last', { when, size: sizeText(backup.bytes, language) })], advice }
}

function runsWords({ health, t, ofCommon, language }: HealthTongue): HealthWords {
  const { ledgers, log_bytes: logBytes } = health
  const open = openRunsSaid(openRuns(health)).map(({ key, count }) => ofCommon(key, { count }))
  return {
    facts: [
      ...(open.length === 0 ? [t('runs.none')] : open),
      t('runs.ledgers', { count: ledgers.count, size: sizeText(ledgers.bytes, language) }),
      t('runs.log', { size: sizeText(logBytes, language) })
    ]
  }
}
