import { useTranslation } from 'react-i18next'
import type { AppBuild } from '../../../shared/ipc/views'
import classes from './settings.module.css'

const SHOWN_COMMIT_CHARS = 10

/** What kind of build this is. A release says nothing: its version is enough. */
export function BuildKind({ build }: { readonly build: AppBuild }) {
  const { t } = useTranslation('settings')
  if (build.kind === 'release') return null
  const commit = build.commit.slice(0, SHOWN_COMMIT_CHARS)
  return (
    <>
      <dt>{t('about.build')}</dt>
      <dd data-selectable>
        {t(build.kind === 'test' ? 'about.build_test' : 'about.build_development')}{' '}
        {commit !== '' && (
          <span className={classes['hint']}>
            {t(build.changed ? 'about.build_commit_changed' : 'about.build_commit', { commit })}
          </span>
        )}
      </dd>
    </>
  )
}
