import Taro from '@tarojs/taro';
import { type StoredPicture, toFittingUrl } from '../../rules/picture-url.ts';
import { toMediaUrl } from './media-url.ts';

/** `--edge` of the style sheets, in px. */
const EDGE = 20;

interface Screen {
  width: number;
  ratio: number;
}

let screen: Screen | undefined;

/** Asked once: a phone keeps its screen, and every card would ask again. */
function readScreen(): Screen {
  if (screen === undefined) {
    const { windowWidth, pixelRatio } = Taro.getWindowInfo();
    screen = { width: windowWidth, ratio: pixelRatio };
  }
  return screen;
}

/** Where a picture stands, in px. `full` is the width of the window, `text` that of the text in it. */
export interface Place {
  width: number | 'full' | 'text';
  height?: number;
}

/** The full address of a picture, in the stored width that suits its place on this screen. */
export function toFittingMediaUrl(picture: StoredPicture, { width, height }: Place): string {
  const { width: full, ratio } = readScreen();
  const shown = width === 'full' ? full : width === 'text' ? full - 2 * EDGE : width;
  return toMediaUrl(
    toFittingUrl(picture, {
      width: shown * ratio,
      ...(height !== undefined && { height: height * ratio }),
    }),
  );
}

/** What shows through until the picture is there: a few pixels of it. */
export function toPlaceholderStyle(placeholder: string | undefined): string {
  return placeholder === undefined ? '' : `background:url(${placeholder}) center/cover no-repeat`;
}
