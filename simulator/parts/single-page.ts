import { isSinglePage, sayOnlyInProgram } from '../host/sharing/single-page.ts';
import { partHost } from './part-host.ts';

/**
 * Whether a part does nothing because the page was opened from the timeline; then it is told, and
 * WeChat's word shown. `what` names the part as its wxml does: `navigator`, `button open-type="share"`.
 */
export function isDisabledInSinglePage(what: string): boolean {
  const host = partHost();
  if (!isSinglePage(host)) return false;
  host.ledger.breakRule('single-page.part', `${what} does nothing in the timeline`);
  sayOnlyInProgram(host);
  return true;
}
