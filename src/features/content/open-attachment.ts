import type { Attachment } from '../../../types/attachment.ts';
import { copyText } from '../../platform/clipboard.ts';
import { isOpenable, openDocument } from '../../platform/document.ts';
import { toMediaUrl } from '../../platform/media-url.ts';
import { pointsToProgram } from '../../platform/single-page.ts';
import { showToast } from '../../platform/toast.ts';
import { OPEN_FAILURE_WORDS, toUnopenableWords } from './content-words.ts';
import { openPreview } from './open-preview.ts';

/** Posters, codes and photographed forms: shown large, where WeChat offers to save them or to read a code. */
const PICTURES = ['jpg', 'jpeg', 'png'];

/** Opens an attachment in WeChat's viewer; whatever stands in the way is said. */
export async function openAttachment({ url, fileType }: Attachment): Promise<void> {
  if (pointsToProgram()) return;
  if (PICTURES.includes(fileType)) {
    const address = toMediaUrl(url);
    await openPreview(address, [address]);
    return;
  }
  if (!isOpenable(fileType)) {
    showToast(toUnopenableWords(fileType, await copyText(toMediaUrl(url))));
    return;
  }
  const outcome = await openDocument(url, fileType);
  if (outcome !== 'opened') showToast(OPEN_FAILURE_WORDS[outcome]);
}
