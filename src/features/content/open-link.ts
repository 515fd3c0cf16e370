import { copyText } from '../../platform/clipboard.ts';
import { explain } from '../../platform/dialog.ts';
import { onceAtATime } from '../../platform/once-at-a-time.ts';
import { callPhone } from '../../platform/phone.ts';
import { pointsToProgram } from '../../platform/single-page.ts';
import { showToast } from '../../platform/toast.ts';
import { CONTENT_WORDS } from './content-words.ts';
import { toLinkTarget } from './link-target.ts';

/** Follows a link of a body as far as a mini-program can, and always says where it led; must run inside a tap. */
export const openLink = onceAtATime(async (href: string) => {
  if (pointsToProgram()) return;
  const target = toLinkTarget(href);
  if (target.kind === 'call') {
    const outcome = await callPhone(target.number);
    if (outcome === 'unavailable') explain(CONTENT_WORDS.callFailed, target.number);
    return;
  }
  if (!(await copyText(target.text))) {
    explain(CONTENT_WORDS.linkBlockedTitle, target.text);
    return;
  }
  showToast(target.text === href ? CONTENT_WORDS.linkCopied : CONTENT_WORDS.mailCopied);
});
