import type { Engine } from '../../engine/engine'
import { ok } from '../../shared/result'
import type { Handlers } from './answer-calls'

type MessageCall =
  | 'previewMessage'
  | 'checkMessage'
  | 'listPlaceholders'
  | 'sendTest'
  | 'listTemplates'
  | 'saveTemplate'
  | 'deleteTemplate'

/** Everything that the window asks about what a campaign says. */
export function messageHandlers({ messages }: Engine): Pick<Handlers, MessageCall> {
  const { templates } = messages
  return {
    previewMessage: (message, channels, contactId) => messages.preview(message, channels, contactId),
    checkMessage: (message, channels, contacts, audience) =>
      messages.checkTyped(message, channels, contacts, audience),
    listPlaceholders: async () => ok(await messages.placeholders()),
    sendTest: (message, addresses, contactId) => messages.sendTest(message, addresses, contactId),

    listTemplates: () => ok(templates.list()),
    saveTemplate: (template) => templates.save(template),
    deleteTemplate: (id) => templates.delete(id)
  }
}
