import type { TFunction } from 'i18next'

/** Beyond this nobody thinks in seconds. */
const LONGEST_IN_SECONDS = 120
const MINUTE_S = 60

/** `25 s`, `9 min`: how long a voice speaks. */
export const spokenText = (seconds: number, t: TFunction<'message'>): string =>
  seconds <= LONGEST_IN_SECONDS
    ? t('spoken.seconds', { seconds })
    : t('spoken.minutes', { minutes: Math.round(seconds / MINUTE_S) })
