import { VisuallyHidden } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconInfoCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { LogLevel } from '../../../shared/domain/log-line'
import type { Tone } from '../../ui/status-badge'

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

/** A line's level as a sign and, for screen readers, as a word. */
export function LevelIcon({ level }: { readonly level: LogLevel }) {
  const { t } = useTranslation('console')
  const Symbol = ICONS[level]
  return (
    <>
      <Symbol size={15} stroke={1.8} aria-hidden />
      <VisuallyHidden>{t(`level_names.${level}`)}</VisuallyHidden>
    </>
  )
}
