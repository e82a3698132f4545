import { Button } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'
import classes from './campaigns.module.css'

interface RowButtonProps {
  readonly label: string
  readonly icon: Icon
  /** Why it is disabled. */
  readonly hint?: string | undefined
  readonly disabled: boolean
  readonly onClick: () => void
}

/** A button of a row: its word where there is room, its sign in a narrow window. */
export function RowButton({ label, icon: Symbol, hint, disabled, onClick }: RowButtonProps) {
  return (
    <Button
      size="xs"
      variant="default"
      className={classes['rowButton']}
      aria-label={label}
      title={hint ?? label}
      disabled={disabled}
      onClick={onClick}
    >
      <span className={classes['rowButtonWord']}>{label}</span>
      <Symbol size={16} stroke={1.7} aria-hidden className={classes['rowButtonSign']} />
    </Button>
  )
}
