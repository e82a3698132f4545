import { Button, Menu, MultiSelect } from '@mantine/core'
import { IconBookmark } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { SavedFilter } from '../../../../shared/domain/contact-query'
import { visibleText } from '../../../../shared/text/foreign-text'
import { loa } from '../../../api'
import { useContactsStore } from '../../../stores/contacts-store'
import { Foreign } from '../../../ui/foreign'
import { reportFailure } from '../../../ui/report-failure'
import type { CampaignForm } from '../campaign-form'
import classes from './audience.module.css'

/** Who is added besides the contacts that are ticked, and who is left out: asked anew for every run. */
export function AudienceRules({ form }: { readonly form: CampaignForm }) {
  const { t } = useTranslation('campaigns')
  const tags = useContactsStore((state) => state.tags)
  const filters = useContactsStore((state) => state.filters)
  const { audience, contacts } = form.values
  const change = (part: Partial<typeof audience>) => {
    form.setFieldValue('audience', { ...audience, ...part })
    // Whoever is found by a rule need not be picked.
    form.clearFieldError('contacts')
  }
  const pickNow = async ({ filter }: SavedFilter) => {
    const ids = reportFailure(
      await loa.findContactIds({
        filter: { ...filter, tags: [...filter.tags] },
        sort: { by: 'name', descending: false }
      })
    )
    if (ids.ok) form.setFieldValue('contacts', [...new Set([...contacts, ...ids.value])])
  }
  const tagOptions = (chosen: readonly string[]) => [...new Set([...tags.map(({ tag }) => tag), ...chosen])]
  const known = new Map(filters.map(({ _id, name }) => [_id, name]))
  const filterOptions = [...new Set([...known.keys(), ...audience.filters])].map((value) => ({
    value,
    label: visibleText(known.get(value) ?? t('editor.audience_filter_gone'))
  }))
  return (
    <div className={classes['rules']}>
      <p className={classes['rulesHint']}>{t('editor.audience_hint')}</p>
      <MultiSelect
        label={t('editor.audience_tags_in')}
        placeholder={audience.tags_in.length === 0 ? t('editor.audience_tags_none') : ''}
        data={tagOptions(audience.tags_in)}
        value={audience.tags_in}
        searchable
        clearable
        onChange={(value) => change({ tags_in: value })}
      />
      <MultiSelect
        label={t('editor.audience_tags_out')}
        placeholder={audience.tags_out.length === 0 ? t('editor.audience_tags_none') : ''}
        data={tagOptions(audience.tags_out)}
        value={audience.tags_out}
        searchable
        clearable
        onChange={(value) => change({ tags_out: value })}
      />
      <MultiSelect
        label={t('editor.audience_filters')}
        description={t('editor.audience_filters_hint')}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        placeholder={audience.filters.length === 0 ? t('editor.audience_filters_none') : ''}
        data={filterOptions}
        value={audience.filters}
        searchable
        clearable
        onChange={(value) => change({ filters: value })}
      />
      <Menu position="bottom-start" shadow="md" width={280} disabled={filters.length === 0}>
        <Menu.Target>
          <Button
            size="xs"
            variant="default"
            className={classes['pickNow']}
            disabled={filters.length === 0}
            leftSection={<IconBookmark size={15} aria-hidden />}
          >
            {t('editor.audience_pick_now')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {filters.map((saved) => (
            <Menu.Item key={saved._id} onClick={() => void pickNow(saved)}>
              <Foreign>{saved.name}</Foreign>
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}
