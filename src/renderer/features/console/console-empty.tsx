import { Button } from '@mantine/core'
import { IconSearch, IconTerminal2 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { EVERY_LINE, isFiltered, type LogFilter } from '../../../shared/domain/log-filter'
import { changeFilter } from '../../stores/console-view'
import { EmptyState } from '../../ui/empty-state'

interface ConsoleEmptyProps {
  readonly filter: LogFilter
  readonly isCleared: boolean
}

/** Why there is no line: nothing fits the filter, the view was cleared, or nothing has happened yet. */
export function ConsoleEmpty({ filter, isCleared }: ConsoleEmptyProps) {
  const { t } = useTranslation('console')
  if (isFiltered(filter))
    return (
      <EmptyState
        icon={IconSearch}
        title={t('none_found_title')}
        text={t('none_found_text')}
        action={
          <Button variant="default" onClick={() => changeFilter(EVERY_LINE)}>
            {t('reset_filter')}
          </Button>
        }
      />
    )
  return (
    <EmptyState
      icon={IconTerminal2}
      title={t(isCleared ? 'view_cleared_title' : 'empty_title')}
      text={t(isCleared ? 'view_cleared_text' : 'empty_text')}
    />
  )
}
