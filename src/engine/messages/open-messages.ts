import type { Audience } from '../../shared/domain/campaign'
import type { ChannelId } from '../../shared/domain/channel'
import type { Contact } from '../../shared/domain/contact'
import type { MessageCheck, RenderedText, TestDelivery, TypedMessage } from '../../shared/domain/message'
import { isKnownZone } from '../../shared/domain/primitives'
import { fail, ok, type Result } from '../../shared/result'
import type { DoNotContact } from '../contacts/do-not-contact'
import type { Collection } from '../store/collection'
import type { TemplatesFile } from '../store/data-folder'
import { checkMessage } from './check-message'
import type { TextClock } from './date-filter'
import { MessageTemplates } from './message-templates'
import { PlaceholderList } from './placeholder-list'
import { previewText } from './preview-message'
import { TestSend, type TestSendContext } from './test-send'

export interface MessagesConfig extends Omit<TestSendContext, 'doNotContact'> {
  readonly templates: Collection<TemplatesFile>
  readonly list: () => readonly Contact[]
  readonly findContact: (id: string) => Contact | undefined
  readonly findAudience: (contacts: readonly string[], audience: Audience) => Promise<readonly Contact[]>
  readonly doNotContact: DoNotContact
}

type CheckQuestion = [
  message: TypedMessage,
  channels: readonly ChannelId[],
  contacts: readonly string[],
  audience: Audience
]

/** What the operator asks about a message that is still being typed, put together. */
export function openMessages(config: MessagesConfig) {
  const { texts, clock, templates, list, findContact, findAudience, doNotContact } = config
  const placeholders = new PlaceholderList(list)
  const testSend = new TestSend(config)
  let latestTyped = 0

  const textClock = ({ timezone }: TypedMessage): TextClock => ({
    nowMs: clock.nowMs(),
    zone: timezone !== undefined && isKnownZone(timezone) ? timezone : localZone()
  })

  async function check(
    message: TypedMessage,
    channels: readonly ChannelId[],
    contacts: readonly string[],
    audience: Audience,
    isWanted?: () => boolean
  ): Promise<MessageCheck> {
    const customNames = await placeholders.customNames()
    const people = message.placeholders ? await findAudience(contacts, audience) : []
    const context = { texts, clock: textClock(message), customNames, doNotContact }
    return checkMessage(message, [...new Set(channels)], people, context, isWanted)
  }

  return {
    templates: new MessageTemplates(templates),
    placeholders: () => placeholders.choices(),

    async preview(
      message: TypedMessage,
      channels: readonly ChannelId[],
      contactId: string | null
    ): Promise<Result<readonly RenderedText[]>> {
      const contact = contactId === null ? null : findContact(contactId)
      if (contact === undefined) return fail({ code: 'not_found' })
      const customNames = await placeholders.customNames()
      const context = { texts, clock: textClock(message), customNames }
      return ok(channels.map((channel) => previewText(message, channel, contact, context)))
    },

    /** To the end, whatever else is asked. */
    check: (...question: CheckQuestion) => check(...question),

    /** The same while somebody types: the latest is the one that is wanted, one before it fails with `cancelled`. */
    async checkTyped(...question: CheckQuestion): Promise<Result<MessageCheck>> {
      const mine = (latestTyped += 1)
      const isWanted = () => mine === latestTyped
      const checked = await check(...question, isWanted)
      return isWanted() ? ok(checked) : fail({ code: 'cancelled' })
    },

    async sendTest(
      message: TypedMessage,
      addresses: Readonly<Partial<Record<ChannelId, string>>>,
      contactId: string | null
    ): Promise<Result<readonly TestDelivery[]>> {
      const contact = contactId === null ? null : findContact(contactId)
      if (contact === undefined) return fail({ code: 'not_found' })
      return testSend.send(message, addresses, contact, textClock(message))
    },

    stop: () => testSend.stop()
  }
}

const localZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone
