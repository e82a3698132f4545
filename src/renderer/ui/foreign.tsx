import { visibleText } from '../../shared/text/foreign-text'

/** Text of somebody else beside other text: controls are seen, and it turns nothing round but itself. */
export function Foreign({ children }: { readonly children: string }) {
  return <bdi>{visibleText(children)}</bdi>
}
