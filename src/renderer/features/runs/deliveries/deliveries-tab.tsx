import { useCallback, useDeferredValue } from 'react'
import { type DeliveryQuery, type DeliveryRef, EVERY_DELIVERY } from '../../../../shared/domain/delivery'
import { isOpen, type RunOverview } from '../../../../shared/domain/run'
import { useRunRows } from '../../../stores/run-found'
import { LoadingRows } from '../../../ui/loading-rows'
import { DeliveryDrawer } from './delivery-drawer'
import { DeliveryTable } from './delivery-table'
import { DeliveryToolbar } from './delivery-toolbar'
import { StateTiles } from './state-tiles'

interface DeliveriesTabProps {
  readonly overview: RunOverview
  readonly query: DeliveryQuery
  readonly onQuery: (query: DeliveryQuery) => void
  /** The delivery in the drawer. */
  readonly open: DeliveryRef | null
  readonly onOpen: (delivery: DeliveryRef | null) => void
}

/** The deliveries of a run under the filter that the counts and fields set, and one of them in a drawer. */
export function DeliveriesTab({ overview, query, onQuery, open, onOpen }: DeliveriesTabProps) {
  const { summary: run, flow, by_channel: byChannel } = overview
  const found = useRunRows(run.id, query)
  // The table is drawn for the first time in slices: a key or a click comes before it.
  const isLoading = useDeferredValue(found.isLoading)
  const showAll = useCallback(() => onQuery(EVERY_DELIVERY), [onQuery])
  const counts = query.channel === 'all' ? run.counts : (byChannel[query.channel] ?? run.counts)
  return (
    <>
      <StateTiles
        counts={counts}
        isOpen={isOpen(run)}
        state={query.state}
        onState={(state) => onQuery({ ...query, state })}
      />
      <DeliveryToolbar runId={run.id} flow={flow} query={query} onQuery={onQuery} found={found} />
      {isLoading ? (
        <LoadingRows height={34} />
      ) : (
        <DeliveryTable
          rows={found.list}
          onLook={found.look}
          flow={flow}
          onOpen={onOpen}
          resetKey={found.key}
          onShowAll={showAll}
        />
      )}
      {open !== null && <DeliveryDrawer run={run} delivery={open} onClose={() => onOpen(null)} />}
    </>
  )
}
