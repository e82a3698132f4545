import { Button } from '@mantine/core'
import { IconArrowDown, IconCopy, IconEraser, IconSearch, IconTerminal2 } from '@tabler/icons-react'
import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LogLine } from '../../../shared/domain/log-line'
import { loa } from '../../api'
import { loadLog, useLogStore } from '../../stores/log-store'
import { EmptyState } from '../../ui/empty-state'
import { LoadFailure } from '../../ui/load-failure'
import { LoadingRows } from '../../ui/loading-rows'
import { Page } from '../../ui/page'
import { PageHeader } from '../../ui/page-header'
import { reportFailure } from '../../ui/report-failure'
import { showToast } from '../../ui/toast'
import { useRowWindow } from '../../ui/use-row-window'
import { ConsoleFooter } from './console-footer'
import { ConsoleToolbar } from './console-toolbar'
import { LineDetail } from './line-detail'
import { everyLine, filterLines, isFiltered, linesAfter, linesAsText, type LogFilter } from './log-filter'
import { LINE_HEIGHT, LogList } from './log-list'
import { useFollowing } from './use-following'
import classes from './console.module.css'

/** The live log: the same lines as in the file. */
export function ConsolePage() {
  const { t } = useTranslation('console')
  const { lines, status, error } = useLogStore()
  const [filter, setFilter] = useState(everyLine)
  const [clearedSeq, setClearedSeq] = useState(0)
  const [selected, setSelected] = useState<LogLine | null>(null)

  const applied = useDeferredValue(filter)
  const kept = useMemo(() => linesAfter(lines, clearedSeq), [lines, clearedSeq])
  const shown = useMemo(() => filterLines(kept, applied), [kept, applied])
  const sight = useRowWindow(shown.length, LINE_HEIGHT)
  const following = useFollowing(sight.element, shown, LINE_HEIGHT)

  const changeFilter = (next: LogFilter) => {
    setFilter(next)
    following.resume()
  }
  const select = (line: LogLine | null) => {
    setSelected(line)
    if (line !== null) following.pause()
  }
  const copy = async (some: readonly LogLine[]) => {
    if (reportFailure(await loa.copyText(linesAsText(some))).ok)
      showToast({ message: t('copied', { count: some.length }) })
  }
  const clear = () => {
    setClearedSeq(lines.at(-1)?.seq ?? 0)
    setSelected(null)
  }

  const whenEmpty = isFiltered(applied) ? (
    <EmptyState
      icon={IconSearch}
      title={t('none_found_title')}
      text={t('none_found_text')}
      action={
        <Button variant="default" onClick={() => changeFilter(everyLine)}>
          {t('reset_filter')}
        </Button>
      }
    />
  ) : (
    <EmptyState
      icon={IconTerminal2}
      title={t(lines.length === 0 ? 'empty_title' : 'view_cleared_title')}
      text={t(lines.length === 0 ? 'empty_text' : 'view_cleared_text')}
    />
  )

  return (
    <Page
      scroll="own"
      header={
        <PageHeader
          title={t('title')}
          description={t('description')}
          actions={
            <>
              <Button
                variant="default"
                title={t('clear_hint')}
                leftSection={<IconEraser size={16} aria-hidden />}
                disabled={kept.length === 0}
                onClick={clear}
              >
                {t('clear_view')}
              </Button>
              <Button
                variant="default"
                leftSection={<IconCopy size={16} aria-hidden />}
                disabled={shown.length === 0}
                onClick={() => void copy(shown)}
              >
                {t('copy_lines')}
              </Button>
            </>
          }
        />
      }
    >
      {status === 'loading' && <LoadingRows height={22} rows={14} />}
      {status === 'failed' && error !== null && <LoadFailure error={error} onRetry={() => void loadLog()} />}
      {status === 'ready' && (
        <>
          <ConsoleToolbar
            filter={filter}
            onFilter={changeFilter}
            isFollowing={following.isFollowing}
            onFollow={(follow) => (follow ? following.resume() : following.pause())}
          />
          <div className={classes['frame']}>
            <LogList
              lines={shown}
              sight={sight}
              selectedSeq={selected?.seq ?? null}
              onSelect={select}
              onCopy={(line) => void copy([line])}
              whenEmpty={whenEmpty}
            />
            {!following.isFollowing && (
              <Button
                className={classes['jump']}
                size="compact-sm"
                leftSection={<IconArrowDown size={14} aria-hidden />}
                onClick={following.resume}
              >
                {following.newLines > 0 ? t('new_lines', { count: following.newLines }) : t('jump_to_end')}
              </Button>
            )}
          </div>
          {selected !== null && <LineDetail line={selected} onClose={() => setSelected(null)} />}
          <ConsoleFooter
            shown={shown.length}
            kept={kept.length}
            hidden={lines.length - kept.length}
            onShowHidden={() => setClearedSeq(0)}
          />
        </>
      )}
    </Page>
  )
}
