import { copyText } from '../../platform/clipboard.ts';
import { onceAtATime } from '../../platform/once-at-a-time.ts';
import { pointsToProgram } from '../../platform/single-page.ts';
import { showToast } from '../../platform/toast.ts';
import { sendUserFile } from '../../platform/user-file.ts';
import { DATA_WORDS } from './account-words.ts';
import { OWN_FILE } from './own-file.ts';

/** Sends the file to a chat; must run inside a tap, and nothing may be awaited before. Says how it went; nothing when the reader thought better of it. */
export const sendOwnFile = onceAtATime(async (say: (words: string) => void) => {
  if (pointsToProgram()) return;
  const outcome = await sendUserFile(OWN_FILE);
  if (outcome === 'sent') say(DATA_WORDS.sent);
  if (outcome === 'unavailable') say(DATA_WORDS.notSent);
});

/** Copies the text of the file, and says whether it was. */
export const copyOwnText = onceAtATime(async (text: string) => {
  if (pointsToProgram()) return;
  showToast((await copyText(text)) ? DATA_WORDS.copied : DATA_WORDS.notCopied);
});
