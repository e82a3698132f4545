const STEP = String.raw`\.[\p{L}\p{M}\p{N}_-]+|\[\s*(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')\s*\]`
const STEPS = new RegExp(STEP, 'gu')

/** The name that a placeholder begins with: `first_name`, `custom["Ngày sinh"]`. */
export const PLACEHOLDER_NAME = new RegExp(String.raw`^[\p{L}_][\p{L}\p{M}\p{N}_-]*(?:${STEP})*`, 'u')

const ESCAPED = /\\(.)/gsu

/** `custom["Ngày sinh"]` in its parts; null when it is no name. */
export function pathOf(name: string): readonly string[] | null {
  if (PLACEHOLDER_NAME.exec(name)?.[0] !== name) return null
  const first = /^[^.[]+/.exec(name)?.[0] ?? ''
  const steps = [...name.matchAll(STEPS)].map(([step]) =>
    step.startsWith('.') ? step.slice(1) : step.slice(1, -1).trim().slice(1, -1).replace(ESCAPED, '$1')
  )
  return [first, ...steps]
}
