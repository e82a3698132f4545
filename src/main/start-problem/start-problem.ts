import { bugText } from '../terminal'
import { WrongSecret } from '../wrong-secret'

/** Why Loa cannot start. */
export type StartProblem =
  | { readonly kind: 'folder_in_use'; readonly folder: string }
  | { readonly kind: 'folder_unusable'; readonly folder: string; readonly code: string }
  | { readonly kind: 'file_unusable'; readonly file: string; readonly code: string }
  /** Something that is no folder lies where Loa needs one. */
  | { readonly kind: 'file_in_the_way'; readonly file: string }
  /** `text` is a sentence that names the variable, in English as the variable is. */
  | { readonly kind: 'wrong_secret'; readonly text: string }
  /** `trace` is `text` with where it happened. */
  | { readonly kind: 'bug'; readonly text: string; readonly trace: string }

/** What to say of an error that ended the start. */
export function startProblemOf(error: unknown): StartProblem {
  if (error instanceof WrongSecret) return { kind: 'wrong_secret', text: error.message }
  const { code, path } = (error ?? {}) as NodeJS.ErrnoException
  if (typeof code === 'string' && typeof path === 'string')
    return code === 'EEXIST'
      ? { kind: 'file_in_the_way', file: path }
      : { kind: 'file_unusable', file: path, code }
  const trace = bugText(error)
  return { kind: 'bug', text: trace.split('\n')[0] ?? '', trace }
}

/** The problem on a terminal. */
export function terminalText(problem: StartProblem): string {
  switch (problem.kind) {
    case 'folder_in_use':
      return `Another Loa has this data folder open: ${problem.folder}`
    case 'folder_unusable':
      return (
        `Loa cannot write to its data folder ${problem.folder} (${problem.code}). ` +
        'Check that the disk is there, has room and that you may write to it, then start Loa again.'
      )
    case 'file_unusable':
      return (
        `Loa cannot use ${problem.file} (${problem.code}). ` +
        'Check that the disk is there, has room and that you may read and write it, then start Loa again.'
      )
    case 'file_in_the_way':
      return `A file is where Loa needs a folder: ${problem.file}. Move it somewhere else, then start Loa again.`
    case 'wrong_secret':
      return problem.text
    case 'bug':
      return problem.trace
  }
}
