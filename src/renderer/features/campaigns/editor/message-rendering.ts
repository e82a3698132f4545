import { useEffect, useState } from 'react'
import type { AppError } from '../../../../shared/app-error'
import type { ChannelId } from '../../../../shared/domain/channel'
import type { RenderedText, TypedMessage } from '../../../../shared/domain/message'
import type { Result } from '../../../../shared/result'
import { loa } from '../../../api'
import { useContactsStore } from '../../../stores/contacts-store'
import { partsOf, type TextPart, withGapMarks } from './message-gaps'

/** As long as a pause between two keys: the preview follows the typing without flickering. */
const PAUSE_MS = 200

/** The text of one channel as one person would get it, in its pieces. */
export interface ShownText extends RenderedText {
  readonly parts: readonly TextPart[]
}

export interface RenderedMessage {
  /** The message that was asked about. */
  readonly message: TypedMessage | null
  /** Null until the first answer; the last ones stay while the next are on their way. */
  readonly texts: readonly ShownText[] | null
  readonly error: AppError | null
}

const NOTHING: RenderedMessage = { message: null, texts: null, error: null }

const wordsOf = (rendered: RenderedText): ShownText => ({
  ...rendered,
  parts: rendered.text === null ? [] : [{ kind: 'words', text: rendered.text }]
})

/** What a text names and the person lacks, or nobody has. */
const gapsOf = ({ missing, problem }: RenderedText): readonly string[] =>
  problem?.code === 'unknown_placeholder' ? [...missing, problem.detail] : missing

/** Fills the message in; where values are missing it is filled in once more, to see where. */
async function render(
  message: TypedMessage,
  channels: readonly ChannelId[],
  contactId: string | null
): Promise<Result<readonly ShownText[]>> {
  const rendered = await loa.previewMessage(message, [...channels], contactId)
  if (!rendered.ok) return rendered
  const missing = [...new Set(rendered.value.flatMap(gapsOf))]
  if (missing.length === 0) return { ok: true, value: rendered.value.map(wordsOf) }
  const marked = await loa.previewMessage(withGapMarks(message, missing), [...channels], contactId)
  return {
    ok: true,
    value: rendered.value.map((text) => {
      const withMarks = marked.ok ? marked.value.find(({ channel }) => channel === text.channel)?.text : null
      if (gapsOf(text).length === 0 || typeof withMarks !== 'string') return wordsOf(text)
      return { ...text, parts: partsOf(withMarks, missing) }
    })
  }
}

interface RenderQuestion {
  /** Null asks nothing. */
  readonly message: TypedMessage | null
  readonly channels: readonly ChannelId[]
  readonly contactId: string | null
  /** The last answer stays: the text is not what it is meant to be yet. */
  readonly isHeld: boolean
}

/** The message as one person would get it on each channel. */
export function useRenderedMessage({
  message,
  channels,
  contactId,
  isHeld
}: RenderQuestion): RenderedMessage {
  const revision = useContactsStore((state) => state.revision)
  const [rendered, setRendered] = useState(NOTHING)
  useEffect(() => {
    if (message === null || isHeld) return
    let isCurrent = true
    const timer = setTimeout(() => {
      void render(message, channels, contactId).then((result) => {
        if (!isCurrent) return
        setRendered({
          message,
          texts: result.ok ? result.value : null,
          error: result.ok ? null : result.error
        })
      })
    }, PAUSE_MS)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [message, channels, contactId, isHeld, revision])
  return message === null ? NOTHING : rendered
}
