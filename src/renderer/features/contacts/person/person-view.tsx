import { Page } from '../../../ui/page'
import { PageHeader } from '../../../ui/page-header'

/** One contact: who it is, what was sent, and why not. */
export function PersonView({ contactId }: { readonly contactId: string }) {
  return (
    <Page header={<PageHeader title={contactId} />}>
      <span />
    </Page>
  )
}
