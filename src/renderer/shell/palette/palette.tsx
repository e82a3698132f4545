import { VisuallyHidden } from '@mantine/core'
import { Spotlight, type SpotlightActionData } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStateStore } from '../../stores/state-store'
import { commandActions, matches, pageActions } from './palette-actions'
import { openActions, stopActions } from './people-actions'
import { chooseFirst, chosenText, paletteStore } from './palette-store'
import { useFoundPeople } from './use-found-people'
import classes from './palette.module.css'

/** Ctrl+K: every page, what can be done from everywhere, and everybody in the list, by typing. */
export function Palette() {
  const { t } = useTranslation(['palette', 'navigation', 'contacts'])
  const [query, setQuery] = useState('')
  const [isStopping, setStopping] = useState(false)
  const state = useStateStore((store) => store.state)
  const people = useFoundPeople(query)
  const [announced, setAnnounced] = useState('')

  // People arrive after the text was typed: then an action of the list is chosen already, or none was there.
  useEffect(() => {
    if (people.length === 0) return
    chooseFirst()
    const timer = setTimeout(() => setAnnounced(chosenText()))
    return () => clearTimeout(timer)
  }, [people])

  const startAnew = () => {
    setQuery('')
    setStopping(false)
  }
  const askWhoStops = () => {
    setStopping(true)
    setQuery('')
  }
  const found = (actions: SpotlightActionData[]) => actions.filter((action) => matches(action, query))
  const groups = isStopping
    ? [group(t('groups.people'), stopActions(t, people))]
    : [
        group(t('groups.actions'), found(commandActions(t, state, askWhoStops))),
        group(t('groups.pages'), found(pageActions(t))),
        group(t('groups.people'), [...openActions(t, people), ...stopActions(t, people)])
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
        tagsToIgnore={[]}
        triggerOnContentEditable
        centered={false}
        scrollable
        maxHeight={440}
        radius="lg"
        overlayProps={{ backgroundOpacity: 0.3, blur: 0 }}
        transitionProps={{ duration: 120, transition: 'pop' }}
        actions={groups.filter(({ actions }) => actions.length > 0)}
        filter={(_query, shown) => shown}
        query={query}
        onQueryChange={setQuery}
        // Who opens it again while it still fades away begins anew.
        onSpotlightOpen={startAnew}
        onSpotlightClose={startAnew}
        nothingFound={isStopping && query.trim() === '' ? t('ask_stop_now') : t('nothing')}
        searchProps={{
          'aria-label': t(isStopping ? 'placeholder_stop' : 'placeholder'),
          placeholder: t(isStopping ? 'placeholder_stop' : 'placeholder'),
          leftSection: <IconSearch size={18} stroke={1.6} aria-hidden />,
          onKeyUp: () => setAnnounced(chosenText())
        }}
      />
      <VisuallyHidden role="status">{announced}</VisuallyHidden>
    </>
  )
}

const group = (name: string, actions: SpotlightActionData[]) => ({ group: name, actions })
