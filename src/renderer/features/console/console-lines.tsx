import { Button } from '@mantine/core'
import { IconArrowDown } from '@tabler/icons-react'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useConsoleView } from '../../stores/console-view'
import { useLogStore } from '../../stores/log-store'
import { useRowWindow } from '../../ui/use-row-window'
import { ChosenLines } from './chosen-lines'
import { ConsoleEmpty } from './console-empty'
import { ConsoleFooter } from './console-footer'
import { ConsoleToolbar } from './console-toolbar'
import { FilterChips } from './filter-chips'
import { LineDetail } from './line-detail'
import type { LineView } from './line-search'
import { type LineSelection, seqsOf } from './line-selection'
import { copyLines } from './log-commands'
import { LINE_HEIGHT, LogList } from './log-list'
import { useFollowing } from './use-following'
import classes from './console.module.css'

/** The filter, the lines that it lets through, and what is chosen among them. */
export function ConsoleLines({ view }: { readonly view: LineView }) {
  const { t } = useTranslation('console')
  const { filter, clearedSeq } = useConsoleView()
  const lines = useLogStore((state) => state.lines)
  const [chosen, setChosen] = useState<LineSelection | null>(null)
  const { found, first, end, kept } = view
  const sight = useRowWindow(end - first, LINE_HEIGHT)
  // Lines that were cleared from view, fell out of memory or do not fit a new filter are chosen no longer.
  const place = chosen === null ? -1 : found.placeOf(chosen.focusSeq)
  const selection = place === -1 ? null : chosen
  const following = useFollowing(sight.element, view, LINE_HEIGHT, selection === null ? null : place)
  const [fromSeq, toSeq] = selection === null ? [0, 0] : seqsOf(selection)
  const count = selection === null ? 0 : found.countBetween(fromSeq, toSeq)
  const detail = count === 1 && selection !== null ? lines.at(selection.focusSeq) : undefined

  const select = (next: LineSelection | null) => {
    setChosen(next)
    if (next !== null) pause()
  }
  const { pause, resume } = following
  const follow = useCallback(() => {
    setChosen(null)
    resume()
  }, [resume])
  const setFollowing = useCallback(
    (isWanted: boolean) => {
      if (isWanted) follow()
      else pause()
    },
    [follow, pause]
  )
  const copy = (which: LineSelection) => {
    const [from_seq, to_seq] = seqsOf(which)
    void copyLines({ filter, from_seq, to_seq })
  }
  const hidden = Math.max(0, Math.min(kept, clearedSeq - lines.first + 1))
  return (
    <>
      <ConsoleToolbar filter={filter} isFollowing={following.isFollowing} onFollow={setFollowing} />
      <FilterChips filter={filter} />
      <div className={classes['frame']}>
        <LogList
          view={view}
          sight={sight}
          selection={selection}
          onSelect={select}
          onCopy={copy}
          whenEmpty={<ConsoleEmpty filter={filter} isCleared={hidden > 0} />}
        />
        {!following.isFollowing && end > first && (
          <Button
            className={classes['jump']}
            size="compact-sm"
            leftSection={<IconArrowDown size={14} aria-hidden />}
            onClick={follow}
          >
            {following.newLines > 0 ? t('new_lines', { count: following.newLines }) : t('jump_to_end')}
          </Button>
        )}
      </div>
      {detail !== undefined && <LineDetail line={detail} onClose={() => select(null)} />}
      {selection !== null && count > 1 && (
        <ChosenLines count={count} onCopy={() => copy(selection)} onClose={() => select(null)} />
      )}
      <ConsoleFooter
        shown={end - first}
        kept={kept - hidden}
        hidden={hidden}
        isSearching={view.isSearching}
      />
    </>
  )
}
