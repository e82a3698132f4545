import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeliveryCell } from '../../../../shared/domain/delivery'
import { formatTimeWithSeconds } from '../../../../shared/text/date-format'
import { useLocalZone } from '../../../stores/settings-store'
import { reasonWords } from './reason-words'

/** What became of one message, in words. */
export interface CellWords {
  readonly state: string
  /** Why, where there is something to say. */
  readonly why: string | null
  /** When, to the second. */
  readonly time: string | null
  /** All of it in one line. */
  readonly all: string
}

/** Says what became of messages. One for a whole table: in each of its cells the hooks cost more than the cell. */
export function useCellWords(): (cell: DeliveryCell) => CellWords {
  const { t, i18n } = useTranslation(['runs', 'common'])
  const { t: ofMessages } = useTranslation('message')
  const zone = useLocalZone()
  return useCallback(
    ({ state, at, reason, missing }) => {
      const name = t(`common:delivery_state.${state}`)
      const time = at === undefined ? null : formatTimeWithSeconds(new Date(at), zone, i18n.language)
      const said = missing === undefined ? {} : { detail: missing }
      const why = reason === undefined ? null : reasonWords({ code: reason, ...said }, t, ofMessages)
      const all = [name, why, time].filter((word) => word !== null).join(', ')
      return { state: name, why, time, all }
    },
    [t, i18n.language, ofMessages, zone]
  )
}
