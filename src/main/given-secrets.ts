import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { GivenSecrets } from '../engine/secrets/secrets'
import { headerNameSchema, LIVE_GATEWAY_IDS, secretValueSchema } from '../shared/domain/secret'
import { WrongSecret } from './wrong-secret'

const headersSchema = z.record(headerNameSchema, secretValueSchema)

/**
 * The secrets that come with the environment, for computers without a keychain (`--headless`):
 * `LOA_GATEWAY_CUSTOM_API_KEY`, or `..._API_KEY_FILE` with the path of a file that holds it, and
 * `..._HEADERS_FILE` with a file of further headers as JSON (`{"X-Tenant": "..."}`); the same with `REFERENCE`.
 * They are taken out of the environment, so that no other program inherits them. Throws a WrongSecret.
 */
export function takeGivenSecrets(env: NodeJS.ProcessEnv): GivenSecrets {
  const given: Partial<Record<(typeof LIVE_GATEWAY_IDS)[number], Record<string, string>>> = {}
  for (const gateway of LIVE_GATEWAY_IDS) {
    const prefix = `LOA_GATEWAY_${gateway.toUpperCase()}_`
    const take = (name: string): [string, string] | null => {
      const variable = prefix + name
      const value = env[variable]
      // A variable that was removed is no variable that is empty.
      Reflect.deleteProperty(env, variable)
      return value === undefined || value.trim() === '' ? null : [variable, value.trim()]
    }
    const key = take('API_KEY')
    const keyFile = take('API_KEY_FILE')
    const headersFile = take('HEADERS_FILE')
    const headers = {
      ...(headersFile !== null && headersIn(...headersFile)),
      ...(keyFile !== null && { Authorization: `Bearer ${keyOf(keyFile[0], textIn(...keyFile))}` }),
      ...(key !== null && { Authorization: `Bearer ${keyOf(...key)}` })
    }
    if (Object.keys(headers).length > 0) given[gateway] = headers
  }
  return given
}

function keyOf(variable: string, value: string): string {
  const parsed = secretValueSchema.safeParse(value)
  if (!parsed.success) throw new WrongSecret(`${variable}: a key is one line of 4 to 8,000 plain characters.`)
  return parsed.data
}

function headersIn(variable: string, path: string): Record<string, string> {
  try {
    return headersSchema.parse(JSON.parse(textIn(variable, path)))
  } catch (error) {
    if (error instanceof WrongSecret) throw error
    const example = '{"X-Tenant": "..."}'
    throw new WrongSecret(`${variable}: the file is to hold headers as JSON, for example ${example}.`)
  }
}

function textIn(variable: string, path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unreadable'
    throw new WrongSecret(`${variable}: the file that it names cannot be read (${code}).`)
  }
}
