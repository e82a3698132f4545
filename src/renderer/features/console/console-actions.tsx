import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { type Icon, IconCopy, IconDownload, IconEraser } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LogSelection } from '../../../shared/domain/log-filter'
import { clearView, useConsoleView } from '../../stores/console-view'
import { useIsNarrow } from '../../ui/use-is-narrow'
import type { LineView } from './line-search'
import { copyLines, saveLines } from './log-commands'

interface ActionProps {
  readonly label: string
  readonly hint: string
  readonly icon: Icon
  readonly disabled: boolean
  readonly loading?: boolean
  readonly onClick: () => void
}

function Action({ label, hint, icon: Symbol, disabled, loading = false, onClick }: ActionProps) {
  const isNarrow = useIsNarrow()
  const common = { variant: 'default', disabled, loading, onClick } as const
  return (
    <Tooltip label={isNarrow ? `${label}. ${hint}` : hint} multiline w={240}>
      {isNarrow ? (
        <ActionIcon {...common} size={36} aria-label={label}>
          <Symbol size={18} stroke={1.6} aria-hidden />
        </ActionIcon>
      ) : (
        <Button {...common} leftSection={<Symbol size={16} aria-hidden />}>
          {label}
        </Button>
      )}
    </Tooltip>
  )
}

/** What can be done with all lines that are shown. */
export function ConsoleActions({ view }: { readonly view: LineView }) {
  const { t } = useTranslation('console')
  const filter = useConsoleView((state) => state.filter)
  const [busy, setBusy] = useState<'copy' | 'save' | null>(null)
  const { found, first, end, isSearching } = view
  const isEmpty = first === end

  const withAll = async (kind: 'copy' | 'save', act: (selection: LogSelection) => Promise<void>) => {
    const [oldest, newest] = [found.at(first), found.at(end - 1)]
    if (oldest === undefined || newest === undefined) return
    setBusy(kind)
    await act({ filter, from_seq: oldest.seq, to_seq: newest.seq })
    setBusy(null)
  }
  return (
    <>
      <Action
        label={t('clear_view')}
        hint={t('clear_hint')}
        icon={IconEraser}
        disabled={isEmpty}
        onClick={clearView}
      />
      <Action
        label={t('copy_lines')}
        hint={t('copy_hint')}
        icon={IconCopy}
        disabled={isEmpty || isSearching}
        loading={busy === 'copy'}
        onClick={() => void withAll('copy', copyLines)}
      />
      <Action
        label={t('save_lines')}
        hint={t('save_hint')}
        icon={IconDownload}
        disabled={isEmpty || isSearching}
        loading={busy === 'save'}
        onClick={() => void withAll('save', saveLines)}
      />
    </>
  )
}
