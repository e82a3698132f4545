import type { DoNotContactMark } from '../../shared/domain/contact'

/** Both marks together: nothing that was said once is taken back. The earlier mark of a channel stays. */
export function joinMarks(a: DoNotContactMark, b: DoNotContactMark): DoNotContactMark {
  if (a === true || b === true) return true
  const added = b.filter(({ channel }) => !a.some((mark) => mark.channel === channel))
  return added.length === 0 ? a : [...a, ...added]
}
