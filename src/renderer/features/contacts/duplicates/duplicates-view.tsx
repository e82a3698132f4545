import { Page } from '../../../ui/page'
import { PageHeader } from '../../../ui/page-header'

/** Contacts that are one human, and what to keep of each. */
export function DuplicatesView() {
  return (
    <Page header={<PageHeader title="" />}>
      <span />
    </Page>
  )
}
