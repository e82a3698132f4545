export const REDACTED = '••••'

/** Takes known secrets out of texts that come from elsewhere, in the ways in which a gateway may echo them. */
export class Redaction {
  readonly #forms = new Set<string>()
  #longestFirst: readonly string[] = []

  /** Learns a secret. It is never unlearned: an answer that was on its way may still say it. */
  learn(secret: string): void {
    for (const form of formsOf(secret)) this.#forms.add(form)
    this.#longestFirst = [...this.#forms].sort((a, b) => b.length - a.length)
  }

  readonly clean = (text: string): string =>
    this.#longestFirst.reduce((cleaned, form) => cleaned.replaceAll(form, REDACTED), text)
}

/** As it is; inside JSON, with slashes escaped or not; in a query; in HTML; and what Basic authentication wraps. */
function formsOf(secret: string): string[] {
  const inJson = JSON.stringify(secret).slice(1, -1)
  const forms = [
    secret,
    inJson,
    inJson.replaceAll('/', '\\/'),
    encodeURIComponent(secret),
    secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
  ]
  const [, wrapped] = /^(?:basic|bearer) +(\S{4,})$/i.exec(secret) ?? []
  if (wrapped === undefined) return forms
  const [, password = ''] = /^[^:]*:(.{4,})$/.exec(Buffer.from(wrapped, 'base64').toString('latin1')) ?? []
  return [...forms, ...formsOf(wrapped), ...(password === '' ? [] : [password])]
}
