import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { textOf } from '../../../../shared/domain/campaign'
import type { RenderedText } from '../../../../shared/domain/message'
import { loa } from '../../../api'
import { useContactsStore } from '../../../stores/contacts-store'
import { isSameList, useUnchanged } from '../../../stores/unchanged'
import type { CampaignFormValues } from '../campaign-values'
import { LONGEST_TEXT } from './message-limits'
import { problemText } from './message-problem-text'
import { fieldOfTab, isSameMessage, messageOf, tabOfChannel } from './message-texts'
import type { Problem } from './problems'

/** As long as the message step itself waits before it looks: a half-typed placeholder is no problem yet. */
const REST_MS = 600

const NOTHING: readonly RenderedText[] = []

/** What is wrong with the texts themselves, whoever gets them. The last answer stays while the next is on its way. */
export function useTextProblems(values: CampaignFormValues): readonly Problem[] {
  const { t } = useTranslation('message')
  const revision = useContactsStore((state) => state.revision)
  const message = useUnchanged(messageOf(values), isSameMessage)
  const flow = useUnchanged(values.flow, isSameList)
  const [texts, setTexts] = useState(NOTHING)
  const channels = useMemo(
    () => flow.filter((channel) => textOf(message, channel).length <= LONGEST_TEXT),
    [flow, message]
  )
  // What is sent as it is written cannot be wrong.
  const isAsked = message.placeholders && channels.length > 0

  useEffect(() => {
    if (!isAsked) return
    let isCurrent = true
    const timer = setTimeout(() => {
      void loa.previewMessage(message, [...channels], null).then((result) => {
        if (isCurrent) setTexts(result.ok ? result.value : NOTHING)
      })
    }, REST_MS)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [isAsked, message, channels, revision])

  return useMemo(
    () =>
      (isAsked ? texts : NOTHING).flatMap(({ channel, problem }): readonly Problem[] => {
        if (problem === null) return []
        const path = fieldOfTab(tabOfChannel(message, channel))
        return [{ step: 'message', path, text: problemText(problem, null, t) }]
      }),
    [isAsked, texts, message, t]
  )
}
