/** What a run can be written to. `failures`: CSV of what was not sent. */
export const RUN_REPORTS = ['csv', 'json', 'pdf', 'failures'] as const

export type RunReport = (typeof RUN_REPORTS)[number]

/** What checking a report's hash chain found. */
export type ReportVerdict =
  | { readonly outcome: 'intact'; readonly lines: number; readonly seal: string }
  /** `line` is the first that is not as it was written, counted from 1. */
  | { readonly outcome: 'altered'; readonly line: number }
  /** Lines are missing at the end; `line` is the last one that is there, whole or not. */
  | { readonly outcome: 'cut_off'; readonly line: number }
  | { readonly outcome: 'not_a_report' }
