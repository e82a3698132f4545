import { ActionIcon, Menu } from '@mantine/core'
import { IconArrowBackUp, IconDots, IconDownload, IconHandStop, IconUsers } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { type ContactQuery, isEverybody } from '../../../../shared/domain/contact-query'
import { loa } from '../../../api'
import { useContactsStore } from '../../../stores/contacts-store'
import { openPage } from '../../../stores/navigation-store'
import { reportFailure } from '../../../ui/report-failure'
import { undoLastImport } from '../undo-last-import'
import { type ExportFormat, exportContacts } from './export-contacts'

const FORMATS: readonly ExportFormat[] = ['csv', 'vcard', 'json']

/** What is done with the list now and then: export, duplicates, people who asked to stop, undo of an import. */
export function ListMenu({ query }: { readonly query: ContactQuery }) {
  const { t } = useTranslation(['contacts', 'common'])
  const all = useContactsStore((state) => state.all)
  const last = useContactsStore((state) => state.last_import)
  const isFiltered = !isEverybody(query.filter)
  const exportFound = async (format: ExportFormat) => {
    if (!isFiltered) return exportContacts(format, null)
    const ids = reportFailure(await loa.findContactIds(query))
    if (ids.ok) await exportContacts(format, ids.value)
  }
  return (
    <Menu position="bottom-end" shadow="md" width={280}>
      <Menu.Target>
        <ActionIcon variant="default" size={36} aria-label={t('menu.label')}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t(isFiltered ? 'menu.export_found' : 'menu.export_all')}</Menu.Label>
        {FORMATS.map((format) => (
          <Menu.Item
            key={format}
            disabled={all === 0}
            leftSection={<IconDownload size={16} aria-hidden />}
            onClick={() => void exportFound(format)}
          >
            {t(`export.${format}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconUsers size={16} aria-hidden />}
          onClick={() => void openPage('contacts', { contacts_view: 'duplicates' })}
        >
          {t('menu.duplicates')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconHandStop size={16} aria-hidden />}
          onClick={() => void openPage('contacts', { contacts_view: 'suppress' })}
        >
          {t('menu.suppress')}
        </Menu.Item>
        {last !== null && (
          <>
            <Menu.Divider />
            <Menu.Item
              leftSection={<IconArrowBackUp size={16} aria-hidden />}
              onClick={() => void undoLastImport(last)}
            >
              {t('menu.undo_import', { file: last.file_name })}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
