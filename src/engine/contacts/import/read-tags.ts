import { CONTACT_LIMITS } from '../../../shared/domain/contact'
import { cleanLine } from '../clean-text'
import type { SourceValue } from './readers/source'
import { isList, textOf } from './source-text'

/** Google Contacts names its own groups with a star; they say nothing about a person. */
const GOOGLE_GROUP = /^\* ?(my ?contacts|starred|friends|family|coworkers)$/i

/** Tags of a list, or of one text that holds several; each once, in the order in which they come. */
export function readTags(value: SourceValue): readonly string[] {
  const texts =
    typeof value === 'object' && value !== null && isList(value) ? value.map(textOf) : [textOf(value)]
  const tags = texts
    .flatMap((text) => text.split(/:::|[,;|\n]/))
    .filter((text) => !GOOGLE_GROUP.test(text.trim()))
    .map(cleanLine)
    .filter((tag) => tag !== '')
  return [...new Set(tags)].map((tag) => tag.slice(0, CONTACT_LIMITS.tag * 4))
}
