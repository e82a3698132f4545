import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Foreign } from '../../../ui/foreign'
import type { ImportPurpose, PreviewRow } from '../../../../shared/domain/contact-import'
import { PreviewCell, PreviewTags } from './preview-cell'
import { RowProblems } from './row-problems'
import classes from './preview-table.module.css'

export type PreviewColumn =
  | 'name'
  | 'first_name'
  | 'last_name'
  | 'whatsapp_number'
  | 'telegram_username'
  | 'phone'
  | 'email'
  | 'tags'
  | 'custom'

interface PreviewRowsProps {
  readonly row: PreviewRow
  readonly columns: readonly PreviewColumn[]
  readonly purpose: ImportPurpose
}

/** One row of the file: as it will be stored with its doubts below, or struck with the reason. */
export function PreviewRows({ row, columns, purpose }: PreviewRowsProps) {
  const { t } = useTranslation('import')
  const { problems } = row
  if (row.is_rejected)
    return (
      <tbody data-rejected>
        <tr>
          <th scope="row">{row.row}</th>
          <td colSpan={columns.length}>
            <s>
              <Foreign>{row.name}</Foreign>
            </s>
            <RowProblems tone="bad" problems={problems} purpose={purpose} label={t('preview.rejected')} />
          </td>
        </tr>
      </tbody>
    )
  return (
    <tbody>
      <tr>
        <th scope="row">{row.row}</th>
        {columns.map((column) => (
          <td key={column}>{cellOf(row, column)}</td>
        ))}
      </tr>
      {problems.length > 0 && (
        <tr className={classes['doubts']}>
          <td />
          <td colSpan={columns.length}>
            <RowProblems tone="caution" problems={problems} purpose={purpose} label={t('preview.doubt')} />
          </td>
        </tr>
      )}
    </tbody>
  )
}

function cellOf(row: PreviewRow, column: PreviewColumn): ReactNode {
  switch (column) {
    case 'tags':
      return <PreviewTags tags={row.tags} />
    case 'custom': {
      const fields = Object.entries(row.custom).map(([name, value]) => `${name}: ${value}`)
      return <PreviewCell text={fields.join(' · ')} />
    }
    default:
      return <PreviewCell text={row[column]} isInvalid={row.invalid.includes(column)} />
  }
}
