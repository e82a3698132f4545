import { useTranslation } from 'react-i18next'
import { Page } from '../../ui/page'
import { PageHeader } from '../../ui/page-header'

/** The main page. */
export function CampaignsPage() {
  const { t } = useTranslation('campaigns')
  return <Page header={<PageHeader title={t('title')} description={t('description')} />}>{null}</Page>
}
