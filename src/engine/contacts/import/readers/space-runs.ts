/**
 * At each quote that closes nothing, Papa's parser looks over all the space before the next line end: a padded cell full
 * of quotes would take hours. A run of this length is cut to it. It is more than a sheet has columns, so that a row of
 * tabs does not become another one.
 */
const LONG_RUN = /([^\S\n]{600})[^\S\n]+/g

/** Text with LF line ends as Papa can read it in time. Only runs of more than 600 spaces or tabs are changed. */
export const shortenSpaceRuns = (text: string): string => text.replace(LONG_RUN, '$1')
