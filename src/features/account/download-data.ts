import { isAccountExport } from '../../../types/generated/contract-checks.js';
import { type FailureWords, toFailureWords } from '../../platform/failure-words.ts';
import { askPersonally, isSignedIn } from '../../platform/session.ts';
import { canSendFiles, writeUserFile } from '../../platform/user-file.ts';
import { DATA_WORDS, toFailedTitle } from './account-words.ts';
import { toExportText } from './export-text.ts';
import { OWN_FILE, removeOwnFile } from './own-file.ts';

/** Lets every reader of text files, old ones on Windows too, see that this is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

export type Download =
  | { kind: 'failed'; failure: FailureWords }
  /** Written; WeChat sends it in a tap of its own. */
  | { kind: 'ready'; text: string }
  /** No file can be sent: the text is left to be copied. */
  | { kind: 'to-copy'; text: string; why: string };

/** Fetches the reader's data and writes them into a file of the phone, where it can be sent from there. */
export async function downloadData(): Promise<Download> {
  const answer = await askPersonally({
    method: 'GET',
    path: '/v1/account/export',
    check: isAccountExport,
  });
  if (!answer.ok) {
    const failure = toFailureWords(answer.failure);
    const title = toFailedTitle(DATA_WORDS.notDownloaded, failure);
    return { kind: 'failed', failure: { ...failure, title } };
  }
  const text = toExportText(answer.value);
  if (!canSendFiles()) return { kind: 'to-copy', text, why: DATA_WORDS.readyToCopy };
  const isWritten = await writeUserFile(OWN_FILE, BYTE_ORDER_MARK + text);
  // The reader may have signed out while it was written: then it must not stay.
  if (!isSignedIn()) await removeOwnFile();
  return isWritten
    ? { kind: 'ready', text }
    : { kind: 'to-copy', text, why: DATA_WORDS.notWritten };
}
