import { Button } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'
import classes from './campaigns.module.css'

interface RowButtonProps {
  readonly label: string
  readonly icon: Icon
  readonly disabled: boolean
  readonly onClick: () => void
}

/** A button of a row: its word where there is room, its sign in a narrow window. */
export function RowButton({ label, icon: Symbol, disabled, onClick }: RowButtonProps) {
  return (
    <Button
      size="xs"
      variant="default"
      className={classes['rowButton']}
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onClick}
    >
      <span className={classes['rowButtonWord']}>{label}</span>
      <Symbol size={16} stroke={1.7} aria-hidden className={classes['rowButtonSign']} />
    </Button>
  )
}
