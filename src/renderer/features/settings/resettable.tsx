import { UnstyledButton } from '@mantine/core'
import { IconRotate2 } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './resettable.module.css'

interface ResettableProps {
  /** What is reset, for whoever hears it. */
  readonly field: string
  readonly isDefault: boolean
  /** The default, as words. */
  readonly value?: string
  readonly onReset: () => void
  readonly children: ReactNode
}

/** A field with a way back to its default, which is there only where it leads somewhere. */
export function Resettable({ field, isDefault, value, onReset, children }: ResettableProps) {
  const { t } = useTranslation('settings')
  return (
    <div className={classes['resettable']}>
      {children}
      {!isDefault && (
        <UnstyledButton
          className={classes['reset']}
          aria-label={t('reset.label', { field })}
          title={value === undefined ? undefined : t('reset.to', { value })}
          onClick={onReset}
        >
          <IconRotate2 size={13} stroke={1.9} aria-hidden />
          {t('reset.action')}
        </UnstyledButton>
      )}
    </div>
  )
}
