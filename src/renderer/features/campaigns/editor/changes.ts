type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isSameList = (before: readonly unknown[], after: readonly unknown[]): boolean =>
  before.length === after.length && before.every((item, index) => Object.is(item, after[index]))

/**
 * Where two values of a form differ, as form paths. A list counts as one field, because it is changed as one; a field
 * that is not there is the same as an undefined one.
 */
export function changedPaths(before: unknown, after: unknown, path = ''): readonly string[] {
  if (Object.is(before, after)) return []
  if (Array.isArray(before) && Array.isArray(after)) return isSameList(before, after) ? [] : [path]
  if (!isFields(before) || !isFields(after)) return [path]
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...names].flatMap((name) =>
    changedPaths(before[name], after[name], path === '' ? name : `${path}.${name}`)
  )
}

/**
 * The later value, made of the parts of the earlier one wherever they say the same: a hundred of them in a row take
 * little more room than one, and what hangs on a part is not computed anew when another part changes.
 */
export function shareUnchanged<Value>(before: Value, after: Value): Value {
  if (!isFields(before) || !isFields(after)) return changedPaths(before, after).length === 0 ? before : after
  const shared = Object.fromEntries(
    Object.entries(after).map(([name, value]) => [name, shareUnchanged(before[name], value)])
  )
  const names = new Set([...Object.keys(before), ...Object.keys(shared)])
  const isSame = [...names].every((name) => Object.is(before[name], shared[name]))
  return isSame ? before : (shared as Value)
}

/** What stands at a form path; undefined where nothing does. */
export const valueAt = (values: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => (isFields(value) ? value[name] : undefined), values)
