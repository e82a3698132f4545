import { Button, CloseButton } from '@mantine/core'
import { memo, type MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { EVERY_LINE, isFiltered, type LogFilter } from '../../../shared/domain/log-filter'
import { visibleText } from '../../../shared/text/foreign-text'
import { useCampaignsStore } from '../../stores/campaigns-store'
import { changeFilter } from '../../stores/console-view'
import { useRunsStore } from '../../stores/runs-store'
import { useContactName } from './use-contact-names'
import { useRunName } from './use-run-name'
import classes from './console.module.css'

const PARTS = ['level', 'source', 'campaign_id', 'run_id', 'contact_id', 'query'] as const

/** What each part of the filter that is set is called; ids whose owner is gone are shown as they are. */
function useFilterNames(filter: LogFilter): readonly (readonly [(typeof PARTS)[number], string])[] {
  const { t } = useTranslation('console')
  const { level, source, campaign_id: campaignId, run_id: runId, contact_id: contactId, query } = filter
  const campaign = useCampaignsStore((state) =>
    state.campaigns.find((one) => one.campaign._id === campaignId)
  )
  const run = useRunsStore((state) => state.runs.find(({ id }) => id === runId))
  const runName = useRunName()
  const contactName = useContactName(contactId)
  const names = {
    level: level === 'all' ? null : t(`levels.${level}`),
    source: source === 'all' ? null : t(`sources.${source}`),
    campaign_id: campaign === undefined ? campaignId : visibleText(campaign.campaign.name),
    run_id: run === undefined ? runId : runName(run),
    contact_id: contactName ?? contactId,
    query: query.trim() === '' ? null : query.trim()
  }
  return PARTS.flatMap((part) => {
    const name = names[part]
    return name === null ? [] : [[part, name] as const]
  })
}

function Chips({ filter }: { readonly filter: LogFilter }) {
  const { t } = useTranslation('console')
  const names = useFilterNames(filter)
  if (!isFiltered(filter)) return null

  const remove = (part: (typeof PARTS)[number], event: MouseEvent) => {
    const chip = event.currentTarget.closest('li')
    const neighbour = chip?.nextElementSibling ?? chip?.previousElementSibling
    // The chip goes away with its cross: who walks through them by keyboard goes on at the next one.
    neighbour?.querySelector('button')?.focus()
    changeFilter({ [part]: EVERY_LINE[part] })
  }
  return (
    <ul className={classes['chips']} aria-label={t('filter.chips_label')}>
      {names.map(([part, name]) => (
        <li key={part} className={classes['chip']} title={name.slice(0, 500)}>
          <span className={classes['chipPart']}>{t(`filter.parts.${part}`)}</span>
          <bdi className={classes['chipName']}>{name.slice(0, 500)}</bdi>
          <CloseButton
            size={20}
            radius="xl"
            iconSize={12}
            aria-label={t('filter.remove', { part: t(`filter.parts.${part}`), name: name.slice(0, 100) })}
            onClick={(event) => remove(part, event)}
          />
        </li>
      ))}
      {names.length > 1 && (
        <li>
          <Button variant="subtle" size="compact-sm" onClick={() => changeFilter(EVERY_LINE)}>
            {t('filter.remove_all')}
          </Button>
        </li>
      )}
    </ul>
  )
}

/** Every part of the filter that is set, each with a cross. Not drawn anew by each line that comes. */
export const FilterChips = memo(Chips)
