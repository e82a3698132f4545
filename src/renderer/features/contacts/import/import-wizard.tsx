import type { ImportPurpose } from '../../../../shared/domain/contact-import'
import { Page } from '../../../ui/page'
import { PageHeader } from '../../../ui/page-header'

/** A file that comes in, step by step. */
export function ImportWizard({ purpose }: { readonly purpose: ImportPurpose | null }) {
  return (
    <Page header={<PageHeader title={purpose ?? ''} />}>
      <span />
    </Page>
  )
}
