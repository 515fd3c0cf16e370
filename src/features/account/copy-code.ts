import { copyText } from '../../platform/clipboard.ts';
import { onceAtATime } from '../../platform/once-at-a-time.ts';
import { pointsToProgram } from '../../platform/single-page.ts';
import { showToast } from '../../platform/toast.ts';
import { ACCOUNT_WORDS } from './account-words.ts';

/** Copies the code by which an editor finds the account, and says whether it was. */
export const copyCode = onceAtATime(async (code: string) => {
  if (pointsToProgram()) return;
  const isCopied = await copyText(code);
  showToast(isCopied ? ACCOUNT_WORDS.codeCopied : ACCOUNT_WORDS.codeNotCopied);
});
