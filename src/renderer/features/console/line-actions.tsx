import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { CHANNEL_IDS } from '../../../shared/domain/channel'
import type { LogLine } from '../../../shared/domain/log-line'
import { changeFilter } from '../../stores/console-view'
import { openPage } from '../../stores/navigation-store'

const PARTS = ['campaign_id', 'run_id', 'contact_id'] as const

/** From a line to what it is about, and to the other lines about it. */
export function LineActions({ line }: { readonly line: LogLine }) {
  const { t } = useTranslation('console')
  const { run_id: runId, contact_id: contactId, source } = line
  const channel = CHANNEL_IDS.find((one) => one === source)
  const known = PARTS.filter((part) => line[part] !== undefined)
  return (
    <>
      {known.length > 0 && (
        <Menu position="top-end" shadow="md">
          <Menu.Target>
            <Button
              size="compact-xs"
              variant="default"
              rightSection={<IconChevronDown size={13} aria-hidden />}
            >
              {t('detail.only')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {known.map((part) => (
              <Menu.Item key={part} onClick={() => changeFilter({ [part]: line[part] })}>
                {t(`detail.only_parts.${part}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {runId !== undefined && contactId !== undefined && channel !== undefined ? (
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => void openPage('runs', { run_id: runId, contact_id: contactId, channel })}
        >
          {t('detail.open_delivery')}
        </Button>
      ) : (
        runId !== undefined && (
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => void openPage('runs', { run_id: runId })}
          >
            {t('detail.open_run')}
          </Button>
        )
      )}
    </>
  )
}
