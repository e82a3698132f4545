import type { ReportWords } from '../../engine/reports/report-words'
import type { Words } from '../words'

/** What the reports of runs say, in the operator's language. A long report asks for the same words a million times. */
export function runReportWords({ common, reasons, report, runs }: Words): ReportWords {
  return {
    label: remembered((label) => report(`labels.${label}`)),
    channel: remembered((channel) => common(`channels.${channel}`)),
    state: remembered((state) => common(`delivery_state.${state}`)),
    reason: remembered((code) => runs(`reason_short.${code}`)),
    advice: remembered((code) => reasons(code)),
    trigger: (trigger) => common(`triggers.${trigger}`),
    status: (status) => report(`status.${status}`),
    gateway: (gateway) => report(`gateways.${gateway}`),
    missed: (reason) => common(`missed_reasons.${reason}`),
    paused: (reason) => common(`pause_reasons.${reason}`),
    stopped: (reason) => common(`stop_reasons.${reason}`)
  }
}

function remembered<Key extends string>(say: (key: Key) => string): (key: Key) => string {
  const said = new Map<Key, string>()
  return (key) => {
    const known = said.get(key)
    if (known !== undefined) return known
    const text = say(key)
    said.set(key, text)
    return text
  }
}
