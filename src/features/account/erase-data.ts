import { confirmDanger, explain } from '../../platform/dialog.ts';
import { type FailureWords, toFailureWords } from '../../platform/failure-words.ts';
import { isNothing } from '../../platform/read-answer.ts';
import { askPersonally, forgetAccount } from '../../platform/session.ts';
import { DATA_WORDS, toFailedTitle } from './account-words.ts';
import { removeOwnFile } from './own-file.ts';

/** WeChat's dialog before everything is deleted. False when the reader thought better of it. */
export const confirmErasing = (): Promise<boolean> =>
  confirmDanger(DATA_WORDS.eraseTitle, DATA_WORDS.eraseQuestion, DATA_WORDS.eraseConfirm);

/**
 * Deletes everything that is stored about the reader: at the endpoint first, then on the phone. Nothing on the phone has
 * changed when it gives why the endpoint did not.
 *
 * @param beforeSignedOut called when all is deleted, before the program knows the reader no more
 */
export async function eraseData(beforeSignedOut: () => void): Promise<FailureWords | undefined> {
  const answer = await askPersonally({
    method: 'DELETE',
    path: '/v1/account',
    check: isNothing,
  });
  if (!answer.ok) {
    const failure = toFailureWords(answer.failure);
    return { ...failure, title: toFailedTitle(DATA_WORDS.notErased, failure) };
  }
  beforeSignedOut();
  forgetAccount();
  if (!(await removeOwnFile())) explain(DATA_WORDS.erased, DATA_WORDS.fileKept);
  return undefined;
}
