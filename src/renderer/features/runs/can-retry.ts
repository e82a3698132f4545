import type { RunSummary } from '../../../shared/domain/run'

/** What failed can be tried again once the run is over. A rehearsal has reached nobody: it is simply held again. */
export const canRetry = ({ status, counts, trigger }: RunSummary): boolean =>
  status === 'finished' && counts.failed > 0 && trigger !== 'rehearsal'
