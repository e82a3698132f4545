import type { RunSummary } from '../../../shared/domain/run'

/** What failed can be tried again once the run is over; that of a rehearsal through the practice gateway again. */
export const canRetry = ({ status, counts }: RunSummary): boolean =>
  status === 'finished' && counts.failed > 0
