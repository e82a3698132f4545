import { ActionIcon, Button } from '@mantine/core'
import { IconArrowLeft, IconUsers, IconUsersGroup } from '@tabler/icons-react'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { openPage } from '../../../stores/navigation-store'
import { useIsUnreadable } from '../../../stores/state-store'
import { EmptyState } from '../../../ui/empty-state'
import { LoadFailure } from '../../../ui/load-failure'
import { LoadingRows } from '../../../ui/loading-rows'
import { Page } from '../../../ui/page'
import { PageHeader } from '../../../ui/page-header'
import { UnreadableFile } from '../../../ui/unreadable-file'
import { usePageHold } from '../../../ui/use-page-hold'
import { DuplicateCard } from './duplicate-card'
import { askAndMergeAll } from './merge-commands'
import { groupKey, useDuplicates } from './use-duplicates'
import classes from './duplicates.module.css'

const AT_ONCE = 20

const nothing: ReadonlySet<string> = new Set()

/** Contacts that are one human, and what to keep of each. */
export function DuplicatesView() {
  const { t } = useTranslation(['duplicates', 'contacts'])
  const [shown, setShown] = useState(AT_ONCE)
  const [skipped, setSkipped] = useState(nothing)
  usePageHold(() => skipped.size > 0)
  // What was left for later does not take the place of what is still to be looked through.
  const { found, error, retry } = useDuplicates(shown + skipped.size)
  const skip = useCallback((key: string) => setSkipped((before) => new Set([...before, key])), [])

  const groups = useMemo(
    () => (found?.groups ?? []).filter((group) => !skipped.has(groupKey(group))),
    [found, skipped]
  )
  const total = found?.total ?? 0
  const isUnreadable = useIsUnreadable('contacts.json')
  const left = (found?.groups.length ?? 0) - groups.length
  return (
    <Page
      header={
        <PageHeader
          before={
            <ActionIcon
              variant="subtle"
              color="gray"
              size={34}
              autoFocus
              aria-label={t('contacts:clear_search')}
              onClick={() => void openPage('contacts')}
            >
              <IconArrowLeft size={20} aria-hidden />
            </ActionIcon>
          }
          title={t('title')}
          description={total > 0 ? t('description', { count: total }) : t('none_description')}
          actions={
            total > 0 && (
              <Button variant="default" onClick={() => void askAndMergeAll(total, left > 0)}>
                {t('merge_all')}
              </Button>
            )
          }
        />
      }
    >
      {error !== null && <LoadFailure error={error} onRetry={retry} />}
      {error === null && found === null && <LoadingRows rows={3} height={220} />}
      {error === null && found !== null && total === 0 && isUnreadable && (
        <UnreadableFile file="contacts.json" />
      )}
      {error === null && found !== null && total === 0 && !isUnreadable && (
        <EmptyState icon={IconUsers} title={t('empty_title')} text={t('empty_text')} />
      )}
      {total > 0 && groups.length === 0 && left > 0 && (
        <EmptyState
          icon={IconUsersGroup}
          title={t('all_skipped_title')}
          text={t('all_skipped_text')}
          action={
            <Button variant="default" onClick={() => setSkipped(nothing)}>
              {t('show_skipped')}
            </Button>
          }
        />
      )}
      <div className={classes['groups']}>
        {groups.map((group) => (
          <DuplicateCard key={groupKey(group)} group={group} onSkip={skip} />
        ))}
      </div>
      {groups.length > 0 && (
        <div className={classes['foot']}>
          {left > 0 && (
            <>
              <span>{t('skipped', { count: left })}</span>
              <Button size="compact-sm" variant="subtle" onClick={() => setSkipped(nothing)}>
                {t('show_skipped')}
              </Button>
            </>
          )}
          {total > shown + left && (
            <Button size="xs" variant="default" onClick={() => setShown(shown + AT_ONCE)}>
              {t('more')}
            </Button>
          )}
        </div>
      )}
    </Page>
  )
}
