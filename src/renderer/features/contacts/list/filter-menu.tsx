import { Button, Checkbox, Group, MultiSelect, Popover, SegmentedControl, Stack, Text } from '@mantine/core'
import { IconFilter } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CHANNEL_IDS } from '../../../../shared/domain/channel'
import { type ContactFilter, EVERYBODY } from '../../../../shared/domain/contact-query'
import { useContactsStore } from '../../../stores/contacts-store'
import { conditionsOf } from './filter-conditions'

interface FilterMenuProps {
  readonly filter: ContactFilter
  readonly onFilter: (filter: ContactFilter) => void
}

const EVERY_CHANNEL = 'any'

/** The conditions of the list beside the search: channel, tags, do not contact, never contacted. */
export function FilterMenu({ filter, onFilter }: FilterMenuProps) {
  const { t } = useTranslation(['contacts', 'common'])
  const tags = useContactsStore((state) => state.tags)
  const needsCheck = useContactsStore((state) => state.needs_check)
  const active = conditionsOf(filter).length
  return (
    <Popover position="bottom-start" width={380} shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconFilter size={16} aria-hidden />}>
          {active === 0 ? t('filter.title') : t('filter.title_active', { count: active })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="md">
          <Field label={t('filter.channel')}>
            <SegmentedControl
              fullWidth
              size="xs"
              value={filter.channel ?? EVERY_CHANNEL}
              data={[
                { value: EVERY_CHANNEL, label: t('filter.any') },
                ...CHANNEL_IDS.map((channel) => ({ value: channel, label: t(`common:channels.${channel}`) }))
              ]}
              onChange={(value) =>
                onFilter({ ...filter, channel: CHANNEL_IDS.find((channel) => channel === value) ?? null })
              }
            />
          </Field>
          <MultiSelect
            label={t('filter.tags')}
            placeholder={filter.tags.length === 0 ? t('filter.tags_hint') : ''}
            data={tags.map(({ tag }) => tag)}
            value={[...filter.tags]}
            searchable
            clearable
            hidePickedOptions
            nothingFoundMessage={t('filter.no_tags')}
            comboboxProps={{ withinPortal: false }}
            onChange={(value) => onFilter({ ...filter, tags: value })}
          />
          <Field label={t('filter.do_not_contact')}>
            <SegmentedControl
              fullWidth
              size="xs"
              value={filter.do_not_contact}
              data={(['any', 'no', 'yes'] as const).map((value) => ({
                value,
                label: t(`filter.do_not_contact_${value}`)
              }))}
              onChange={(value) => onFilter({ ...filter, do_not_contact: value })}
            />
          </Field>
          <Field label={t('filter.contacted')} hint={t('filter.contacted_hint')}>
            <SegmentedControl
              fullWidth
              size="xs"
              value={filter.contacted}
              data={(['any', 'never', 'ever'] as const).map((value) => ({
                value,
                label: t(`filter.contacted_${value}`)
              }))}
              onChange={(value) => onFilter({ ...filter, contacted: value })}
            />
          </Field>
          <Checkbox
            label={t('filter.needs_check', { count: needsCheck })}
            checked={filter.needs_check}
            onChange={(event) => onFilter({ ...filter, needs_check: event.currentTarget.checked })}
          />
          <Group justify="flex-end">
            <Button
              size="compact-sm"
              variant="subtle"
              disabled={active === 0}
              onClick={() => onFilter({ ...EVERYBODY, text: filter.text })}
            >
              {t('filter.clear')}
            </Button>
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}

function Field(props: { readonly label: string; readonly hint?: string; readonly children: ReactNode }) {
  return (
    <div role="group" aria-label={props.label}>
      <Text size="sm" fw={500} mb={4}>
        {props.label}
      </Text>
      {props.children}
      {props.hint !== undefined && (
        <Text size="xs" c="dimmed" mt={4}>
          {props.hint}
        </Text>
      )}
    </div>
  )
}
