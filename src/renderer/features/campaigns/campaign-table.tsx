import { VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CampaignView } from '../../../shared/ipc/views'
import { CampaignRow } from './campaign-row'
import classes from './campaigns.module.css'

interface CampaignTableProps {
  readonly views: readonly CampaignView[]
  /** The campaigns for which something was typed and not saved. */
  readonly unsaved: ReadonlySet<string>
  readonly onOpen: (id: string) => void
  readonly onReview: (id: string) => void
  readonly onRunNow: (view: CampaignView) => void
}

/** The list itself: a real table, so that its columns are named to screen readers too. */
export function CampaignTable({ views, unsaved, onOpen, onReview, onRunNow }: CampaignTableProps) {
  const { t } = useTranslation('campaigns')
  return (
    <div className={classes['frame']}>
      <table className={classes['table']} aria-label={t('title')}>
        <thead>
          <tr>
            <th className={classes['campaignColumn']}>{t('columns.campaign')}</th>
            <th className={classes['nextColumn']}>{t('columns.next')}</th>
            <th className={classes['lastColumn']}>{t('columns.last')}</th>
            <th className={classes['actionsColumn']}>
              <VisuallyHidden>{t('columns.actions')}</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {views.map((view) => (
            <CampaignRow
              key={view.campaign._id}
              view={view}
              hasDraft={unsaved.has(view.campaign._id)}
              onReview={() => onReview(view.campaign._id)}
              onOpen={() => onOpen(view.campaign._id)}
              onRunNow={() => onRunNow(view)}
              onOpenCopy={onOpen}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}
