import type { z } from 'zod'
import { ISSUE_CODES, type IssueCode } from './issue-codes'

/** Values for the placeholders of a catalogue sentence, for example `{{maximum}}`. */
export type IssueParams = Readonly<Record<string, string | number>>

/** One wrong field: where it is in the object that was sent, and which sentence says what to do. */
export interface FieldIssue {
  readonly path: readonly (string | number)[]
  readonly code: IssueCode
  readonly params?: IssueParams
}

/** An expected failure, as it crosses the IPC wall. `issues` is filled when single fields are to blame. */
export interface AppError {
  readonly code: IssueCode
  readonly params?: IssueParams
  readonly issues?: readonly FieldIssue[]
}

const known = new Set<string>(ISSUE_CODES)
const isIssueCode = (text: string): text is IssueCode => known.has(text)

/** Turns what zod found into our sentences. A zod message that is no code of ours becomes `invalid_value`. */
export function issuesOf(error: z.ZodError): FieldIssue[] {
  return error.issues.map((issue) => {
    const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))
    const code = isIssueCode(issue.message) ? issue.message : 'invalid_value'
    if (issue.code === 'too_big') return { path, code, params: { maximum: Number(issue.maximum) } }
    return { path, code }
  })
}

/** The error for input that did not parse. */
export const invalidInput = (issues: readonly FieldIssue[]): AppError => ({ code: 'invalid_value', issues })
