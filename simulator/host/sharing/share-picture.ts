import type { Host } from '../host.ts';
import { type ImageHeader, readImageHeader } from './image-header.ts';

/** Width to height in which WeChat shows a picture: 5:4 in a chat, 1:1 elsewhere. */
export type Ratio = '5 / 4' | '1 / 1';

/** A picture that keeps less than this part of itself when it is cut to the ratio is told. */
const KEPT_AT_LEAST = 0.98;

/** Plain http is for development: this machine, or the network around it. */
const DEVELOPMENT =
  /^http:\/\/(localhost|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|\[::1\]|tmp\/|usr\/)/;

/**
 * Holds a shared picture against WeChat's rules: PNG or JPG, packaged or over https, there, and in
 * the right ratio. False when it did not load.
 */
export async function checkSharePicture(
  host: Host,
  imageUrl: string,
  ratio: Ratio,
): Promise<boolean> {
  const { ledger } = host;
  if (/^(data:|http:)/i.test(imageUrl) && !DEVELOPMENT.test(imageUrl)) {
    ledger.breakRule('share.picture', `${imageUrl.slice(0, 80)} is not over https`);
  }
  const header = await loadPicture(host, host.resolveImage(imageUrl));
  if (!header) {
    ledger.breakRule('share.picture', `${imageUrl} did not load`);
    return false;
  }
  const { type, width, height } = header;
  if (type === 'gif' || type === 'webp' || (type === 'other' && /\.(svg|bmp)$/i.test(imageUrl))) {
    ledger.breakRule('share.picture', `${imageUrl} is neither PNG nor JPG`);
    return true;
  }
  const kept = keptPart(width, height, ratio);
  if (kept < KEPT_AT_LEAST) {
    const shown = ratio.replaceAll(' ', '').replace('/', ':');
    const percent = Math.round((1 - kept) * 100);
    const detail = `${imageUrl} is ${width} × ${height}: cut to ${shown} it loses ${percent} %`;
    ledger.breakRule('share.picture-ratio', detail);
  }
  return true;
}

/** Null when it is not there. Where the document loads pictures, its bytes may be out of reach. */
async function loadPicture({ options }: Host, url: string): Promise<ImageHeader | null> {
  const { loadImage, fetch } = options.platform;
  try {
    if (loadImage) return await loadImage(url);
    const size = await naturalSize(url);
    return { ...(await readType(fetch, url)), ...size };
  } catch (error) {
    if (error instanceof Event || isError(error)) return null;
    throw error;
  }
}

/** An error of Node is none of this window. */
function isError(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'message' in error;
}

function naturalSize(url: string): Promise<{ width: number; height: number }> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.addEventListener('load', () =>
      resolve({ width: image.naturalWidth, height: image.naturalHeight }),
    );
    image.addEventListener('error', reject);
    image.src = url;
  });
}

/** A picture of another origin is shown, but its bytes are not given: then its kind stays open. */
async function readType(get: typeof fetch, url: string): Promise<Pick<ImageHeader, 'type'>> {
  if (new URL(url, location.href).origin !== location.origin) return { type: 'other' };
  const response = await get(url);
  return readImageHeader(new Uint8Array(await response.arrayBuffer()));
}

/** What is left of a picture, from 0 to 1; all of one whose size is not known. */
function keptPart(width: number, height: number, ratio: Ratio): number {
  if (width === 0 || height === 0) return 1;
  const asked = ratio === '5 / 4' ? 5 / 4 : 1;
  const given = width / height;
  return Math.min(asked / given, given / asked);
}
