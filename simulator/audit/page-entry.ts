import { askAxe } from './in-page/ask-axe.ts';
import { countNodes } from './in-page/count-nodes.ts';
import { findImages, imageFetches, readCaching } from './in-page/find-images.ts';
import { findLines } from './in-page/find-lines.ts';
import { findNameless } from './in-page/find-nameless.ts';
import { findTaps } from './in-page/find-taps.ts';
import { settle } from './in-page/settle.ts';
import { onPage, onScreen, topPage } from './in-page/top-page.ts';
import type { PageMeasures } from './measures.ts';

/** Nodes and pictures are always those of the whole page; the rest of the screen alone unless `whole`. */
function measure(whole: boolean): PageMeasures {
  const scope = whole ? onPage : onScreen;
  return {
    page: topPage().dataset.path ?? '',
    nodes: countNodes(),
    taps: findTaps(scope),
    lines: findLines(scope),
    images: findImages(),
    nameless: findNameless(scope),
  };
}

/** How far the page has been scrolled and how far it goes, in px. */
function scrollRange(): { top: number; most: number; height: number } {
  const scroller = topPage().querySelector('.phone-scroller');
  if (!scroller) throw new Error('the page has no scroller');
  const { scrollTop, scrollHeight, clientHeight } = scroller;
  return { top: scrollTop, most: scrollHeight - clientHeight, height: clientHeight };
}

/** What the audit's Node side calls inside the phone's document. */
const pageAudit = { settle, measure, scrollRange, imageFetches, readCaching, askAxe };
export type PageAudit = typeof pageAudit;

Object.assign(globalThis, { pageAudit });
// A walk fetches more than the 250 resources that a browser remembers by itself.
performance.setResourceTimingBufferSize(10_000);
