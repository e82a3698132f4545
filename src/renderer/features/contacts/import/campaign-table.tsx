import { useTranslation } from 'react-i18next'
import { Foreign } from '../../../ui/foreign'
import type { CampaignImportCheck } from '../../../../shared/ipc/contact-views'
import { visibleText } from '../../../../shared/text/foreign-text'
import { startText } from './start-text'
import preview from './preview-table.module.css'

type CampaignRow = CampaignImportCheck['campaigns'][number]

/** The campaigns that would come in. */
export function CampaignTable({ campaigns }: { readonly campaigns: readonly CampaignRow[] }) {
  const { t, i18n } = useTranslation('import')
  if (campaigns.length === 0) return <p className={preview['none']}>{t('check.nothing.campaigns')}</p>
  return (
    <div className={preview['outer']}>
      <div className={preview['frame']} tabIndex={0} role="group" aria-label={t('check.title.campaigns')}>
        <table className={preview['table']}>
          <thead>
            <tr>
              <th scope="col">{t('campaign.name')}</th>
              <th scope="col">{t('campaign.contacts')}</th>
              <th scope="col">{t('campaign.schedule')}</th>
            </tr>
          </thead>
          <tbody>
            {campaigns.map((campaign) => (
              <tr key={campaign._id}>
                <td>
                  <span className={preview['text']} title={visibleText(campaign.name)}>
                    <Foreign>{campaign.name}</Foreign>
                  </span>
                </td>
                <td>{t('number', { count: campaign.contacts })}</td>
                <td>{startText(campaign, i18n.language, t)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}
