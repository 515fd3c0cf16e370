/** `600`, `600px`, `600.5` → 600; undefined for `100%`, `auto`, 0 and all else. */
export function readPixels(value: string | undefined): number | undefined {
  const match = /^\s*(\d{1,5})(?:\.\d+)?(?:px)?\s*$/i.exec(value ?? '');
  const pixels = match === null ? 0 : Number(match[1]);
  return pixels >= 1 ? pixels : undefined;
}
