import type { AppError } from '../../shared/app-error'

/** What every store says about its first load: a page shows a skeleton, a failure with "try again", or its content. */
export interface Loadable {
  readonly status: 'loading' | 'ready' | 'failed'
  readonly error: AppError | null
}

export const notLoaded: Loadable = { status: 'loading', error: null }

export const loaded: Loadable = { status: 'ready', error: null }

/** The load came back with an expected failure; what was shown before stays. */
export const loadFailed = (error: AppError): Loadable => ({ status: 'failed', error })
