import { Button, Menu } from '@mantine/core'
import { IconDownload, IconHandStop, IconTag, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { deleteWithUndo } from '../delete-with-undo'
import { askToStop } from '../stop-dialog'
import { exportContacts } from './export-contacts'
import { TagDialog } from './tag-dialog'
import classes from './contacts.module.css'

interface BulkBarProps {
  readonly selected: ReadonlySet<string>
  readonly onClear: () => void
}

/** What can be done with everybody who is ticked. */
export function BulkBar({ selected, onClear }: BulkBarProps) {
  const { t } = useTranslation(['contacts', 'common'])
  const [tagging, setTagging] = useState(false)
  const ids = [...selected]
  const remove = async () => {
    if (await deleteWithUndo(ids)) onClear()
  }
  return (
    <div className={classes['toolbar']} role="toolbar" aria-label={t('bulk.label')}>
      <div className={classes['side']}>
        <span className={classes['selected']} role="status">
          {t('selected', { count: ids.length })}
        </span>
        <Button size="xs" variant="subtle" onClick={onClear}>
          {t('clear_selection')}
        </Button>
      </div>
      <div className={classes['side']}>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconTag size={15} aria-hidden />}
          onClick={() => setTagging(true)}
        >
          {t('bulk.tag')}
        </Button>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconHandStop size={15} aria-hidden />}
          onClick={() => askToStop(ids)}
        >
          {t('bulk.stop')}
        </Button>
        <Menu position="bottom-end" shadow="md">
          <Menu.Target>
            <Button size="xs" variant="default" leftSection={<IconDownload size={15} aria-hidden />}>
              {t('bulk.export')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {(['csv', 'vcard', 'json'] as const).map((format) => (
              <Menu.Item key={format} onClick={() => void exportContacts(format, ids)}>
                {t(`export.${format}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <Button
          size="xs"
          variant="light"
          color="red"
          leftSection={<IconTrash size={15} aria-hidden />}
          onClick={() => void remove()}
        >
          {t('common:actions.delete')}
        </Button>
      </div>
      {tagging && <TagDialog ids={ids} onClose={() => setTagging(false)} />}
    </div>
  )
}
