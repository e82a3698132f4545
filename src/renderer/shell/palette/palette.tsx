import { VisuallyHidden } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { Spotlight, type SpotlightActionData } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocalZone, useSettingsStore } from '../../stores/settings-store'
import { useStateStore } from '../../stores/state-store'
import { commandActions, matches, pageActions } from './palette-actions'
import { openActions, stopActions } from './people-actions'
import { chooseFirst, chosenText, once, openPalette, paletteStore } from './palette-store'
import { campaignActions, runActions } from './run-actions'
import { lookActions, sectionActions } from './settings-actions'
import { useFoundCampaigns, useFoundRuns } from './use-found-campaigns'
import { useFoundPeople } from './use-found-people'
import classes from './palette.module.css'

/** Ctrl+K: every page and section, what can be done from everywhere, every campaign, run and person, by typing. */
export function Palette() {
  const { t, i18n } = useTranslation(['palette', 'navigation', 'contacts', 'common', 'settings', 'backup'])
  const [query, setQuery] = useState('')
  const [isStopping, setStopping] = useState(false)
  const state = useStateStore((store) => store.state)
  const theme = useSettingsStore((store) => store.settings?.theme)
  const zone = useLocalZone()
  const people = useFoundPeople(query)
  const campaigns = useFoundCampaigns(query)
  const runs = useFoundRuns(query)
  const [announced, setAnnounced] = useState('')
  const hasMoved = useRef(false)

  // People arrive after the text was typed, above what was chosen by itself till then; whom the arrows have chosen stays.
  useEffect(() => {
    if (people.length === 0) return
    if (!hasMoved.current) chooseFirst()
    const timer = setTimeout(() => setAnnounced(chosenText()))
    return () => clearTimeout(timer)
  }, [people])

  useHotkeys([['mod+K', openPalette]], [], true)

  const startAnew = () => {
    setQuery('')
    setStopping(false)
  }
  const askWhoStops = () => {
    setStopping(true)
    setQuery('')
  }
  const some = (
    name: string,
    { first, total }: { readonly first: readonly unknown[]; readonly total: number }
  ) => (first.length === total ? name : t('groups.some', { name, shown: first.length, total }))
  const found = (actions: SpotlightActionData[]) => actions.filter((action) => matches(action, query))
  const groups = isStopping
    ? [group(t('groups.people'), stopActions(t, people))]
    : [
        group(t('groups.actions'), found(commandActions(t, state, askWhoStops))),
        group(t('groups.pages'), found(pageActions(t))),
        group(some(t('groups.campaigns'), campaigns), campaignActions(t, campaigns.first)),
        group(t('groups.people'), [...openActions(t, people), ...stopActions(t, people)]),
        group(some(t('groups.runs'), runs), runActions(t, runs.first, zone, i18n.language)),
        group(t('groups.settings'), query.trim() === '' ? [] : found(sectionActions(t))),
        group(t('groups.look'), found(lookActions(t, i18n.language, theme)))
      ]
  return (
    <>
      <Spotlight
        store={paletteStore}
        title={t('title')}
        classNames={{
          header: classes['hidden'],
          search: classes['search'],
          action: classes['action'],
          actionsList: classes['list'],
          actionsGroup: classes['group'],
          content: classes['content']
        }}
        shortcut={null}
        centered={false}
        scrollable
        maxHeight="calc(min(440px, 100dvh - 2 * var(--modal-y-offset)))"
        // A low window, or one at 200 % zoom, has no height to give away.
        yOffset="clamp(8px, 20dvh - 60px, 80px)"
        radius="lg"
        overlayProps={{ backgroundOpacity: 0.3, blur: 0 }}
        transitionProps={{ duration: 120, transition: 'pop' }}
        actions={groups.filter(({ actions }) => actions.length > 0)}
        filter={(_query, shown) => shown}
        query={query}
        onQueryChange={(typed) => {
          hasMoved.current = false
          setQuery(typed)
        }}
        // Who opens it again while it still fades away begins anew.
        onSpotlightOpen={startAnew}
        onSpotlightClose={startAnew}
        nothingFound={isStopping && query.trim() === '' ? t('ask_stop_now') : t('nothing')}
        searchProps={{
          'aria-label': t(isStopping ? 'placeholder_stop' : 'placeholder'),
          placeholder: t(isStopping ? 'placeholder_stop' : 'placeholder'),
          leftSection: <IconSearch size={18} stroke={1.6} aria-hidden />,
          onKeyDown: ({ key }) => {
            if (key === 'ArrowDown' || key === 'ArrowUp') hasMoved.current = true
          },
          onKeyUp: () => setAnnounced(chosenText())
        }}
      />
      <VisuallyHidden role="status">{announced}</VisuallyHidden>
    </>
  )
}

const group = (name: string, actions: SpotlightActionData[]) => ({ group: name, actions: actions.map(once) })
