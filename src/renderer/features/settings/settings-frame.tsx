import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { foldText, holdsWords, queryWords } from '../../../shared/text/fold-text'
import type { SettingsSectionId } from '../../stores/settings-sections'
import { useShownPlace } from '../../stores/shown-place'
import { SearchInput } from '../../ui/search-input'
import classes from './settings-frame.module.css'

/** A section of the page: its place in the list is its place on the page. */
export interface ListedSection {
  readonly id: SettingsSectionId
  readonly title: string
  readonly content: ReactNode
}

const anchorOf = (id: string): string => `settings-${id}`

/** The sections one below the other, and beside them a list to jump to one, by its name or by any word in it. */
export function SettingsFrame({ sections }: { readonly sections: readonly ListedSection[] }) {
  const { t } = useTranslation('settings')
  const body = useRef<HTMLDivElement>(null)
  const [search, setSearch] = useState('')
  const [found, setFound] = useState<ReadonlySet<string> | null>(null)
  const shown = sections.filter(({ id }) => found?.has(id) ?? true)
  const current = useCurrentSection(body, sections)
  const asked = useShownPlace().settings_section

  const find = (typed: string) => {
    setSearch(typed)
    const words = queryWords(typed)
    const holds = ({ id }: ListedSection) =>
      holdsWords(foldText(elementOf(body.current, id)?.textContent ?? ''), words)
    setFound(words.length === 0 ? null : new Set(sections.filter(holds).map(({ id }) => id)))
  }
  const jump = (id: string) => jumpTo(elementOf(body.current, id))
  useEffect(() => {
    if (asked !== null) jumpTo(elementOf(body.current, asked.id))
  }, [asked])

  return (
    <div className={classes['container']}>
      <div className={classes['frame']}>
        <aside className={classes['side']} aria-label={t('sections.title')}>
          <form
            role="search"
            onSubmit={(event) => {
              event.preventDefault()
              const [first] = shown
              if (first !== undefined) jump(first.id)
            }}
          >
            <SearchInput label={t('sections.jump')} width="100%" value={search} onChange={find} />
          </form>
          <ul className={classes['list']}>
            {shown.map(({ id, title }) => (
              <li key={id}>
                <a
                  href={`#${anchorOf(id)}`}
                  className={classes['link']}
                  aria-current={current === id ? 'location' : undefined}
                  onClick={(event) => {
                    event.preventDefault()
                    jump(id)
                  }}
                >
                  {title}
                </a>
              </li>
            ))}
          </ul>
          <p className={classes['none']} role="status">
            {shown.length === 0 && t('sections.none')}
          </p>
        </aside>
        <div className={classes['sections']} ref={body}>
          {sections.map(({ id, content }) => (
            <div key={id} id={anchorOf(id)} className={classes['anchor']}>
              {content}
            </div>
          ))}
        </div>
      </div>
    </div>
  )
}

const elementOf = (body: HTMLElement | null, id: string): HTMLElement | null =>
  body?.querySelector<HTMLElement>(`#${anchorOf(id)}`) ?? null

function jumpTo(section: HTMLElement | null): void {
  section?.scrollIntoView({ block: 'start' })
  section?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true })
}

/** The section that is read now: the first of those that reach into the upper part of the page. */
function useCurrentSection(
  body: { readonly current: HTMLElement | null },
  sections: readonly ListedSection[]
): string | undefined {
  const ids = sections.map(({ id }) => id).join(' ')
  const [current, setCurrent] = useState<string>()
  useEffect(() => {
    const visible = new Set<string>()
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) visible.add(target.id)
          else visible.delete(target.id)
        }
        setCurrent(ids.split(' ').find((id) => visible.has(anchorOf(id))))
      },
      { rootMargin: '-15% 0px -60% 0px' }
    )
    for (const id of ids.split(' ')) {
      const section = elementOf(body.current, id)
      if (section !== null) observer.observe(section)
    }
    return () => observer.disconnect()
  }, [body, ids])
  return current
}
