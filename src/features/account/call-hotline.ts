import { onceAtATime } from '../../platform/once-at-a-time.ts';
import { callPhone } from '../../platform/phone.ts';
import { pointsToProgram } from '../../platform/single-page.ts';
import { showToast } from '../../platform/toast.ts';
import { HOTLINE, PRIVACY_WORDS } from './privacy-words.ts';

/** Offers to call 12338; must run inside a tap. */
export const callHotline = onceAtATime(async () => {
  if (pointsToProgram()) return;
  if ((await callPhone(HOTLINE)) === 'unavailable') showToast(PRIVACY_WORDS.callFailed);
});
