import { z } from 'zod'
import { instantSchema } from './primitives'

/** The gateways that a secret can belong to. The practice gateway needs none and gets none. */
export const LIVE_GATEWAY_IDS = ['reference', 'custom'] as const

export const liveGatewayIdSchema = z.enum(LIVE_GATEWAY_IDS)

export type LiveGatewayId = z.infer<typeof liveGatewayIdSchema>

/** RFC 9110, 5.6.2: what a header's name may be made of. */
const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/

/**
 * Headers that make up the request itself. One of another value would cut a body off, send it elsewhere, or let the
 * gateway take one message for two.
 */
const OWN_HEADERS: ReadonlySet<string> = new Set([
  'accept',
  'accept-encoding',
  'connection',
  'content-encoding',
  'content-length',
  'content-type',
  'expect',
  'host',
  'idempotency-key',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade'
])

/** A header's name that does not get in the way of the request. */
export const headerNameSchema = z
  .string()
  .trim()
  .min(1, 'header_name_invalid')
  .max(100, 'too_long')
  .regex(TOKEN, 'header_name_invalid')
  .refine((name) => !OWN_HEADERS.has(name.toLowerCase()) && !/^proxy-/i.test(name), 'header_name_reserved')

/** Shorter than this it would be found in every other word of an answer, and it protects nothing. */
const SHORTEST_SECRET = 4

/** RFC 9110, 5.5, without the bytes beyond ASCII that no two programs read alike: so no line break, nothing invisible. */
export const secretValueSchema = z
  .string()
  .trim()
  .min(SHORTEST_SECRET, 'secret_too_short')
  .max(8000, 'too_long')
  .regex(/^[\x21-\x7e](?:[\t\x20-\x7e]*[\x21-\x7e])?$/, 'secret_characters')

/**
 * `keychain`: encrypted by a key that the system guards. `plain_file`: readable by whoever can read the operator's
 * files. `session`: until the app ends.
 */
export const SECRET_PLACES = ['keychain', 'plain_file', 'session'] as const

export const secretPlaceSchema = z.enum(SECRET_PLACES)

export type SecretPlace = z.infer<typeof secretPlaceSchema>

/** `api_key`: the one key of a gateway. `header`: a further header, told apart by its name. */
export const SECRET_KINDS = ['api_key', 'header'] as const

const kindSchema = z.enum(SECRET_KINDS)

/** Empty for a key that is sent as `Authorization: Bearer`. */
const nameSchema = z.union([z.literal(''), headerNameSchema])

/** Which secret is meant. */
export const secretRefSchema = z.object({ gateway: liveGatewayIdSchema, kind: kindSchema, name: nameSchema })

export type SecretRef = Readonly<z.infer<typeof secretRefSchema>>

/** A secret as the operator typed it. */
export const secretDraftSchema = secretRefSchema
  .extend({ value: secretValueSchema, place: secretPlaceSchema })
  .refine(({ kind, name }) => kind === 'api_key' || name !== '', {
    error: 'header_name_invalid',
    path: ['name']
  })

export type SecretDraft = Readonly<z.infer<typeof secretDraftSchema>>

/** A secret as it lies in its file. */
export const storedSecretSchema = secretRefSchema.extend({
  place: secretPlaceSchema,
  set_at: instantSchema,
  /** Encrypted (base64) in the keychain's place, the text itself in a plain file, nothing for a session. */
  content: z.string()
})

export type StoredSecret = Readonly<z.infer<typeof storedSecretSchema>>

/** `absent`: this computer has none, or none that can be used. */
export type KeychainState = 'open' | 'locked' | 'absent'

/** Why a gateway's requests wait for its secrets. `secret_missing`: they have to be typed in again. */
export type SecretWait = 'keychain_locked' | 'secret_missing'

/** What the window learns of a secret: that it is there. */
export interface SecretView {
  readonly kind: SecretRef['kind']
  readonly name: string
  readonly place: SecretPlace
  readonly set_at: string
  /** It has to be typed in again: kept for a session that is over, or encrypted with a key that is gone. */
  readonly is_lost: boolean
}

/** The secrets of one gateway. */
export interface GatewaySecrets {
  readonly secrets: readonly SecretView[]
  readonly wait: SecretWait | null
  /** The environment gives them: those that are stored here are not used. */
  readonly is_given: boolean
}

/** All secrets, without their values. */
export interface SecretsView {
  /** Null until it has answered. */
  readonly keychain: KeychainState | null
  readonly gateways: Readonly<Record<LiveGatewayId, GatewaySecrets>>
}

/** The header that a secret is sent under. */
export const headerOf = ({ kind, name }: Pick<SecretRef, 'kind' | 'name'>): string =>
  kind === 'api_key' && name === '' ? 'Authorization' : name

/** Two secrets under one header would be one: they are told apart by it, and the key by being the key. */
export const isSameSecret = (a: SecretRef, b: SecretRef): boolean =>
  a.gateway === b.gateway &&
  ((a.kind === 'api_key' && b.kind === 'api_key') || headerOf(a).toLowerCase() === headerOf(b).toLowerCase())
