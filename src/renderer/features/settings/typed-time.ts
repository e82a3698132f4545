/** `7`, `7h30`, `7.30` or `0730` as `07:30`; anything else stays as it was typed, for the field to say what is wrong. */
export function typedTime(text: string): string {
  const [, hours, minutes = '00'] = /^\s*(\d{1,2})(?:[:h.]?(\d{2}))?\s*h?$/i.exec(text) ?? []
  return hours === undefined ? text : `${hours.padStart(2, '0')}:${minutes}`
}
