import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconInfoCircle } from '@tabler/icons-react'
import type { LogLevel } from '../../../shared/domain/log-line'
import type { Tone } from '../../ui/status-badge'
import said from '../../ui/said.module.css'

const ICONS = {
  info: IconInfoCircle,
  success: IconCircleCheck,
  warning: IconAlertTriangle,
  error: IconCircleX
} as const satisfies Record<LogLevel, unknown>

export const LEVEL_TONES: Readonly<Record<LogLevel, Tone>> = {
  info: 'neutral',
  success: 'good',
  warning: 'caution',
  error: 'bad'
}

interface LevelIconProps {
  readonly level: LogLevel
  readonly name: string
}

/** A line's level as a sign and, for screen readers, as a word. */
export function LevelIcon({ level, name }: LevelIconProps) {
  const Symbol = ICONS[level]
  return (
    <>
      <Symbol size={15} stroke={1.8} aria-hidden />
      <span className={said['said']}>{name}</span>
    </>
  )
}
