import { useTranslation } from 'react-i18next'
import { Page } from '../../ui/page'
import { PageHeader } from '../../ui/page-header'

export function CalendarPage() {
  const { t } = useTranslation('navigation')
  return <Page header={<PageHeader title={t('calendar')} />}>{null}</Page>
}
