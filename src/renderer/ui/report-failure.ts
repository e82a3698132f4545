import type { Result } from '../../shared/result'
import { errorText } from './error-text'
import { showToast } from './toast'

/** Shows a failure as one toast and hands the result on. Not for forms: they show it at the field. */
export function reportFailure<Value>(result: Result<Value>): Result<Value> {
  if (!result.ok) showToast({ message: () => errorText(result.error), kind: 'failed' })
  return result
}
