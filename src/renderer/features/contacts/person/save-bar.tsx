import { Button, Group, Kbd } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './person-page.module.css'

interface SaveBarProps {
  readonly isSaving: boolean
  readonly failure: string | null
  readonly onSave: () => void
  readonly onDiscard: () => void
}

/** Below the page while something is not saved. */
export function SaveBar({ isSaving, failure, onSave, onDiscard }: SaveBarProps) {
  const { t } = useTranslation(['person', 'common'])
  return (
    <div className={classes['saveBar']} role="region" aria-label={t('unsaved')}>
      {failure === null ? (
        <span>{t('unsaved')}</span>
      ) : (
        <span className={classes['failure']} role="alert">
          {failure}
        </span>
      )}
      <Group gap="xs" wrap="nowrap">
        <Button variant="default" disabled={isSaving} onClick={onDiscard}>
          {t('common:actions.discard')}
        </Button>
        <Button
          loading={isSaving}
          aria-keyshortcuts="Control+S"
          rightSection={<Kbd className={classes['key']}>{t('save_keys')}</Kbd>}
          onClick={onSave}
        >
          {t('common:actions.save')}
        </Button>
      </Group>
    </div>
  )
}
