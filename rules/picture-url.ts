/**
 * The address of a stored picture in one of its narrower widths: `/media/HASH.webp` at 640 is `/media/HASH-640.webp`.
 *
 * @param widths the widths that exist, the smallest first
 * @param wanted pixels of the screen that it will fill
 * @returns the smallest that is wide enough, else the picture itself
 */
export function toPictureUrl(url: string, widths: readonly number[], wanted: number): string {
  const width = widths.find((candidate) => candidate >= wanted);
  const dot = url.lastIndexOf('.');
  return width === undefined || dot === -1 ? url : `${url.slice(0, dot)}-${width}${url.slice(dot)}`;
}
