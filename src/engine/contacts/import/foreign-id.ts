import { createHash } from 'node:crypto'

/**
 * The id for somebody whom another system knows under an id of its own kind. The same one each time: a second import
 * meets the same person, and campaigns of that system still name them.
 */
export const foreignId = (text: string): string =>
  createHash('sha256').update(`loa ${text}`).digest('hex').slice(0, 24)
