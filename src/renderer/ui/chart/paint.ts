/** Textures tell the parts of a column apart for whom the colours do not. */
export type Texture = 'solid' | 'stripes' | 'dots' | 'rows'

/** What a part of a chart may stand for; each has its colour in the tokens, `--loa-chart-<name>`. */
export const PAINTS = {
  whatsapp: 'solid',
  telegram: 'stripes',
  ai_call: 'dots',
  sent: 'solid',
  failed: 'stripes',
  unknown: 'dots',
  skipped: 'rows'
} as const satisfies Record<string, Texture>

export type PaintName = keyof typeof PAINTS
