import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { textOf } from '../../../../shared/domain/campaign'
import type { ChannelId } from '../../../../shared/domain/channel'
import type { TextProblem } from '../../../../shared/domain/message'
import { useAudiencePeople } from '../../../stores/audience-people'
import { usePlaceholderChoices } from '../../../stores/placeholder-choices'
import { isSameList, useUnchanged } from '../../../stores/unchanged'
import type { CampaignForm } from '../campaign-form'
import { isSameAudience } from './same-audience'
import { MessageChecked } from './message-checked'
import { MessageCounts } from './message-counts'
import { useMessageEditing } from './message-editing'
import { LONGEST_TEXT } from './message-limits'
import { usePreviewPerson } from './message-person'
import { placeOf } from './message-place'
import { MessagePreview } from './message-preview'
import { useRenderedMessage } from './message-rendering'
import { MessageSwitches } from './message-switches'
import { MessageText } from './message-text'
import { type AskedMessage, channelsOfTab, tabOfChannel, textOfTab } from './message-texts'
import classes from './message.module.css'
import { placeholderItems } from './placeholder-items'
import { nearestName } from './placeholder-near'
import { TestSendButton } from './test-send-button'

/** What a campaign says: the text, how it reads for each person, and what speaks against it. */
export function MessageSection({ form }: { readonly form: CampaignForm }) {
  const { t } = useTranslation('message')
  const editing = useMessageEditing(form)
  const { message, tab } = editing
  const flow = useUnchanged(form.values.flow, isSameList)
  const picked = useUnchanged(form.values.contacts, isSameList)
  const audience = useUnchanged(form.values.audience, isSameAudience)
  const choices = usePlaceholderChoices()
  const items = useMemo(() => placeholderItems(choices, t), [choices, t])
  const people = useAudiencePeople(picked, audience)
  const person = usePreviewPerson(people)

  const [chosenChannel, setChannel] = useState<ChannelId | null>(null)
  const wanted = tab === 'all' ? chosenChannel : tab
  const channel = wanted !== null && flow.includes(wanted) ? wanted : (flow[0] ?? 'whatsapp')
  const shownFlow = useMemo(() => (flow.length === 0 ? [channel] : flow), [flow, channel])
  const sizes = [message.call_script, ...Object.values(message.texts)].map(({ length }) => length)
  const isSendable = Math.max(...sizes) <= LONGEST_TEXT
  const { timezone } = form.values.schedule_settings
  const asked: AskedMessage = useMemo(() => ({ ...message, timezone }), [message, timezone])
  const rendered = useRenderedMessage({
    message: isSendable ? asked : null,
    channels: shownFlow,
    contactId: person.contact?._id ?? null,
    // Filled in for nobody first it would read wrong for a moment.
    isHeld: editing.isCompleting || !person.isKnown
  })

  const nearOf = ({ code, detail }: TextProblem): string | null =>
    code === 'unknown_placeholder' ? nearestName(detail, items) : null
  const text = textOfTab(message, tab) ?? message.call_script
  const said = channelsOfTab(message, tab, shownFlow)
  const problem = rendered.texts?.find(
    ({ channel: one, problem: found }) => found !== null && tabOfChannel(message, one) === tab
  )?.problem
  // An answer about an earlier text says nothing about places in this one.
  const isCurrent = rendered.message === asked
  const wrong = useMemo(
    () => (problem && isCurrent ? placeOf(text, problem) : null),
    [problem, isCurrent, text]
  )
  return (
    <div className={classes['section']}>
      <div className={classes['columns']}>
        <div className={classes['writing']}>
          <MessageText form={form} editing={editing} items={items} wrong={wrong} />
          <MessageCounts text={text} channels={said} />
          <MessageSwitches editing={editing} />
          <MessageChecked
            editing={editing}
            asked={asked}
            flow={shownFlow}
            picked={picked}
            audience={audience}
            rendered={rendered}
            nearOf={nearOf}
          />
        </div>
        <MessagePreview
          flow={shownFlow}
          channel={channel}
          onChannel={(one) => {
            setChannel(one)
            // The text beside it follows, so that what is read is what is written.
            if (editing.tabs.length > 0) editing.openTab(tabOfChannel(message, one))
          }}
          written={textOf(message, channel)}
          rendered={rendered}
          person={person}
          isFilledIn={message.placeholders}
          missingValues={message.missing_values}
          onMissingValues={(choice) => editing.set({ missing_values: choice })}
        >
          <TestSendButton message={asked} flow={shownFlow} person={person} isDisabled={!isSendable} />
        </MessagePreview>
      </div>
    </div>
  )
}
