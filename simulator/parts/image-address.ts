/** A picture of the network, and no file of the program. */
export function isNetwork(src: string): boolean {
  return /^https?:/i.test(src);
}

/** Whether an address names a WebP picture by its ending. */
export function isWebp(src: string): boolean {
  return /\.webp$/i.test(src.split(/[?#]/, 1)[0] ?? '');
}

/** Hosts of development: this machine and private networks (RFC 1918). */
const PRIVATE = /^(localhost|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|\[::1\])/i;

/** Whether an address is plain http on a host that is not one of development. */
export function isPlainHttp(src: string): boolean {
  return /^http:/i.test(src) && !PRIVATE.test(src.replace(/^http:\/*/i, ''));
}
