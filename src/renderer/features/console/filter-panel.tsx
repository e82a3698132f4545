import { Button, Popover, Select } from '@mantine/core'
import { IconFilter } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { displayName } from '../../../shared/domain/contact'
import type { LogFilter } from '../../../shared/domain/log-filter'
import { visibleText } from '../../../shared/text/foreign-text'
import { useCampaignsStore } from '../../stores/campaigns-store'
import { changeFilter } from '../../stores/console-view'
import { useRunsStore } from '../../stores/runs-store'
import { useContactName, useFoundContacts } from './use-contact-names'
import { useRunName } from './use-run-name'
import classes from './console.module.css'

/** As many options as a list shows at once; typing finds the others. */
const OFFERED = 50

const INSIDE = { withinPortal: false } as const

interface Choice {
  readonly value: string
  readonly label: string
}

/** The chosen one is always among the options, also when its owner is gone or it is an old one. */
const withChosen = (choices: readonly Choice[], value: string | null, label: string | null): Choice[] =>
  value === null || choices.some((choice) => choice.value === value)
    ? [...choices]
    : [{ value, label: label ?? value }, ...choices]

/** The lines of one campaign, one run, one person: what is chosen less often than level and source. */
export function FilterPanel({ filter }: { readonly filter: LogFilter }) {
  const { t } = useTranslation('console')
  const set = [filter.campaign_id, filter.run_id, filter.contact_id].filter((part) => part !== null).length
  return (
    <Popover width={340} position="bottom-start" shadow="md" trapFocus withinPortal={false}>
      <Popover.Target>
        <Button
          variant="default"
          className={classes['more'] ?? ''}
          leftSection={<IconFilter size={16} aria-hidden />}
          title={t('filter.more_label')}
        >
          {set === 0 ? t('filter.more') : t('filter.more_set', { count: set })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes['panel'] ?? ''}>
        <CampaignSelect value={filter.campaign_id} />
        <RunSelect value={filter.run_id} campaignId={filter.campaign_id} />
        <PersonSelect value={filter.contact_id} />
      </Popover.Dropdown>
    </Popover>
  )
}

function CampaignSelect({ value }: { readonly value: string | null }) {
  const { t } = useTranslation('console')
  const campaigns = useCampaignsStore((state) => state.campaigns)
  const choices = campaigns.map(({ campaign }) => ({
    value: campaign._id,
    label: visibleText(campaign.name)
  }))
  return (
    <Select
      label={t('filter.parts.campaign_id')}
      placeholder={t('filter.any_campaign')}
      searchable
      clearable
      limit={OFFERED}
      openOnFocus={false}
      comboboxProps={INSIDE}
      nothingFoundMessage={t('filter.nothing_found')}
      data={withChosen(choices, value, null)}
      value={value}
      onChange={(id) => changeFilter({ campaign_id: id })}
    />
  )
}

interface RunSelectProps {
  readonly value: string | null
  /** Only the runs of this campaign are offered, when one is chosen. */
  readonly campaignId: string | null
}

function RunSelect({ value, campaignId }: RunSelectProps) {
  const { t } = useTranslation('console')
  const runs = useRunsStore((state) => state.runs)
  const runName = useRunName()
  const choices = runs
    .filter((run) => campaignId === null || run.campaign_id === campaignId)
    .slice(0, 1_000)
    .map((run) => ({ value: run.id, label: runName(run) }))
  const chosen = runs.find(({ id }) => id === value)
  return (
    <Select
      label={t('filter.parts.run_id')}
      placeholder={t('filter.any_run')}
      searchable
      clearable
      limit={OFFERED}
      openOnFocus={false}
      comboboxProps={INSIDE}
      nothingFoundMessage={t('filter.nothing_found')}
      data={withChosen(choices, value, chosen === undefined ? null : runName(chosen))}
      value={value}
      onChange={(id) => changeFilter({ run_id: id })}
    />
  )
}

function PersonSelect({ value }: { readonly value: string | null }) {
  const { t } = useTranslation('console')
  const [search, setSearch] = useState('')
  const name = useContactName(value)
  // Until something else is typed the field holds the name that is chosen.
  const found = useFoundContacts(search === (name ?? '') ? '' : search.trim())
  const choices = found.map((one) => ({ value: one._id, label: visibleText(displayName(one)) }))
  return (
    <Select
      label={t('filter.parts.contact_id')}
      placeholder={t('filter.any_contact')}
      searchable
      clearable
      openOnFocus={false}
      comboboxProps={INSIDE}
      nothingFoundMessage={t('filter.nothing_found')}
      data={withChosen(choices, value, name)}
      // What is offered was found by the engine already.
      filter={({ options }) => options}
      value={value}
      searchValue={search}
      onSearchChange={setSearch}
      onChange={(id) => changeFilter({ contact_id: id })}
    />
  )
}
