import { Alert, Button, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '../../shared/app-error'
import { errorText } from './error-text'

interface LoadFailureProps {
  readonly error: AppError
  readonly onRetry: () => void
}

/** What a page shows when its data could not be loaded. */
export function LoadFailure({ error, onRetry }: LoadFailureProps) {
  const { t } = useTranslation()
  return (
    <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={t('load_error.title')}>
      <Text size="sm" mb="sm">
        {errorText(error)}
      </Text>
      <Button size="xs" variant="default" onClick={onRetry}>
        {t('actions.try_again')}
      </Button>
    </Alert>
  )
}
