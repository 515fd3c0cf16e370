import { isOwnNetwork } from '../own-network.ts';
import { isLocalPath } from '../wx/local-path.ts';
import type { PartElement } from './part.ts';
import { partHost } from './part-host.ts';

/** A picture of the network, and no file of the phone. */
export function isNetwork(src: string): boolean {
  return /^https?:/i.test(src) && !isLocalPath(src);
}

/** An address as messages name it: of one that carries its picture, only the kind. */
export function nameOf(src: string): string {
  return /^data:/i.test(src) ? (src.split(',', 1)[0] ?? '') : src;
}

/** Whether an address names a WebP picture by its ending. */
export function isWebp(src: string): boolean {
  return /\.webp$/i.test(src.split(/[?#]/, 1)[0] ?? '');
}

/** Where a picture is that a part names, from the folder of the template that the part stands in. */
export function toPictureUrl({ component }: PartElement, src: string): string {
  const { resolveImage, ledger } = partHost();
  if (isPlainHttp(src)) ledger.breakRule('images.https', `an image loads ${src}`);
  return resolveImage(src, component.ownerShadowRoot?.getHostNode().is);
}

/** Whether an address is plain http to a place that is not one of development. */
function isPlainHttp(src: string): boolean {
  const authority = /^http:\/\/([^/?#]*)/i.exec(src)?.[1];
  return authority !== undefined && isNetwork(src) && !isOwnNetwork(authority);
}
