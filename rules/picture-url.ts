/** What of a picture decides in which width it is asked for. */
export interface StoredPicture {
  url: string;
  /** Pixels of the picture itself, where known. */
  width?: number;
  height?: number;
  /** The narrower widths in which it is stored, the smallest first. */
  widths?: readonly number[];
}

/** Where a picture is shown, in pixels of the screen; without a height it is as high as its width makes it. */
export interface PictureRoom {
  width: number;
  height?: number;
}

/**
 * The address of a stored picture in one of its narrower widths: `/media/HASH.webp` at 640 is `/media/HASH-640.webp`.
 *
 * WeChat's 体验评分 counts against a picture that has more pixels than its room (`simulator/rules/performance.ts`, images.pixels),
 * so it is never wider than wanted, unless there is none so narrow.
 *
 * @param widths the widths that exist, the smallest first
 * @param wanted pixels of the screen that it will fill
 * @param own the width of the picture itself, where known
 */
export function toPictureUrl(
  url: string,
  widths: readonly number[],
  wanted: number,
  own?: number,
): string {
  if (own !== undefined && own <= wanted) return url;
  const fitting = widths.filter((candidate) => candidate <= wanted);
  const width = fitting[fitting.length - 1] ?? widths[0];
  const dot = url.lastIndexOf('.');
  return width === undefined || dot === -1 ? url : `${url.slice(0, dot)}-${width}${url.slice(dot)}`;
}

/** The address of the copy that fits a room which it fills, whatever of it is cut off. */
export function toFittingUrl(
  { url, width, height, widths = [] }: StoredPicture,
  room: PictureRoom,
): string {
  const isFilled = room.height !== undefined && width !== undefined && height !== undefined;
  // As many pixels as the room has, in the shape of the picture.
  const wanted = isFilled
    ? Math.sqrt((room.width * (room.height ?? 0) * width) / height)
    : room.width;
  return toPictureUrl(url, widths, wanted, width);
}
