import type { ImageCaching, ImageFetch, ShownImage } from '../measures.ts';
import { topPage } from './top-page.ts';

/** Pictures on the page on top that have loaded. */
export function findImages(): ShownImage[] {
  return pictures().flatMap((image) => {
    const { width, height } = image.getBoundingClientRect();
    if (!image.complete || image.naturalWidth === 0 || width * height === 0) return [];
    return [
      {
        url: image.currentSrc,
        pixels: { width: image.naturalWidth, height: image.naturalHeight },
        shown: { width, height },
      },
    ];
  });
}

/** Pictures that are on their way and near enough to be waited for: WeChat loads others later. */
export function awaitedImages(): HTMLImageElement[] {
  const margin = innerHeight;
  return pictures().filter((image) => {
    if (image.complete || !image.getAttribute('src')) return false;
    const { top, bottom, left, right, width } = image.getBoundingClientRect();
    if (width === 0) return false;
    return bottom > -margin && top < innerHeight + margin && right > 0 && left < innerWidth;
  });
}

/** Every picture that the program's pages fetched since the document began. */
export function imageFetches(): ImageFetch[] {
  return performance
    .getEntriesByType('resource')
    .filter(
      (entry): entry is PerformanceResourceTiming => entry instanceof PerformanceResourceTiming,
    )
    .filter(({ initiatorType, name }) => initiatorType === 'img' && isRemote(name))
    .map(({ name, startTime, responseEnd }) => ({ url: name, start: startTime, end: responseEnd }));
}

/** What the servers of pictures say about keeping them; the browser's own copy answers where it has one. */
export async function readCaching(urls: readonly string[]): Promise<ImageCaching[]> {
  return Promise.all(
    urls.map(async (url) => {
      const answer = await fetch(url, { cache: 'force-cache' });
      await answer.arrayBuffer();
      return { url, cacheControl: answer.headers.get('cache-control') };
    }),
  );
}

/** Not a file of the package, which no server sends. */
function isRemote(url: string): boolean {
  return /^https?:/.test(url) && !url.includes('/simulator/files/');
}

function pictures(): HTMLImageElement[] {
  return [...topPage().querySelectorAll<HTMLImageElement>('wx-image > img')];
}
