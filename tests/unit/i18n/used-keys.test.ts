import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { catalogue, type Namespace } from '../../../src/shared/i18n/catalogue'

const SOURCES = join(process.cwd(), 'src')
const PLURAL = /_(zero|one|two|few|many|other)$/

const keysOf = (tree: object, path = ''): string[] =>
  Object.entries(tree).flatMap(([name, value]: [string, unknown]) => {
    const key = path === '' ? name : `${path}.${name}`
    return typeof value === 'string' ? [key] : keysOf(value as object, key)
  })

/** Every string and template in the code; `${...}` stands for any one part of a key. */
function written(): { readonly whole: ReadonlySet<string>; readonly patterns: readonly RegExp[] } {
  const whole = new Set<string>()
  const templates = new Set<string>()
  for (const file of readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(file)) continue
    const text = readFileSync(join(SOURCES, file), 'utf8')
    for (const [, string = ''] of text.matchAll(/'([\w:.]+)'/g)) whole.add(bare(string))
    // One template may stand in another's value, so the first backtick need not be the beginning.
    for (const [, template = ''] of text.matchAll(/(?<=`)((?:[\w:.]|\$\{[^}`]+\})+)`/g))
      templates.add(bare(template))
    for (const [, name = ''] of text.matchAll(/^\s*'?(\w+)'?:/gm)) whole.add(name)
  }
  return {
    whole,
    // A template that begins with a value says too little about keys, unless a word of some length follows.
    patterns: [...templates]
      .filter((template) => /^[a-z]\w+[._]|\}_[a-z]{4,}\.|\}\.[a-z]{4,}$/.test(template))
      .map(
        (template) =>
          new RegExp(
            `^${template
              .replace(/\$\{[^}]+\}/g, 'VALUE')
              .replaceAll('.', '\\.')
              .replaceAll('VALUE', '[\\w.-]+')}$`
          )
      )
  }
}

/** The namespace may stand before a key. */
const bare = (key: string): string => key.replace(/^\w+:/, '')

/** Namespaces whose keys are the values of data (codes, states, names of a list); another test holds them to those. */
const BY_VALUE: ReadonlySet<Namespace> = new Set(['errors', 'reasons', 'navigation', 'shortcuts'])

it('every sentence of the catalogue is said somewhere', () => {
  const { whole, patterns } = written()
  const isSaid = (key: string): boolean =>
    whole.has(key) ||
    whole.has(key.replace(PLURAL, '')) ||
    patterns.some((pattern) => pattern.test(key.replace(PLURAL, '')))
  const unused = Object.entries(catalogue.en).flatMap(([namespace, tree]) =>
    BY_VALUE.has(namespace as Namespace)
      ? []
      : keysOf(tree)
          .filter((key) => !isSaid(key))
          .map((key) => `${namespace}:${key}`)
  )
  expect(unused).toEqual([])
})
