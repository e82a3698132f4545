import { describe, expect, it } from 'vitest'
import { catalogue } from '../../../src/shared/i18n/catalogue'
import { pseudoText, pseudoWords } from '../../../src/shared/i18n/pseudo'

describe('the pseudo-language', () => {
  it('writes every letter otherwise and leaves values and references alone', () => {
    expect(pseudoText('Hello {{name}}, see $t(common:app_name)!')).toBe(
      '⟦Ĥéļļö {{name}}, šéé $t(common:app_name)!⟧'
    )
  })

  it('has exactly the sentences of the catalogue, and none as it was', () => {
    const pseudo = pseudoWords(catalogue.en)
    const flat = (tree: object): [string, string][] =>
      Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
        typeof value === 'string' ? [[key, value] as [string, string]] : flat(value as object)
      )
    expect(flat(pseudo).map(([key]) => key)).toEqual(flat(catalogue.en).map(([key]) => key))
    expect(flat(pseudo).filter(([, text]) => !/^⟦.*⟧$/s.test(text))).toEqual([])
  })
})
