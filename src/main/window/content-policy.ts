/**
 * What the page may load: its own scripts, styles, fonts and pictures, and nothing from anywhere else. Style attributes are
 * needed by the parts that are placed by a computation. It is sent as a header with every file, and stands in the page
 * itself for the development server.
 */
export const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'"
].join('; ')

/** Sent with every file of the window. Who may frame a page can be said in a header alone. */
export const SECURITY_HEADERS = {
  'Content-Security-Policy': `${CONTENT_POLICY}; frame-ancestors 'none'`,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer'
} as const
