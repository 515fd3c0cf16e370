import type { Block } from '../../../types/block.ts';
import { openOfficialArticle } from '../../platform/official-article.ts';
import { onceAtATime } from '../../platform/once-at-a-time.ts';
import { openOtherProgram } from '../../platform/other-program.ts';
import { pointsToProgram } from '../../platform/single-page.ts';
import { showToast } from '../../platform/toast.ts';
import { CONTENT_WORDS } from './content-words.ts';
import { openLink } from './open-link.ts';

type CardTarget = Extract<Block, { kind: 'linkCard' }>['target'];

/** Goes where a card leads, or copies its address where WeChat can't go; must run inside a tap. */
export const openCard = onceAtATime(async (target: CardTarget) => {
  if (pointsToProgram()) return;
  if (target.kind === 'miniProgram') {
    const outcome = await openOtherProgram(target.appId, target.path);
    if (outcome === 'unavailable') showToast(CONTENT_WORDS.programFailed);
    return;
  }
  const isOpen = target.kind === 'officialArticle' && (await openOfficialArticle(target.url));
  if (!isOpen) await openLink(target.url);
});
