import { IconChevronRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { RehearsedSkips } from '../../shared/domain/rehearsal'
import { localeOf } from '../../shared/i18n/locale'
import { ChannelIcon } from './channel-icon'
import { detailWords } from './detail-words'
import { Foreign } from './foreign'
import classes from './skip-groups.module.css'

interface SkipGroupsProps {
  /** Left out where a heading stands above already. */
  readonly title?: string
  readonly groups: readonly RehearsedSkips[]
}

/** Who gets nothing, and why; each reason opens to the people. */
export function SkipGroups({ title, groups }: SkipGroupsProps) {
  const { t, i18n } = useTranslation(['rehearsal', 'runs', 'reasons', 'common'])
  const { t: ofMessages } = useTranslation('message')
  if (groups.length === 0) return null
  const names = (group: RehearsedSkips): string => {
    const list = new Intl.ListFormat(localeOf(i18n.language), { type: 'conjunction' })
    const rest = group.count - group.names.length
    return list.format(rest > 0 ? [...group.names, t('review.others', { count: rest })] : [...group.names])
  }
  return (
    <section className={classes['block']} aria-label={title}>
      {title !== undefined && <h3 className={classes['title']}>{title}</h3>}
      <ul className={classes['groups']}>
        {groups.map((group) => (
          <li key={`${group.channel} ${group.reason} ${group.detail}`} className={classes['group']}>
            <details>
              <summary>
                <ChannelIcon channel={group.channel} size={16} />
                <span>
                  {t(`common:channels.${group.channel}`)}: {t(`runs:reason_short.${group.reason}`)}
                  {group.detail !== '' && (
                    <bdi> ({detailWords({ code: group.reason, detail: group.detail }, ofMessages)})</bdi>
                  )}
                </span>
                <span className={classes['groupCount']}>{t('review.people', { count: group.count })}</span>
                <IconChevronRight size={15} aria-hidden />
              </summary>
              <p className={classes['groupMore']}>
                {t(`reasons:${group.reason}`)}
                <br />
                <Foreign>{names(group)}</Foreign>
              </p>
            </details>
          </li>
        ))}
      </ul>
    </section>
  )
}
