import { Button, Table } from '@mantine/core'
import { IconRestore } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupCopy } from '../../../shared/ipc/backup-views'
import { useLocalZone } from '../../stores/settings-store'
import { sizeText } from '../../../shared/text/size-text'
import { formatDateTime } from '../../../shared/text/date-format'
import { When } from '../../ui/when'
import { askToRestore } from './backup-commands'
import classes from './backup.module.css'

/** The newest ones are what is looked for. */
const SHOWN = 5

interface BackupCopyListProps {
  readonly copies: readonly BackupCopy[]
  readonly isBusy: boolean
}

/** The copies that there are, each with its way back. */
export function BackupCopyList({ copies, isBusy }: BackupCopyListProps) {
  const { t, i18n } = useTranslation('backup')
  const zone = useLocalZone()
  const [isWhole, setWhole] = useState(false)
  const whenOf = ({ at }: BackupCopy) => formatDateTime(new Date(at), zone, i18n.language, new Date())
  if (copies.length === 0) return <p className={classes['none']}>{t('copies.none')}</p>
  return (
    <>
      <Table className={classes['copies'] ?? ''} verticalSpacing={6} aria-label={t('copies.title')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('copies.when')}</Table.Th>
            <Table.Th>{t('copies.kind')}</Table.Th>
            <Table.Th ta="right">{t('copies.size')}</Table.Th>
            <Table.Th aria-label={t('copies.restore')} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {(isWhole ? copies : copies.slice(0, SHOWN)).map((copy) => (
            <Table.Tr key={copy.path}>
              <Table.Td>
                <When at={copy.at} withRelative />
              </Table.Td>
              <Table.Td>{t(`copies.kinds.${copy.kind}`)}</Table.Td>
              <Table.Td ta="right" className={classes['size'] ?? ''}>
                {sizeText(copy.size_bytes, i18n.language)}
              </Table.Td>
              <Table.Td ta="right">
                <Button
                  size="compact-sm"
                  variant="default"
                  disabled={isBusy}
                  leftSection={<IconRestore size={14} aria-hidden />}
                  aria-label={t('copies.restore_of', { when: whenOf(copy) })}
                  onClick={() => void askToRestore(copy.path)}
                >
                  {t('copies.restore')}
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {!isWhole && copies.length > SHOWN && (
        <Button size="compact-sm" variant="subtle" onClick={() => setWhole(true)}>
          {t('copies.all', { count: copies.length })}
        </Button>
      )}
    </>
  )
}
