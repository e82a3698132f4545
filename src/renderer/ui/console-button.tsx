import { ActionIcon, Tooltip } from '@mantine/core'
import { IconTerminal2 } from '@tabler/icons-react'
import type { LogFilter } from '../../shared/domain/log-filter'
import { showInConsole } from '../stores/console-view'

interface ConsoleButtonProps {
  readonly label: string
  /** Whose lines are shown. */
  readonly about: Partial<LogFilter>
}

/** Opens the console with the lines about something. */
export function ConsoleButton({ label, about }: ConsoleButtonProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="default" size={36} aria-label={label} onClick={() => void showInConsole(about)}>
        <IconTerminal2 size={18} stroke={1.6} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}
