import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { UpdateStanding as Standing } from '../../../shared/ipc/views'
import { visibleText } from '../../../shared/text/foreign-text'
import { formatDateTime } from '../../../shared/text/date-format'
import { followUpdate, lookForUpdate, useUpdateStore } from '../../stores/update-store'
import classes from './settings.module.css'

interface UpdateStandingProps {
  /** IANA zone of this computer. */
  readonly zone: string
}

/** When Loa has looked for an update and what came of it, and a button to look now. */
export function UpdateStanding({ zone }: UpdateStandingProps) {
  const { t, i18n } = useTranslation('settings')
  const update = useUpdateStore((state) => state.update)
  useEffect(followUpdate, [])
  if (update === null) return null
  const timeOf = (at: string) => formatDateTime(new Date(at), zone, i18n.language, new Date())
  const textOf = (standing: Standing): string => {
    switch (standing.kind) {
      case 'not_looked':
      case 'looking':
      case 'waits':
        return t(`updates.${standing.kind}`)
      case 'fetching':
      case 'ready':
        return t(`updates.${standing.kind}`, { version: standing.version })
      case 'current':
        return t('updates.current', { time: timeOf(standing.at) })
      case 'failed':
        return t('updates.failed', { time: timeOf(standing.at) })
    }
  }
  const isBusy = update.kind === 'looking' || update.kind === 'fetching'
  return (
    <div className={classes['standing']}>
      <p role="status">
        {textOf(update)}{' '}
        {update.kind === 'failed' && <span className={classes['detail']}>{visibleText(update.detail)}</span>}
      </p>
      {update.kind !== 'ready' && (
        <Button variant="default" size="xs" loading={isBusy} onClick={lookForUpdate} flex="none">
          {t('updates.look')}
        </Button>
      )}
    </div>
  )
}
