import { isFileType } from './document-types.ts';
import { NAME_LENGTH } from './limits.ts';

/** Control characters, those that turn the direction of writing, and those that nobody sees: `fdp.exe` must not read `exe.pdf`. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu;
/** What file systems or shells take for something else. */
const MEANINGFUL = /[<>:"|?*\\/]/g;
const PATH = /^.*[\\/](?=[^\\/])/s;
const EXTENSION = /\.([a-z0-9]{1,8})$/i;

const OTHER_EXTENSIONS = new Set([
  ...['htm', 'html', 'xhtml', 'shtml', 'xml', 'svg', 'php', 'jsp', 'asp', 'aspx', 'js', 'vbs'],
  ...['exe', 'com', 'bat', 'cmd', 'scr', 'msi', 'dll', 'lnk', 'apk', 'docm', 'xlsm', 'pptm'],
  ...['png', 'jpg', 'jpeg', 'gif', 'webp', 'bmp', 'wav', 'wma', 'mov', 'avi', 'flv', 'rtf', 'csv'],
]);

/** A path is only what a program writes: 表一/表二 of a person is none. */
const isPath = (name: string) => /[\\/]/.test(name) && EXTENSION.test(name);

function shorten(name: string): string {
  const characters = [...name];
  if (characters.length <= NAME_LENGTH) return name;
  const extension = EXTENSION.exec(name)?.[0] ?? '';
  return (
    characters
      .slice(0, NAME_LENGTH - extension.length)
      .join('')
      .trim() + extension
  );
}

/**
 * The name that a file may be shown and saved under: without a path, without characters that deceive, not too long, and with the
 * extension of what it is where the page gave it one of another type. A name without extension stays without.
 *
 * @param extension what the content is, lower case
 * @param fallback where nothing of the name is left
 */
export function toSafeName(name: string, extension: string, fallback: string): string {
  const seen = name.normalize('NFC').replace(UNSEEN, '');
  const plain = (isPath(seen) ? seen.replace(PATH, '') : seen)
    .replace(MEANINGFUL, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const claimed = EXTENSION.exec(plain)?.[1]?.toLowerCase();
  const isWrong = claimed !== undefined && claimed !== extension && isKnown(claimed);
  const fitting = isWrong ? plain.replace(EXTENSION, `.${extension}`) : plain;
  return shorten(fitting) || fallback;
}

/** `第1.2版` has no extension; `表.exe` and `表.html` have one that lies. */
function isKnown(extension: string): boolean {
  return isFileType(extension) || OTHER_EXTENSIONS.has(extension);
}
