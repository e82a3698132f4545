import { IconChecklist } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/empty-state'
import { Page } from '../../ui/page'
import { PageHeader } from '../../ui/page-header'

/** Everything that waits for a word of the operator. */
export function AttentionPage() {
  const { t } = useTranslation('navigation')
  return (
    <Page header={<PageHeader title={t('attention')} />}>
      <EmptyState icon={IconChecklist} title={t('attention')} text="" />
    </Page>
  )
}
