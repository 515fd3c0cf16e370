import { onceAtATime } from '../../platform/once-at-a-time.ts';
import { previewPicture } from '../../platform/picture.ts';
import { showToast } from '../../platform/toast.ts';
import { CONTENT_WORDS } from './content-words.ts';

/** Shows the pictures of a body large, beginning with one of them; says so where WeChat can't. */
export const openPreview = onceAtATime(async (url: string, pictures: string[]) => {
  if (!(await previewPicture(url, pictures))) showToast(CONTENT_WORDS.previewFailed);
});
