/**
 * Everything that Loa says about bad input, as keys of the catalogue (`errors.<code>`).
 * Both languages have a sentence for each: what is wrong, and what to do.
 */
export const ISSUE_CODES = [
  'invalid_value',
  'name_required',
  'message_required',
  'too_long',
  'email_invalid',
  'zone_unknown',
  'start_time_required',
  'date_time_invalid',
  'date_invalid',
  'interval_range',
  'day_of_week_range',
  'day_of_month_range',
  'month_of_year_range',
  'max_runs_range',
  'end_before_start',
  'schedule_never_runs',
  'start_time_past',
  'no_future_slot',
  'no_channels',
  'no_contacts',
  'url_invalid',
  'url_has_credentials',
  'url_required',
  'timeout_range',
  'country_unknown',
  'id_invalid',
  'not_found',
  'status_move_refused',
  'campaign_running',
  'campaign_archived',
  'run_already_started',
  'paused_all',
  'storage_damaged',
  'storage_newer',
  'storage_failed',
  'no_backup',
  'engine_stopped',
  'unexpected'
] as const

export type IssueCode = (typeof ISSUE_CODES)[number]
